// How requests are made, below what and whose: loaded beside the top of the form, so that it can be filled in at once.
import type { Webhook } from '../../../api/types.ts';
import { Alerts } from './alerts.tsx';
import { Auth } from './auth.tsx';
import { Delivery } from './delivery.tsx';

export default function HowSections({ auth }: { readonly auth: Webhook['auth'] | null }) {
  return (
    <>
      <Auth present={auth} />
      <Delivery />
      <Alerts />
    </>
  );
}
