// The inbox of alerts: listed, read with all they went through, and changed by people. What makes and ends them is the watch.
import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type {
  AlertKind,
  AlertStage,
  AlertState,
  AlertStep,
  LastFailure,
  RecoveredBy,
} from '../domain/alert.ts';
import { type Actor, presentActor } from './actor.ts';
import type { Database } from './database.ts';
import { type Counts, countTrouble, findEvidence } from './last-failure.ts';
import { type Page, type PageRequest, page } from './paging.ts';
import type { DB } from './schema.gen.ts';

export interface AlertRecord {
  readonly id: string;
  readonly webhookId: string;
  /** As it is called now. */
  readonly webhookName: string;
  readonly webhookDeleted: boolean;
  readonly kind: AlertKind;
  readonly stage: AlertStage;
  readonly state: AlertState;
  readonly since: Date;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly failedAttempts: number;
  /** Among how many, where others succeeded. */
  readonly attempts: number | null;
  /** How often the problem came, and came back soon after it had gone. */
  readonly occurrences: number;
  readonly lastFailure: LastFailure | null;
  readonly warnedAt: Date | null;
  readonly disableAt: Date | null;
  readonly disabledAt: Date | null;
  readonly recoveredAt: Date | null;
  readonly recoveredBy: RecoveredBy | null;
  readonly acknowledgedAt: Date | null;
  /** Who takes care of it. */
  readonly acknowledgedBy: Acknowledger | null;
  readonly mutedUntil: Date | null;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: 'recovery' | 'person' | null;
  readonly createdAt: Date;
}

export type Acknowledger = Pick<Actor, 'kind' | 'id' | 'name'>;

export interface AlertDetail extends AlertRecord, Counts {
  /** What it went through, the oldest first, and who was mailed about each step. */
  readonly steps: readonly {
    readonly step: AlertStep;
    readonly at: Date;
    readonly mails: readonly MailRecord[];
  }[];
}

export interface MailRecord {
  /** An address of the webhook or of its organization. Null: an administrator, whose address is not for everybody who may read alerts. */
  readonly to: string | null;
  readonly sentAt: Date | null;
  /** Why it has not been sent yet, or was given up. */
  readonly problem: string | null;
  readonly givenUpAt: Date | null;
}

export interface AlertFilter {
  readonly state?: AlertState;
  readonly webhookId?: string;
}

export type AlertCounts = Readonly<Record<Exclude<AlertState, 'resolved'>, number>>;

/** What a person does about an alert. */
export type AlertAction =
  | { readonly kind: 'acknowledge' | 'unmute' | 'resolve' }
  | { readonly kind: 'mute'; readonly until: Date };

export interface AlertStore {
  list(environmentId: number, filter: AlertFilter, request: PageRequest): Promise<Page<AlertRecord>>;
  find(environmentId: number, id: string): Promise<AlertDetail | null>;
  /** Of those that are not resolved. */
  counts(environmentId: number): Promise<AlertCounts>;
  /** Null when there is none; 'resolved' when it is resolved, so that there is nothing to do about it. */
  act(
    environmentId: number,
    id: string,
    action: AlertAction,
    now: Date,
  ): Promise<AlertDetail | null | 'resolved'>;
}

export function createAlertStore({ kysely }: Database): AlertStore {
  const find = async (environmentId: number, id: string) => {
    const row = await selectAlerts(kysely, environmentId).where('alerts.id', '=', id).executeTakeFirst();
    return row ? detail(kysely, environmentId, row as AlertRow) : null;
  };
  return {
    find,
    list(environmentId, { state, webhookId }, request) {
      let query = selectAlerts(kysely, environmentId);
      if (state) query = query.where('alerts.state', '=', state);
      if (webhookId) query = query.where('alerts.webhook_id', '=', webhookId);
      return page(query, 'alerts.id', request, (row) => toRecord(row as AlertRow));
    },
    async counts(environmentId) {
      const rows = await kysely
        .selectFrom('alerts')
        .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
        .where('environment_id', '=', environmentId)
        .where('state', 'in', ['open', 'acknowledged', 'muted'])
        .groupBy('state')
        .execute();
      const of = (state: AlertState) => rows.find((row) => row.state === state)?.count ?? 0;
      return { open: of('open'), acknowledged: of('acknowledged'), muted: of('muted') };
    },
    async act(environmentId, id, action, now) {
      const { condition, values } = changeOf(action, now);
      const { numUpdatedRows } = await kysely
        .updateTable('alerts')
        .set(values)
        .where('environment_id', '=', environmentId)
        .where('id', '=', id)
        .where('state', '<>', 'resolved')
        .$if(condition !== null, (query) => query.where(condition as Expression<SqlBool>))
        .executeTakeFirst();
      const found = await find(environmentId, id);
      const isLate = numUpdatedRows === 0n && action.kind !== 'resolve' && found?.state === 'resolved';
      return isLate ? 'resolved' : found;
    },
  };
}

