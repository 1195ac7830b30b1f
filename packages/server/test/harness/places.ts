// Where deliveries and their attempts stand, for tests that look into the database.

/** SQL: the deliveries that have not ended, in the queue or in a lease, with the node that has it. */
export const unended = `(
  SELECT delivery_id, environment_id, event_id, NULL::int AS owner, attempt, held FROM queue
  UNION ALL
  SELECT delivery_ids[at], environment_id, event_ids[at], node_id, coalesce(attempts[at], 1::smallint), false
  FROM leases, generate_series(1, size) AS at WHERE at <> ALL (ended)
) AS unended`;

/** SQL: what of the queue meets `condition` is leased to the node in $1, all of an environment together. */
export const leaseOut = (condition: string) => `
  WITH taken AS (DELETE FROM queue WHERE ${condition} RETURNING *)
  INSERT INTO leases (node_id, environment_id, size, delivery_ids, event_ids, webhook_ids, due_at, attempts, steps, triggers)
  SELECT $1::int, environment_id, count(*), array_agg(delivery_id ORDER BY delivery_id), array_agg(event_id ORDER BY delivery_id),
         array_agg(webhook_id ORDER BY delivery_id), array_agg(due_at ORDER BY delivery_id),
         array_agg(attempt ORDER BY delivery_id), array_agg(step ORDER BY delivery_id), array_agg(trigger ORDER BY delivery_id)
  FROM taken GROUP BY environment_id`;

/** SQL: every attempt; the one that ended a delivery stands with it. */
export const made = `(
  SELECT environment_id, delivery_id, outcome, started_at, duration_ms FROM attempts
  UNION ALL
  SELECT environment_id, id, CASE state WHEN 'succeeded' THEN 'succeeded' ELSE 'failed' END, started_at, duration_ms
  FROM deliveries WHERE url IS NOT NULL
) AS made`;

/** SQL: ended deliveries whose attempts are not as many as they say, the last of which stands with the delivery itself. */
export const miscounted = `
  SELECT d.id, d.state, d.attempts FROM deliveries d
  WHERE d.url IS NOT NULL
    AND d.attempts <> 1 + (SELECT count(*) FROM attempts a WHERE a.environment_id = d.environment_id AND a.delivery_id = d.id)`;
