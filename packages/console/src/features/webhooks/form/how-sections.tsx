// Whose events, and how requests are made: loaded beside the top of the form, so that it can be filled in at once.
import type { Webhook } from '../../../api/types.ts';
import type { Policies } from '../form-values.ts';
import { Alerts } from './alerts.tsx';
import { Auth } from './auth.tsx';
import { Delivery } from './delivery.tsx';
import { Payload } from './payload.tsx';
import { Routing } from './routing.tsx';
import { Signing } from './signing.tsx';

interface HowSectionsProps {
  /** null: it is new. */
  readonly webhook: Webhook | null;
  readonly policies: Policies;
}

export default function HowSections({ webhook, policies }: HowSectionsProps) {
  const isNew = webhook === null;
  return (
    <>
      <Routing webhookId={webhook?.id ?? null} policies={policies} />
      <Auth present={webhook?.auth ?? null} policies={policies} />
      {isNew && <Signing />}
      <Payload />
      <Delivery isNew={isNew} policies={policies} />
      <Alerts />
    </>
  );
}