/** Which alerts it changes beside those that are not resolved, and how. */
function changeOf(action: AlertAction, now: Date) {
  switch (action.kind) {
    case 'acknowledge':
      return {
        condition: sql<SqlBool>`state <> 'acknowledged'`,
        values: {
          state: 'acknowledged',
          acknowledged_at: now,
          acknowledged_by: acknowledger(),
          muted_until: null,
        },
      };
    case 'mute':
      return { condition: null, values: { state: 'muted', muted_until: action.until } };
    case 'unmute':
      return { condition: sql<SqlBool>`state = 'muted'`, values: { state: 'open', muted_until: null } };
    case 'resolve':
      return { condition: null, values: { state: 'resolved', resolved_at: now, resolved_by: 'person' } };
  }
}

/** Whoever makes this request, as JSON. */
function acknowledger(): string | null {
  const actor = presentActor();
  if (actor === null) return null;
  const { kind, id, name } = actor;
  return JSON.stringify({ kind, id, name } satisfies Acknowledger);
}

function selectAlerts(kysely: Kysely<DB>, environmentId: number) {
  return (
    kysely
      .selectFrom('alerts')
      .innerJoin('webhooks', 'webhooks.id', 'alerts.webhook_id')
      // While the problem goes on, what is counted of it stands there.
      .leftJoin('webhook_health as health', (join) =>
        join
          .onRef('health.webhook_id', '=', 'alerts.webhook_id')
          .onRef('health.failing_since', '=', 'alerts.since')
          .on('alerts.stage', '<>', 'recovered'),
      )
      .selectAll('alerts')
      .select([
        'webhooks.name',
        'webhooks.deleted_at',
        'health.consecutive_failures',
        'health.last_failure_at',
      ])
      .where('alerts.environment_id', '=', environmentId)
  );
}

async function detail(kysely: Kysely<DB>, environmentId: number, row: AlertRow): Promise<AlertDetail> {
  const steps = await kysely
    .selectFrom('alert_steps')
    .select(['number', 'step', 'at'])
    .where('environment_id', '=', environmentId)
    .where('alert_id', '=', row.id)
    .orderBy('number')
    .execute();
  const mails = await kysely
    .selectFrom('alert_mails')
    .select(['number', 'recipient', 'is_own', 'sent_at', 'problem', 'given_up_at'])
    .where('environment_id', '=', environmentId)
    .where('alert_id', '=', row.id)
    .orderBy('id')
    .execute();
  const until = row.recovered_at === null ? {} : { until: row.recovered_at.getTime() };
  const failing = { environmentId, webhookId: row.webhook_id, since: row.since.getTime(), ...until };
  const goesOn = row.stage !== 'recovered';
  const { evidence, counts } = await kysely.transaction().execute(async (transaction) => ({
    evidence: goesOn ? await findEvidence(transaction, failing) : null,
    counts: await countTrouble(transaction, failing),
  }));
  return {
    ...toRecord(row),
    ...(evidence?.lastFailure && { lastFailure: evidence.lastFailure }),
    ...counts,
    steps: steps.map(({ number, step, at }) => ({
      step: step as AlertStep,
      at,
      mails: mails.filter((mail) => mail.number === number).map(toMail),
    })),
  };
}

interface MailRow {
  readonly recipient: string;
  readonly is_own: boolean;
  readonly sent_at: Date | null;
  readonly problem: string | null;
  readonly given_up_at: Date | null;
}

const toMail = (row: MailRow): MailRecord => ({
  to: row.is_own ? row.recipient : null,
  sentAt: row.sent_at,
  problem: row.problem,
  givenUpAt: row.given_up_at,
});

interface AlertRow {
  readonly id: string;
  readonly webhook_id: string;
  readonly name: string;
  readonly deleted_at: Date | null;
  readonly consecutive_failures: number | null;
  readonly last_failure_at: Date | null;
  readonly kind: AlertKind;
  readonly stage: AlertStage;
  readonly state: AlertState;
  readonly since: Date;
  readonly first_seen_at: Date;
  readonly last_seen_at: Date;
  readonly failed_attempts: number;
  readonly attempts: number | null;
  readonly occurrences: number;
  readonly last_failure: LastFailure | null;
  readonly warned_at: Date | null;
  readonly disable_at: Date | null;
  readonly disabled_at: Date | null;
  readonly recovered_at: Date | null;
  readonly recovered_by: RecoveredBy | null;
  readonly acknowledged_at: Date | null;
  readonly acknowledged_by: Acknowledger | null;
  readonly muted_until: Date | null;
  readonly resolved_at: Date | null;
  readonly resolved_by: 'recovery' | 'person' | null;
  readonly created_at: Date;
}

function toRecord(row: AlertRow): AlertRecord {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    webhookName: row.name,
    webhookDeleted: row.deleted_at !== null,
    kind: row.kind,
    stage: row.stage,
    state: row.state,
    since: row.since,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_failure_at ?? row.last_seen_at,
    failedAttempts: row.consecutive_failures ?? row.failed_attempts,
    attempts: row.attempts,
    occurrences: row.occurrences,
    lastFailure: row.last_failure,
    warnedAt: row.warned_at,
    disableAt: row.disable_at,
    disabledAt: row.disabled_at,
    recoveredAt: row.recovered_at,
    recoveredBy: row.recovered_by,
    acknowledgedAt: row.acknowledged_at,
    acknowledgedBy: row.acknowledged_by,
    mutedUntil: row.muted_until,
    resolvedAt: row.resolved_at,
    resolvedBy: row.resolved_by,
    createdAt: row.created_at,
  };
}
