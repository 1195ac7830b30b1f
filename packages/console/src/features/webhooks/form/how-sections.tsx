// Whose events, and how requests are made: loaded beside the top of the form, so that it can be filled in at once.
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../api/types.ts';
import type { Policies } from '../form-values.ts';
import { Alerts } from './alerts.tsx';
import { Auth } from './auth.tsx';
import { useWebhookForm } from './context.ts';
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
      {isNew && <Enabled />}
    </>
  );
}

/** Beside the button that saves it. */
function Enabled() {
  const { t } = useTranslation();
  const form = useWebhookForm();
  return (
    <Switch
      ms="auto"
      label={t('webhook.enabledFromStart')}
      {...form.getInputProps('enabled', { type: 'checkbox' })}
    />
  );
}
