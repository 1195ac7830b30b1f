// What came to test inboxes. Bounded by number with each request, by age for whoever reads, and for good in `sweep`.
import { sql } from 'kysely';
import type { Headers, SignatureVerdict } from '../domain/inbox.ts';
import { limit } from '../domain/limits.ts';
import { lowestIdAt, timeOfId } from '../lib/ids.ts';
import type { Database } from './database.ts';
import { type Page, type PageRequest, page } from './paging.ts';

/** A request without its headers and body. */
export interface InboxRequestSummary {
  readonly id: string;
  /** null: it came from elsewhere, and proves to be no webhook's. */
  readonly webhookId: string | null;
  readonly method: string;
  readonly path: string;
  /** The `webhook-id`, the same at every attempt. */
  readonly eventId: string | null;
  readonly isTest: boolean;
  /** Before it was cut. */
  readonly bodyBytes: number;
  readonly signature: SignatureVerdict;
  readonly answeredStatus: number;
  readonly answeredAfterSeconds: number;
}

export interface InboxRequestRecord extends InboxRequestSummary {
  readonly headers: Headers;
  readonly body: Buffer;
}

export interface InboxContents {
  readonly requests: number;
  readonly lastRequestAt: Date | null;
}

export interface InboxRequestStore {
  /** Answers false when the inbox is gone. */
  keep(inboxId: string, request: InboxRequestRecord): Promise<boolean>;
  /** Of each inbox that has anything. */
  contents(inboxIds: readonly string[], now: number): Promise<ReadonlyMap<string, InboxContents>>;
  list(inboxId: string, now: number, request: PageRequest): Promise<Page<InboxRequestSummary>>;
  find(inboxId: string, id: string, now: number): Promise<InboxRequestRecord | null>;
  /** Forgets what is too old, so many at most. Answers how many. */
  sweep(now: number, max: number): Promise<number>;
}

const oldestAt = (now: number) => lowestIdAt(now - limit('inbox_request_seconds_max') * 1000);

const summary = [
  'id',
  'webhook_id',
  'method',
  'path',
  'event_id',
  'is_test',
  'body_bytes',
  'signature',
  'answered_status',
  'answered_after_seconds',
] as const;

export function createInboxRequestStore({ kysely }: Database): InboxRequestStore {
  const kept = (inboxId: string, now: number) =>
    kysely.selectFrom('inbox_requests').where('inbox_id', '=', inboxId).where('id', '>=', oldestAt(now));
  return {
    async keep(inboxId, request) {
      // Of an inbox that is deleted meanwhile there is no row to lock: nothing is kept.
      const { numAffectedRows } = await sql`
        INSERT INTO inbox_requests (inbox_id, id, webhook_id, method, path, event_id, is_test, headers, body, body_bytes,
                                    signature, answered_status, answered_after_seconds)
        SELECT id, ${request.id}::uuid, ${request.webhookId}::uuid, ${request.method}, ${request.path}, ${request.eventId},
               ${request.isTest}::boolean, ${JSON.stringify(request.headers)}::json, ${request.body}::bytea,
               ${request.bodyBytes}::integer, ${request.signature}, ${request.answeredStatus}::integer,
               ${request.answeredAfterSeconds}::integer
        FROM inboxes WHERE id = ${inboxId} FOR KEY SHARE`.execute(kysely);
      if (numAffectedRows !== 1n) return false;
      await sql`
        DELETE FROM inbox_requests WHERE inbox_id = ${inboxId}
        AND id <= (SELECT id FROM inbox_requests WHERE inbox_id = ${inboxId}
                   ORDER BY id DESC OFFSET ${limit('inbox_requests_kept_max')} LIMIT 1)`.execute(kysely);
      return true;
    },
    async contents(inboxIds, now) {
      if (inboxIds.length === 0) return new Map();
      const rows = await kysely
        .selectFrom('inbox_requests')
        .select(({ fn }) => [
          'inbox_id',
          fn.countAll<number>().as('requests'),
          sql<string>`max(id::text)`.as('last'),
        ])
        .where('inbox_id', 'in', inboxIds)
        .where('id', '>=', oldestAt(now))
        .groupBy('inbox_id')
        .execute();
      return new Map(
        rows.map(({ inbox_id, requests, last }) => [
          inbox_id,
          { requests, lastRequestAt: new Date(timeOfId(last)) },
        ]),
      );
    },
    list: (inboxId, now, request) =>
      page(kept(inboxId, now).select(summary), 'inbox_requests.id', request, toSummary),
    async find(inboxId, id, now) {
      const row = await kept(inboxId, now)
        .select([...summary, 'headers', 'body'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? { ...toSummary(row), headers: row.headers as Headers, body: row.body } : null;
    },
    async sweep(now, max) {
      const { numAffectedRows = 0n } = await sql`
        DELETE FROM inbox_requests WHERE (inbox_id, id) IN (
          SELECT inbox_id, id FROM inbox_requests WHERE id < ${oldestAt(now)} ORDER BY id LIMIT ${max})`.execute(
        kysely,
      );
      return Number(numAffectedRows);
    },
  };
}

interface SummaryRow {
  readonly id: string;
  readonly webhook_id: string | null;
  readonly method: string;
  readonly path: string;
  readonly event_id: string | null;
  readonly is_test: boolean;
  readonly body_bytes: number;
  readonly signature: string;
  readonly answered_status: number;
  readonly answered_after_seconds: number;
}

function toSummary(row: SummaryRow): InboxRequestSummary {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    method: row.method,
    path: row.path,
    eventId: row.event_id,
    isTest: row.is_test,
    bodyBytes: row.body_bytes,
    signature: row.signature as SignatureVerdict,
    answeredStatus: row.answered_status,
    answeredAfterSeconds: row.answered_after_seconds,
  };
}
