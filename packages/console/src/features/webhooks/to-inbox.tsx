// The way from a webhook to the test inbox that it sends to, if it does.
import { Group } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useInboxOf } from '../../parts/inboxes.ts';
import { usePlace } from '../../place.ts';
import { TextLink } from '../../ui/links.tsx';

export function ToInbox({ url }: { readonly url: string }) {
  const { t } = useTranslation();
  const place = usePlace();
  const inbox = useInboxOf(url);
  if (inbox === null) return null;
  return (
    <Group gap={6}>
      <IconInbox size={18} aria-hidden />
      <TextLink
        to="/$appId/$env/inboxes/$inboxId"
        params={{ ...place, inboxId: inbox.id }}
        size="sm"
        fw={600}
      >
        {t('webhook.toInbox')}
      </TextLink>
    </Group>
  );
}
