// SQL of leases that several statements share. A row of `leases` is a batch of deliveries that one node works for; each has
// a position in it, and `ended` names the positions that the lease holds no more. A delivery leaves its lease in the same
// statement that puts it into `queue` or `deliveries`, so that it always stands in exactly one place.

/** Where a leased delivery stands. */
export interface LeasePlace {
  readonly lease: number;
  /** From 1. */
  readonly position: number;
}

/** SQL: the deliveries that the lease `row` still holds, as rows of `entry`. Give it a WHERE of its own with `holds`. */
export const entriesOf = (row: string) => `
  unnest(${row}.delivery_ids, ${row}.event_ids, ${row}.webhook_ids, ${row}.due_at, ${row}.attempts, ${row}.steps, ${row}.triggers,
         ${row}.last_statuses, ${row}.last_errors)
    WITH ORDINALITY AS entry (delivery_id, event_id, webhook_id, due_at, attempt, step, trigger, last_status, last_error, position)`;

export const holds = (row: string) => `entry.position <> ALL (${row}.ended)`;

/** SQL: the columns of `queue`, and what an entry of a lease in `row` is there. */
export const queueColumns =
  'environment_id, delivery_id, event_id, webhook_id, attempt, step, trigger, due_at, last_status, last_error';

/** SQL: an entry with its lease's environment, by the names of `queueColumns`. */
export const entryColumns = (row: string) => `
  ${row}.environment_id, entry.delivery_id, entry.event_id, entry.webhook_id, coalesce(entry.attempt, 1::smallint) AS attempt,
  coalesce(entry.step, 0::smallint) AS step, coalesce(entry.trigger, 'auto') AS trigger, entry.due_at, entry.last_status,
  entry.last_error`;

/**
 * SQL of common table expressions that let go of what `gone` names, and of leases that hold nothing more.
 * @param gone a materialized expression with `lease` and `position`
 * @param locked one with `id`, `size` and `ended` of their leases, locked
 */
export const letGo = (gone: string, locked: string) => `
left_over AS MATERIALIZED (
  SELECT l.id, l.size, l.ended || array_agg(g.position::integer) AS ended
  FROM ${gone} g JOIN ${locked} l ON l.id = g.lease GROUP BY l.id, l.size, l.ended
), emptied AS (
  DELETE FROM leases USING left_over o WHERE leases.id = o.id AND cardinality(o.ended) = o.size
), shrunk AS (
  UPDATE leases SET ended = o.ended FROM left_over o WHERE leases.id = o.id AND cardinality(o.ended) < o.size
)`;
