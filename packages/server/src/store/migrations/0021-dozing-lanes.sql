-- A lane of which nothing due was left dozes: it is looked at once more, and then may sleep for long. Whatever comes to wait
-- meanwhile wakes it by writing, so that the two wait for each other: before, what had come but was not committed yet at that
-- last look was passed over until upkeep found it, up to a minute later.
ALTER TABLE lanes ADD COLUMN dozes boolean NOT NULL DEFAULT true;

CREATE OR REPLACE FUNCTION wake_lanes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM fresh) THEN
    WITH wanted AS MATERIALIZED (
      SELECT webhook_id, min(due_at) AS at FROM fresh WHERE NOT held AND NOT blocked GROUP BY webhook_id
    ), asleep AS MATERIALIZED (
      SELECT l.webhook_id, least(l.next_at, greatest(w.at, l.resumes_at)) AS at FROM wanted w JOIN lanes l ON l.webhook_id = w.webhook_id
      WHERE l.dozes OR l.next_at IS NULL OR l.next_at > greatest(w.at, l.resumes_at)
      ORDER BY l.webhook_id FOR NO KEY UPDATE OF l
    )
    -- A claim that does not see this yet leaves the lane alone, instead of finding nothing in it.
    UPDATE lanes l SET next_at = a.at, dozes = false, touched_by = pg_current_xact_id(), touched_at = now() FROM asleep a WHERE l.webhook_id = a.webhook_id;
  END IF;
  RETURN NULL;
END $$;
