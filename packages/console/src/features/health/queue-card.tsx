// What waits now, of one webhook or of all, and since when the oldest does; for whoever runs the server also who works at it.
import { Group, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { homeOptions } from '../../api/home.ts';
import { serverOptions } from '../../api/server.ts';
import type { WebhookStatistics } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { usePlace } from '../../place.ts';
import { TextLink } from '../../ui/links.tsx';
import { Time } from '../../ui/time.tsx';

interface QueueCardProps {
  readonly waiting: WebhookStatistics['waiting'];
  readonly webhook: string | undefined;
}

export function QueueCard({ waiting, webhook }: QueueCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const place = usePlace();
  const { pending, retrying, held, isAtLeast, oldestAt } = waiting;
  const number = (count: number) => `${format.number(count)}${isAtLeast ? '+' : ''}`;
  const counts = [
    ['pending', pending - retrying],
    ['retrying', retrying],
    ['held', held],
  ] as const;
  return (
    <Paper withBorder p="md" bg="var(--signpost-surface)" component="section" aria-labelledby="queue-title">
      <Group gap="lg" align="baseline">
        <Title order={2} fz="md" id="queue-title">
          {t('fares.queue')}
        </Title>
        {counts.map(([status, count]) => (
          <Text key={status} size="sm">
            {count === 0 ? (
              t(`delivery.status.${status}`)
            ) : (
              <TextLink to="/$appId/$env/events" params={place} search={{ status, webhook }} size="sm">
                {t(`delivery.status.${status}`)}
              </TextLink>
            )}
            {': '}
            <strong>
              <bdi>{number(count)}</bdi>
            </strong>
          </Text>
        ))}
        {oldestAt !== null && (
          <Text size="sm" component="div">
            {t('fares.oldest')}: <Time at={oldestAt} focusable />
          </Text>
        )}
        <Workers />
      </Group>
    </Paper>
  );
}

const followMs = 30_000;

/** Whoever does not run the server is not told of its processes. */
function Workers() {
  const { t } = useTranslation();
  const format = useFormat();
  const isOperator = useQuery(homeOptions()).data?.isOperator ?? false;
  const { data } = useQuery({
    ...serverOptions(),
    enabled: isOperator,
    staleTime: followMs,
    refetchInterval: followMs,
  });
  if (!data) return null;
  return (
    <Text size="sm">
      {t('types.workersAlive')}: <strong>{format.number(data.workersAlive)}</strong>
    </Text>
  );
}
