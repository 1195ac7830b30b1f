// The deliveries of an event, and of the chosen one the whole line of attempts: the next one first, then the newest.
import { Button, Group, Paper, SimpleGrid, Stack, Text, Timeline, Title } from '@mantine/core';
import { IconCheck, IconCircleOff, IconClock, IconRepeat, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelDelivery, deliveryOptions, type ReadEvent } from '../../api/events.ts';
import type { Attempt, Delivery, DeliveryDetail } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { usePlace } from '../../place.ts';
import { useChange } from '../../ui/change.ts';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { notify } from '../../ui/notify.ts';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import { DeliveryStatus } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { Exchange } from '../exchange.tsx';
import { May } from '../may.tsx';
import { useOutcomeText } from '../outcome.tsx';
import { ResendButton } from '../resend-button.tsx';
import { WebhookLink } from '../webhook-link.tsx';
import { ByHand, Copies, ResendMenu } from './by-hand.ts';
import classes from './deliveries.module.css';
import { NextAttempt } from './next-attempt.tsx';
import type { Viewed } from './viewed.ts';

const Difference = lazy(() => import('./difference.tsx'));

export function Deliveries({ event, ...viewed }: Viewed & { readonly event: ReadEvent }) {
  const { t } = useTranslation();
  const { deliveries } = event;
  const chosen = deliveries.find(({ id }) => id === viewed.view.delivery) ?? deliveries[0];
  if (!chosen) return <Text>{t('event.noDeliveries')}</Text>;
  return (
    <Stack gap="md">
      {deliveries.length > 1 && <Choice deliveries={deliveries} chosen={chosen.id} {...viewed} />}
      <Chosen event={event} delivery={chosen} {...viewed} />
      <Suspense fallback={null}>
        <Copies eventId={event.id} />
      </Suspense>
    </Stack>
  );
}

interface ChoiceProps extends Viewed {
  readonly deliveries: readonly Delivery[];
  readonly chosen: string;
}

function Choice({ deliveries, chosen, onView }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <SimpleGrid
      cols={{ base: 1, sm: 2, lg: 3 }}
      spacing="sm"
      component="ul"
      p={0}
      m={0}
      aria-label={t('event.deliveries')}
    >
      {deliveries.map((delivery) => (
        <Paper
          key={delivery.id}
          component="li"
          withBorder
          p="sm"
          className={classes['choice']}
          data-chosen={delivery.id === chosen || undefined}
        >
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <WebhookLink id={delivery.webhookId} />
            <DeliveryStatus delivery={delivery} />
          </Group>
          <Button
            mt={6}
            size="compact-sm"
            variant={delivery.id === chosen ? 'light' : 'default'}
            aria-pressed={delivery.id === chosen}
            onClick={() => onView({ delivery: delivery.id })}
          >
            {t('event.showAttempts', { count: delivery.attempts })}
          </Button>
        </Paper>
      ))}
    </SimpleGrid>
  );
}

const isBehind = (read: Delivery, known: Delivery) =>
  read.status !== known.status || read.attempts < known.attempts;

interface ChosenProps extends Viewed {
  readonly event: ReadEvent;
  readonly delivery: Delivery;
}

function Chosen({ event, delivery, ...viewed }: ChosenProps) {
  const place = usePlace();
  const query = useQuery({
    ...deliveryOptions(place, delivery.id),
    // Also while the event is known to be further than what was read of its delivery.
    refetchInterval: ({ state: { data } }) =>
      delivery.status === 'pending' || (data !== undefined && isBehind(data, delivery)) ? 3_000 : false,
  });
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Group gap="sm">
          <DeliveryStatus delivery={delivery} />
          <WebhookLink id={delivery.webhookId} />
        </Group>
        <Group gap="xs">
          <Group gap={4} wrap="nowrap">
            <ResendButton delivery={delivery} />
            <May access="webhooks:write">
              <Suspense fallback={null}>
                <ResendMenu
                  event={event}
                  delivery={delivery}
                  onSent={(id) => viewed.onView({ delivery: id })}
                />
              </Suspense>
            </May>
          </Group>
          <May access="webhooks:write">
            <CancelButton key={delivery.id} delivery={delivery} />
          </May>
          <ReplaySince since={event.receivedAt} webhookId={delivery.webhookId} />
        </Group>
      </Group>
      <Loaded key={delivery.id} query={query}>
        {(detail) => (
          <>
            {detail.byHand && (
              <Suspense fallback={null}>
                <ByHand {...detail.byHand} />
              </Suspense>
            )}
            <Attempts delivery={detail} {...viewed} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}

/** What failed from this event on, of this webhook: chosen and looked at before anything is sent. */
function ReplaySince({ since, webhookId }: { readonly since: string; readonly webhookId: string }) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <May access="webhooks:write">
      <ButtonLink
        variant="default"
        size="xs"
        leftSection={<IconRepeat size={16} aria-hidden />}
        to="/$appId/$env/replays/new"
        params={place}
        search={{ what: 'failed', webhooks: webhookId, when: 'custom', from: since }}
      >
        {t('event.replaySince')}
      </ButtonLink>
    </May>
  );
}

