// The first steps without a receiver of one's own: a test inbox to send to, and the way to what came to it.
import { Button, Group, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { hasInboxes, inboxesOptions } from '../../api/inboxes.ts';
import type { Inbox } from '../../api/types.ts';
import { useNewInbox } from '../../parts/inboxes.ts';
import { May } from '../../parts/may.tsx';
import { usePlace } from '../../place.ts';
import { TextLink } from '../../ui/links.tsx';
import { useNotifyProblem } from '../../ui/notify-problem.ts';

/** Takes the one that is there, or makes one, and goes on with a webhook that sends to it. */
export function WithInbox() {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const notifyProblem = useNotifyProblem();
  const { data, isLoading } = useQuery(inboxesOptions(place));
  const go = ({ id }: Inbox) =>
    void navigate({ to: '/$appId/$env/webhooks/new', params: place, search: { inbox: id } });
  const make = useNewInbox(go);
  const [first] = data?.data ?? [];
  if (!hasInboxes(place)) return null;
  return (
    <May access="webhooks:write">
      <Text size="sm" mt={6}>
        {t('checklist.inboxHint')}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        mt={6}
        leftSection={<IconInbox size={15} aria-hidden />}
        loading={isLoading || make.isPending}
        onClick={() => (first ? go(first) : make.mutate(undefined, { onError: notifyProblem }))}
      >
        {t('checklist.inbox')}
      </Button>
    </May>
  );
}

/** Shown as long as a webhook sends to one. */
export function WatchInbox() {
  const { t } = useTranslation();
  const place = usePlace();
  const { data } = useQuery(inboxesOptions(place));
  const inbox = data?.data.find(({ webhooks }) => webhooks.length > 0);
  if (inbox === undefined) return null;
  return (
    <Group gap={6} mt="sm">
      <IconInbox size={18} aria-hidden />
      <Text size="sm">
        {t('checklist.watch')}{' '}
        <TextLink to="/$appId/$env/inboxes/$inboxId" params={{ ...place, inboxId: inbox.id }} inherit>
          <bdi>{inbox.name}</bdi>
        </TextLink>
      </Text>
    </Group>
  );
}
