-- A delivery stands in one table at a time: in `queue` while it waits, in `leases` while a node works for it, in
-- `deliveries` once it has ended. One that succeeds at once is written once, with its attempt.

-- What nodes work for: one row for each batch of one environment, leased at birth or claimed.
CREATE TABLE leases (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  node_id integer NOT NULL,
  environment_id integer NOT NULL,
  -- Its deliveries, column by column; `size` of them.
  size integer NOT NULL,
  delivery_ids uuid[] NOT NULL,
  event_ids uuid[] NOT NULL,
  webhook_ids uuid[] NOT NULL,
  due_at timestamptz[] NOT NULL,
  -- Null in a lease given at birth: all are at their first attempt.
  attempts smallint[],
  steps smallint[],
  triggers text[],
  last_statuses smallint[],
  last_errors text[],
  -- Positions (from 1) of those that the lease holds no more; with all of them the row is deleted.
  ended integer[] NOT NULL DEFAULT '{}'
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);
-- Ids do not get smaller by being compressed.
ALTER TABLE leases ALTER COLUMN delivery_ids SET STORAGE EXTERNAL, ALTER COLUMN event_ids SET STORAGE EXTERNAL;

-- What was leased is given back: nodes of before this migration can not go on.
ALTER TABLE queue ADD COLUMN last_status smallint, ADD COLUMN last_error text;
UPDATE queue q SET last_status = d.last_status, last_error = d.last_error
FROM deliveries d WHERE d.environment_id = q.environment_id AND d.id = q.delivery_id;
DROP INDEX queue_due, queue_by_webhook;
ALTER TABLE queue DROP COLUMN owner, DROP CONSTRAINT queue_pkey, ADD PRIMARY KEY (environment_id, delivery_id);
CREATE INDEX queue_due ON queue (due_at) WHERE NOT held;
CREATE INDEX queue_by_webhook ON queue (webhook_id, delivery_id);
CREATE INDEX queue_by_event ON queue (event_id);
CREATE INDEX queue_held ON queue (environment_id, delivery_id) WHERE held;
-- Retention goes through what waits by age, whose environment it may be.
CREATE INDEX queue_by_age ON queue (delivery_id);

DELETE FROM deliveries WHERE state IN ('pending', 'held');
ALTER TABLE deliveries
  DROP COLUMN unsuccessful,
  DROP COLUMN next_attempt_at,
  DROP CONSTRAINT deliveries_state_check,
  ADD CHECK (state IN ('succeeded', 'failed', 'cancelled')),
  -- The attempt that ended it; those before it stand in `attempts`. Null where no attempt ended it.
  ADD COLUMN trigger text CHECK (trigger IN ('auto', 'manual')),
  ADD COLUMN started_at timestamptz,
  ADD COLUMN duration_ms integer,
  ADD COLUMN first_byte_ms integer,
  ADD COLUMN url text,
  ADD COLUMN request_headers text,
  ADD COLUMN request_head bytea,
  ADD COLUMN request_tail bytea,
  ADD COLUMN response_headers text,
  ADD COLUMN response_body bytea,
  ADD COLUMN response_truncated boolean,
  ADD COLUMN error_message text;
ALTER TABLE deliveries ALTER COLUMN request_head SET STORAGE EXTERNAL, ALTER COLUMN response_body SET STORAGE EXTERNAL;
CREATE INDEX deliveries_unsuccessful ON deliveries (environment_id, state, id) WHERE state <> 'succeeded';

-- They are written once now: no room is needed for a second version.
DO $$
DECLARE part regclass;
BEGIN
  FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'deliveries'::regclass LOOP
    EXECUTE format('ALTER TABLE %s RESET (fillfactor)', part);
  END LOOP;
END $$;

-- Null where the sender told nothing but the type.
ALTER TABLE events ALTER COLUMN facts DROP NOT NULL;
