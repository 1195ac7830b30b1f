// Mails about alerts on their way. Whoever takes some puts them off first: a crash in the midst of sending repeats them, and
// loses none. A mail that cannot be sent is tried again for days, ever more seldom, and then given up.
import { type Kysely, sql } from 'kysely';
import type { AlertFacts, AlertStep } from '../domain/alert.ts';
import type { Database } from './database.ts';
import type { DB } from './schema.gen.ts';

/** What one address is to be told now. */
export interface DueMails {
  readonly recipient: string;
  /** The oldest first. */
  readonly mails: readonly DueMail[];
}

export interface DueMail {
  readonly id: number;
  readonly step: AlertStep;
  readonly at: Date;
  readonly facts: AlertFacts;
}

export interface AlertMailStore {
  /** Takes what one address is to be told, the longest due first; null when nothing is due. */
  take(now: Date | null): Promise<DueMails | null>;
  sent(ids: readonly number[], now: Date | null): Promise<void>;
  /** It stays put off, or is given up when it was tried for the last time. Answers how many were given up. */
  failed(ids: readonly number[], problem: string, passing: boolean, now: Date | null): Promise<number>;
}

/** Seconds between tries. The first is longer than any sending takes. */
const retrySeconds = [60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 24 * 3600, 24 * 3600];
/** What the mail server refused is not tried again as soon as that: only a person can change it. */
const refusedSecondsMin = 3600;
/** As many in one mail. */
const mailsTakenMax = 500;
/** Who got so many mails within so many seconds gets the next ones together. */
const burst = 5;
const burstSeconds = 600;
/** Any number, the same in every version. */
const takingLock = 7_467_003;

export function createAlertMailStore({ kysely }: Database): AlertMailStore {
  return {
    async take(now) {
      const rows = await kysely.transaction().execute(async (transaction) => {
        // Two nodes that look at the same moment would share out the rows of one address, and write to it twice.
        await sql`SELECT pg_advisory_xact_lock(${takingLock})`.execute(transaction);
        return takeDue(transaction, now);
      });
      const [first] = rows;
      return first ? { recipient: first.recipient, mails: rows } : null;
    },
    async sent(ids, now) {
      await sql`
        UPDATE alert_mails SET sent_at = coalesce(${now}::timestamptz, now()), problem = NULL WHERE id = ANY (${ids}::bigint[])`.execute(
        kysely,
      );
    },
    async failed(ids, problem, passing, now) {
      const notBefore = passing ? 0 : refusedSecondsMin;
      const { rows } = await sql<{ given_up: boolean }>`
        UPDATE alert_mails SET problem = ${problem},
          given_up_at = CASE WHEN tries > ${retrySeconds.length} THEN coalesce(${now}::timestamptz, now()) END,
          due_at = greatest(due_at, coalesce(${now}::timestamptz, now()) + ${notBefore}::float8 * interval '1 second')
        WHERE id = ANY (${ids}::bigint[]) RETURNING given_up_at IS NOT NULL AS given_up`.execute(kysely);
      return rows.filter((row) => row.given_up).length;
    },
  };
}

async function takeDue(kysely: Kysely<DB>, now: Date | null) {
  const { rows } = await sql<DueMail & { recipient: string }>`
      WITH present AS MATERIALIZED (SELECT coalesce(${now}::timestamptz, now()) AS now), busy AS MATERIALIZED (
        SELECT m.recipient FROM alert_mails m, present p
        WHERE m.sent_at > p.now - ${burstSeconds}::float8 * interval '1 second'
        GROUP BY m.recipient HAVING count(DISTINCT m.sent_at) >= ${burst}
      ), next AS MATERIALIZED (
        SELECT m.recipient FROM alert_mails m, present p
        WHERE m.sent_at IS NULL AND m.given_up_at IS NULL AND m.due_at <= p.now
        AND m.recipient NOT IN (SELECT recipient FROM busy) ORDER BY m.due_at, m.id LIMIT 1
      ), taken AS MATERIALIZED (
        SELECT m.id FROM alert_mails m, present p, next n
        WHERE m.sent_at IS NULL AND m.given_up_at IS NULL AND m.due_at <= p.now AND m.recipient = n.recipient
        ORDER BY m.due_at, m.id LIMIT ${mailsTakenMax} FOR UPDATE OF m SKIP LOCKED
      ), put_off AS (
        UPDATE alert_mails m SET tries = m.tries + 1,
          due_at = p.now + (${retrySeconds}::int[])[least(m.tries + 1, ${retrySeconds.length})] * interval '1 second'
        FROM taken t, present p WHERE m.id = t.id RETURNING m.*
      )
      SELECT m.id, m.recipient, s.step, s.at, s.facts
      FROM put_off m JOIN alert_steps s USING (environment_id, alert_id, number) ORDER BY s.at, m.id`.execute(
    kysely,
  );
  return rows;
}
