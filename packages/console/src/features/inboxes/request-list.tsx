// What came to an inbox, the newest first. Each leads to its headers and body beside the list.
import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InboxRequest } from '../../api/types.ts';
import { AttemptOutcome } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import classes from './request-list.module.css';
import { Signature } from './signature.tsx';

interface RequestListProps {
  readonly requests: readonly InboxRequest[];
  /** Id of the one that is shown beside. */
  readonly shown: string;
  readonly onOpen: (id: string) => void;
}

export function RequestList({ requests, shown, onOpen }: RequestListProps) {
  const { t } = useTranslation();
  return (
    <ul className={classes['list']} aria-label={t('inboxes.requests')}>
      {requests.map((request) => (
        <li key={request.id}>
          <button
            type="button"
            className={classes['request']}
            aria-current={request.id === shown || undefined}
            onClick={() => onOpen(request.id)}
          >
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <Group gap={6} miw={0}>
                <Text span fw={600} size="sm" dir="ltr">
                  {request.method}
                </Text>
                <Signature verdict={request.signature} />
                {request.test && (
                  <Badge variant="default" tt="none" radius="sm">
                    {t('inboxes.test')}
                  </Badge>
                )}
              </Group>
              <AttemptOutcome ok={request.answeredStatus < 300} label={String(request.answeredStatus)} />
            </Group>
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <Text span size="sm" c="dimmed" truncate dir="ltr">
                {request.eventId ?? request.path}
              </Text>
              <Text span size="sm" c="dimmed" className={classes['when']}>
                <Time at={request.receivedAt} />
              </Text>
            </Group>
          </button>
        </li>
      ))}
    </ul>
  );
}
