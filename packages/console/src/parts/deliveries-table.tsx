// Deliveries as rows: which event to which webhook, how it ended or when it goes on.
import { Text } from '@mantine/core';
import { type MouseEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../api/types.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useStable } from '../lib/use-stable.ts';
import { usePlace } from '../place.ts';
import { type Column, DataTable, type Selection } from '../ui/data-table.tsx';
import { TextLink } from '../ui/links.tsx';
import { Mono } from '../ui/mono.tsx';
import { DeliveryStatus } from '../ui/status.tsx';
import { Time } from '../ui/time.tsx';
import classes from './deliveries-table.module.css';
import { useOutcomeText } from './outcome.tsx';
import { ResendButton } from './resend-button.tsx';
import { WebhookLink } from './webhook-link.tsx';
import { useWebhookNames } from './webhook-names.ts';

interface DeliveriesTableProps {
  readonly caption: string;
  readonly rows: readonly Delivery[];
  readonly busy?: boolean;
  /** Off where all of them are one webhook's. */
  readonly withWebhook?: boolean;
  /** Which envelope each is about. */
  readonly withSubject?: boolean;
  readonly hidden?: Readonly<Record<string, boolean>>;
  readonly selection?: Selection;
  readonly dense?: boolean;
  /** What a plain click does instead of going to the event's page. */
  readonly onOpen?: (delivery: Delivery) => void;
}

export const deliveryColumns = ['subject', 'webhook', 'outcome', 'attempts', 'next', 'created'] as const;

const noneHidden: Readonly<Record<string, boolean>> = {};

export function DeliveriesTable(props: DeliveriesTableProps) {
  const { caption, rows, busy = false, hidden = noneHidden, selection, dense = false } = props;
  const columns = useColumns(props);
  const shown = useMemo(() => columns.filter(({ id }) => !hidden[id]), [columns, hidden]);
  return (
    <DataTable
      caption={caption}
      columns={shown}
      rows={rows}
      idOf={({ id }) => id}
      busy={busy}
      dense={dense}
      {...(selection && { selection })}
    />
  );
}

/** The same from one drawing to the next: rows that did not change are not drawn again. */
function useColumns({
  withWebhook = true,
  withSubject = false,
  onOpen,
}: DeliveriesTableProps): readonly Column<Delivery>[] {
  const { t } = useTranslation();
  const opens = onOpen !== undefined;
  const open = useStable((delivery: Delivery) => onOpen?.(delivery));
  return useMemo(() => {
    const columns: readonly (Column<Delivery> | false)[] = [
      {
        id: 'status',
        header: t('delivery.column.status'),
        narrow: true,
        cell: (delivery) => <DeliveryStatus delivery={delivery} />,
      },
      {
        id: 'event',
        header: t('delivery.column.event'),
        isName: true,
        cell: (delivery) => <EventCell delivery={delivery} onOpen={opens ? open : undefined} />,
      },
      withSubject && {
        id: 'subject',
        header: t('delivery.column.subject'),
        cell: ({ envelope }) => <SubjectCell envelope={envelope} />,
      },
      withWebhook && {
        id: 'webhook',
        header: t('delivery.column.webhook'),
        cell: ({ webhookId }) => <WebhookLink id={webhookId} />,
      },
      {
        id: 'outcome',
        header: t('delivery.column.outcome'),
        cell: (delivery) => <OutcomeCell delivery={delivery} />,
      },
      {
        id: 'attempts',
        header: t('delivery.column.attempts'),
        narrow: true,
        align: 'end',
        cell: (delivery) => <AttemptsCell delivery={delivery} />,
      },
      {
        id: 'next',
        header: t('delivery.column.next'),
        cell: ({ nextAttemptAt, status }) =>
          status === 'pending' && nextAttemptAt ? <Time at={nextAttemptAt} /> : <None />,
      },
      {
        id: 'created',
        header: t('common.created'),
        cell: ({ createdAt }) => <Time at={createdAt} />,
      },
      {
        id: 'actions',
        header: t('common.actions'),
        headerHidden: true,
        narrow: true,
        align: 'end',
        cell: (delivery) => <ResendButton delivery={delivery} small />,
      },
    ];
    return columns.filter((column) => column !== false);
  }, [t, withWebhook, withSubject, opens, open]);
}

function SubjectCell({ envelope }: Pick<Delivery, 'envelope'>) {
  if (!envelope) return <None />;
  return (
    <div className={classes['subject']}>
      <Mono truncated>{envelope.externalId ?? envelope.id}</Mono>
    </div>
  );
}

/** "2/8" where more may follow by themselves. */
function AttemptsCell({ delivery }: { readonly delivery: Delivery }) {
  const { find } = useWebhookNames();
  const { webhookId, attempts, status } = delivery;
  const max = (find(webhookId)?.delivery.retrySchedule.length ?? 0) + 1;
  return (
    <bdi dir="ltr">
      {status === 'pending' && attempts <= max && max > 1 ? `${attempts}/${max}` : attempts}
    </bdi>
  );
}

function OutcomeCell({ delivery }: { readonly delivery: Delivery }) {
  const format = useFormat();
  const outcome = useOutcomeText();
  const { lastStatus, lastError, lastDurationMs } = delivery;
  return (
    <div>
      <Text span inherit style={lastError === null ? { whiteSpace: 'nowrap' } : {}}>
        {outcome({ status: lastStatus, error: lastError })}
      </Text>
      {lastDurationMs !== null && (
        <Text size="sm" c="dimmed">
          <bdi>{format.duration(lastDurationMs)}</bdi>
        </Text>
      )}
    </div>
  );
}

const None = () => (
  <Text span c="dimmed" aria-hidden>
    –
  </Text>
);

interface EventCellProps {
  readonly delivery: Delivery;
  readonly onOpen: ((delivery: Delivery) => void) | undefined;
}

const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

function EventCell({ delivery, onOpen }: EventCellProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const { id, eventId, type } = delivery;
  return (
    <div className={classes['event']}>
      <TextLink
        to="/$appId/$env/events/$eventId"
        params={{ ...place, eventId }}
        search={{ delivery: id }}
        fw={600}
        size="sm"
        className="break"
        onClick={(event) => {
          if (!onOpen || !isPlain(event)) return;
          event.preventDefault();
          onOpen(delivery);
        }}
      >
        <bdi dir="ltr">{type}</bdi>
      </TextLink>
      <Text size="sm" c="dimmed" component="div">
        <Mono truncated copyLabel={t('common.copyId')}>
          {eventId}
        </Mono>
      </Text>
    </div>
  );
}
