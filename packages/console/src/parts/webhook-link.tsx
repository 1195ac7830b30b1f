// A webhook by its name, leading to its page; a deleted one says so.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../place.ts';
import { TextLink } from '../ui/links.tsx';
import { useWebhookNames } from './webhook-names.ts';

export function WebhookLink({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const place = usePlace();
  const { find, known } = useWebhookNames();
  const webhook = find(id);
  if (!webhook && known) {
    return (
      <Text span size="sm" c="dimmed">
        {t('webhooks.gone')}
      </Text>
    );
  }
  return (
    <TextLink
      to="/$appId/$env/webhooks/$webhookId"
      params={{ ...place, webhookId: id }}
      size="sm"
      className="break"
    >
      {webhook?.name ?? id}
    </TextLink>
  );
}
