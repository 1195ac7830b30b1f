-- Each webhook has a lane: what waits for it is taken from the queue lane by lane, so that a webhook that is slow, limited or
-- dead costs the others nothing, however much waits for it.

CREATE TABLE lanes (
  webhook_id uuid PRIMARY KEY REFERENCES webhooks (id) ON DELETE CASCADE,
  -- When the lane is to be looked at next: not later than its first delivery is due and may go. Null: nothing waits.
  next_at timestamptz,
  -- What is left of `maxPerSecond`, at this time.
  tokens double precision NOT NULL DEFAULT 0,
  refilled_at timestamptz NOT NULL DEFAULT 'epoch',
  -- Signs of trouble since the last success; from a number on the lane pauses.
  strikes smallint NOT NULL DEFAULT 0,
  -- Pauses since the last success: each is longer than the one before.
  pauses smallint NOT NULL DEFAULT 0,
  resumes_at timestamptz,
  -- Deliveries that may be leased at the same time after a pause; null: no such limit.
  width smallint,
  -- The transaction that last claimed from the lane or changed the turns of its envelopes: a claim that does not see what
  -- that one did leaves the lane alone. With its time, since numbers of transactions mean nothing in a restored copy.
  touched_by xid8,
  touched_at timestamptz
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX lanes_next ON lanes (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX lanes_strained ON lanes (webhook_id) WHERE strikes > 0 OR width IS NOT NULL;

-- The order of deliveries of one envelope to one webhook that wants it: only the first one's turn has come.
CREATE TABLE envelope_turns (
  webhook_id uuid NOT NULL,
  envelope_id text NOT NULL,
  turn bigint GENERATED ALWAYS AS IDENTITY,
  delivery_id uuid NOT NULL UNIQUE,
  PRIMARY KEY (webhook_id, envelope_id, turn)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

-- Behind another delivery of its envelope.
ALTER TABLE queue ADD COLUMN blocked boolean NOT NULL DEFAULT false;
DROP INDEX queue_due;
CREATE INDEX queue_by_lane ON queue (webhook_id, due_at) WHERE NOT held AND NOT blocked;

INSERT INTO lanes (webhook_id, next_at)
SELECT w.id, (SELECT min(q.due_at) FROM queue q WHERE q.webhook_id = w.id AND NOT q.held) FROM webhooks w;

CREATE FUNCTION make_lane() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lanes (webhook_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER lane AFTER INSERT ON webhooks FOR EACH ROW EXECUTE FUNCTION make_lane();

-- Whatever comes to wait wakes its lane. While a lane is awake nothing is written; lanes are locked in the order of their ids.
CREATE FUNCTION wake_lanes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM fresh) THEN
    WITH wanted AS MATERIALIZED (
      SELECT webhook_id, min(due_at) AS at FROM fresh WHERE NOT held AND NOT blocked GROUP BY webhook_id
    ), asleep AS MATERIALIZED (
      SELECT l.webhook_id, greatest(w.at, l.resumes_at) AS at FROM wanted w JOIN lanes l ON l.webhook_id = w.webhook_id
      WHERE l.next_at IS NULL OR l.next_at > greatest(w.at, l.resumes_at)
      ORDER BY l.webhook_id FOR NO KEY UPDATE OF l
    )
    UPDATE lanes l SET next_at = a.at FROM asleep a WHERE l.webhook_id = a.webhook_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER wake_inserted AFTER INSERT ON queue REFERENCING NEW TABLE AS fresh
FOR EACH STATEMENT EXECUTE FUNCTION wake_lanes();
CREATE TRIGGER wake_updated AFTER UPDATE ON queue REFERENCING NEW TABLE AS fresh
FOR EACH STATEMENT EXECUTE FUNCTION wake_lanes();
