// Whose events, and how requests are made: loaded beside the top of the form, so that it can be filled in at once.
import type { Webhook } from '../../../api/types.ts';
import { Alerts } from './alerts.tsx';
import { Auth } from './auth.tsx';
import { Delivery } from './delivery.tsx';
import { Routing } from './routing.tsx';

export default function HowSections({ auth }: { readonly auth: Webhook['auth'] | null }) {
  return (
    <>
      <Routing />
      <Auth present={auth} />
      <Delivery />
      <Alerts />
    </>
  );
}
