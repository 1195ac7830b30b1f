// The webhooks that send to an inbox, as links.
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Inbox } from '../../api/types.ts';
import { usePlace } from '../../place.ts';
import { TextLink } from '../../ui/links.tsx';

export function Senders({ webhooks }: Pick<Inbox, 'webhooks'>) {
  const { t } = useTranslation();
  const place = usePlace();
  if (webhooks.length === 0) {
    return (
      <Text size="sm" c="dimmed" component="span">
        {t('inboxes.noWebhooks')}
      </Text>
    );
  }
  return (
    <Group gap="xs">
      {webhooks.map(({ id, name }) => (
        <TextLink
          key={id}
          to="/$appId/$env/webhooks/$webhookId"
          params={{ ...place, webhookId: id }}
          size="sm"
          className="break"
        >
          <bdi>{name}</bdi>
        </TextLink>
      ))}
    </Group>
  );
}
