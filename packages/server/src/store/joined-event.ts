// SQL that finds the event of a row in a statement that also locks or changes rows.
// PostgreSQL 18 (up to 18.4 at least) crashes where such a statement prunes partitions while it runs and another transaction
// changed a row that it wants: checking the row again spoils what the pruning still uses. A comparison of rows is not pruned
// by; it looks into each partition's index instead. Decision 0029.

/**
 * SQL: `event` is the one of `row`.
 * @param event an alias of `events`
 * @param row one with `environment_id` and `event_id`
 */
export const isEventOf = (event: string, row: string) => `
  (${event}.environment_id, ${event}.id) >= (${row}.environment_id, ${row}.event_id)
  AND (${event}.environment_id, ${event}.id) <= (${row}.environment_id, ${row}.event_id)`;