/** Only what waits can be cancelled; it can still be sent again afterwards. */
function CancelButton({ delivery: { id, status } }: { readonly delivery: Delivery }) {
  const { t } = useTranslation();
  const place = usePlace();
  const notifyProblem = useNotifyProblem();
  const inEnvironment = useInEnvironment();
  const cancel = useChange(
    () => cancelDelivery(place, id),
    [
      ['deliveries', place],
      ['events', place],
    ],
    () => notify(t('delivery.cancelled')),
  );
  if (status !== 'pending' && status !== 'held') return null;
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconCircleOff size={16} aria-hidden />}
      loading={cancel.isPending}
      onClick={() => cancel.mutate(undefined, { onError: notifyProblem })}
    >
      {inEnvironment(t('delivery.cancel'))}
    </Button>
  );
}

function Attempts({ delivery, view, onView }: Viewed & { readonly delivery: DeliveryDetail }) {
  const { t } = useTranslation();
  const attempts = delivery.attemptLog.toSorted((a, b) => b.number - a.number);
  const chosen = attempts.find(({ number }) => String(number) === view.attempt) ?? attempts[0];
  const others = attempts.filter((attempt) => attempt !== chosen);
  const other = others.find(({ number }) => String(number) === view.compare) ?? null;
  const open = (number: number) => onView({ delivery: delivery.id, attempt: String(number) });
  const compare = (number: number | null) =>
    onView({
      delivery: delivery.id,
      attempt: chosen && String(chosen.number),
      compare: number === null ? undefined : String(number),
    });
  return (
    <div className={classes['attempts']}>
      <Line delivery={delivery} attempts={attempts} chosen={chosen?.number ?? null} onOpen={open} />
      {chosen ? (
        <Paper withBorder p="md" bg="var(--signpost-surface)" miw={0}>
          <Stack gap="md">
            <Title order={2} fz="lg">
              {t('event.attempt', { number: chosen.number })}
            </Title>
            <Exchange
              request={chosen.request}
              response={chosen.response}
              error={chosen.error}
              name={`${delivery.eventId}-${chosen.number}`}
            />
            {others.length > 0 && (
              <Suspense fallback={null}>
                <Difference chosen={chosen} others={others} other={other} onChoose={compare} />
              </Suspense>
            )}
          </Stack>
        </Paper>
      ) : (
        <Text c="dimmed">{t('event.noAttempt')}</Text>
      )}
    </div>
  );
}

interface LineProps {
  readonly delivery: DeliveryDetail;
  readonly attempts: readonly Attempt[];
  readonly chosen: number | null;
  readonly onOpen: (number: number) => void;
}

function Line({ delivery, attempts, chosen, onOpen }: LineProps) {
  const { t } = useTranslation();
  return (
    <Timeline
      active={attempts.length}
      bulletSize={26}
      lineWidth={2}
      color="indigo.8"
      aria-label={t('event.timeline')}
    >
      {delivery.status === 'pending' && delivery.nextAttemptAt && (
        <Timeline.Item bullet={<IconClock size={15} aria-hidden />} title={t('event.nextAttempt')}>
          <NextAttempt at={delivery.nextAttemptAt} />
        </Timeline.Item>
      )}
      {attempts.map((attempt) => (
        <Timeline.Item
          key={attempt.number}
          color={attempt.outcome === 'succeeded' ? 'green.9' : 'red.9'}
          bullet={
            attempt.outcome === 'succeeded' ? (
              <IconCheck size={15} aria-hidden />
            ) : (
              <IconX size={15} aria-hidden />
            )
          }
          title={
            <Button
              size="compact-sm"
              variant={attempt.number === chosen ? 'light' : 'default'}
              aria-pressed={attempt.number === chosen}
              onClick={() => onOpen(attempt.number)}
            >
              {t('event.attempt', { number: attempt.number })}
            </Button>
          }
        >
          <AttemptLine attempt={attempt} />
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

function AttemptLine({ attempt }: { readonly attempt: Attempt }) {
  const { t } = useTranslation();
  const format = useFormat();
  const outcome = useOutcomeText();
  const { error, response, durationMs, startedAt, trigger } = attempt;
  return (
    <Stack gap={0} mt={4}>
      <Text size="sm" fw={600}>
        {outcome({ status: response?.status ?? null, error: error?.kind ?? null })}
      </Text>
      <Text size="sm" c="dimmed" component="div">
        <Time at={startedAt} focusable /> · {format.duration(durationMs)} · {t(`attempt.trigger.${trigger}`)}
      </Text>
    </Stack>
  );
}
