// For every webhook why it did or did not get the event: as it was decided, and as it would be decided now.
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowsSplit2, IconCircleCheck, IconCircleMinus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { explanationOptions, type ReadEvent, routeAgain } from '../../api/events.ts';
import type { Explanation } from '../../api/types.ts';
import { usePlace } from '../../place.ts';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { notify } from '../../ui/notify.ts';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import { Pill } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { SentByHand } from './by-hand.ts';
import classes from './explained.module.css';

export function Explained({ event }: { readonly event: ReadEvent }) {
  const { t } = useTranslation();
  const place = usePlace();
  const query = useQuery(explanationOptions(place, event.id));
  return (
    <Loaded query={query}>
      {({ decided, now, byHand }) => {
        const got = new Set(event.deliveries.map(({ webhookId }) => webhookId));
        const missing = now.webhooks.filter(({ id, matched }) => matched && !got.has(id));
        const isSame = decided !== null && JSON.stringify(decided.webhooks) === JSON.stringify(now.webhooks);
        return (
          <Stack gap="lg">
            {byHand.length > 0 && (
              <Suspense fallback={null}>
                <SentByHand sent={byHand} />
              </Suspense>
            )}
            {missing.length > 0 && <RouteAgain eventId={event.id} count={missing.length} />}
            {decided && (
              <Verdicts
                title={t(isSame ? 'explain.same' : 'explain.decided')}
                aside={<Time at={decided.at} focusable />}
                verdicts={decided.webhooks}
              />
            )}
            {!isSame && <Verdicts title={t('explain.now')} verdicts={now.webhooks} />}
          </Stack>
        );
      }}
    </Loaded>
  );
}

function RouteAgain({ eventId, count }: { readonly eventId: string; readonly count: number }) {
  const { t } = useTranslation();
  const place = usePlace();
  const queryClient = useQueryClient();
  const notifyProblem = useNotifyProblem();
  const inEnvironment = useInEnvironment();
  const route = useMutation({
    mutationFn: () => routeAgain(place, eventId),
    onError: notifyProblem,
    onSuccess: async ({ webhooks }) => {
      notify(t('explain.routed', { count: webhooks.length }));
      await queryClient.invalidateQueries({ queryKey: ['events', place] });
    },
  });
  return (
    <Paper withBorder p="md" bg="var(--signpost-surface)">
      <Group justify="space-between">
        <Text>{t('explain.missing', { count })}</Text>
        <Button
          leftSection={<IconArrowsSplit2 size={16} className="mirrored" aria-hidden />}
          loading={route.isPending}
          onClick={() => route.mutate()}
        >
          {inEnvironment(t('explain.route'))}
        </Button>
      </Group>
    </Paper>
  );
}

interface VerdictsProps {
  readonly title: string;
  readonly aside?: React.ReactNode;
  readonly verdicts: Explanation['now']['webhooks'];
}

function Verdicts({ title, aside, verdicts }: VerdictsProps) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      <Group gap="xs" align="baseline">
        <Title order={2} fz="lg">
          {title}
        </Title>
        <Text size="sm" c="dimmed" component="span">
          {aside}
        </Text>
      </Group>
      {verdicts.length === 0 && <Text c="dimmed">{t('explain.noWebhooks')}</Text>}
      <ul className={classes['list']}>
        {verdicts
          .toSorted((a, b) => Number(b.matched) - Number(a.matched))
          .map(({ id, name, matched, reasons }) => (
            <li key={id}>
              <Group gap="sm">
                <Pill
                  tone={matched ? 'good' : 'idle'}
                  icon={matched ? IconCircleCheck : IconCircleMinus}
                  label={t(matched ? 'explain.matched' : 'explain.notMatched')}
                />
                <TextLink
                  to="/$appId/$env/webhooks/$webhookId"
                  params={{ ...place, webhookId: id }}
                  fw={600}
                  className="break"
                >
                  {name}
                </TextLink>
              </Group>
              {reasons.map(({ rule, message }) => (
                <Text key={rule} size="sm" mt={4}>
                  <bdi>{message}</bdi>
                </Text>
              ))}
            </li>
          ))}
      </ul>
    </Stack>
  );
}
