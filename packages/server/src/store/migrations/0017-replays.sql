-- Replays: deliveries that are sent again as durable jobs, a chunk at a time.
CREATE TABLE replays (
  environment_id integer NOT NULL REFERENCES environments (id),
  id uuid NOT NULL,
  name text,
  kind text NOT NULL CHECK (kind IN ('recover', 'resend')),
  -- Whose a recovery is. A deleted webhook stays as long as history names it.
  recovered_id uuid,
  -- As it was asked for, in the words of the API.
  selection json NOT NULL,
  -- What deliveries are looked for by; null: the ids in replay_deliveries, or only events.
  filter json,
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'paused', 'done', 'cancelled')),
  paused_because text CHECK (paused_because IN ('person', 'webhook_disabled')),
  -- What is gone through now: deliveries, then events that the webhook has no delivery of.
  phase text NOT NULL CHECK (phase IN ('deliveries', 'events')),
  -- Range of events that are gone through; null: none are.
  missed_from uuid,
  missed_to uuid,
  -- The last id that was gone through. It moves in the transaction that sends what is before it.
  cursor uuid,
  per_second integer NOT NULL,
  next_at timestamptz NOT NULL,
  -- Null: only known at the end.
  total integer,
  total_is_estimate boolean NOT NULL,
  done integer NOT NULL DEFAULT 0,
  skipped json NOT NULL DEFAULT '{}',
  created_by json NOT NULL,
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (environment_id, id)
);
CREATE INDEX replays_due ON replays (next_at) WHERE state = 'running';
CREATE INDEX replays_unfinished ON replays (environment_id) WHERE state IN ('running', 'paused');

-- What a replay sent, or has still to send.
CREATE TABLE replay_deliveries (
  replay_id uuid NOT NULL,
  delivery_id uuid NOT NULL,
  sent boolean NOT NULL,
  PRIMARY KEY (replay_id, delivery_id)
);

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON replays FOR EACH ROW
  EXECUTE FUNCTION audit_change('replay', 'filter', 'phase', 'cursor', 'missed_from', 'missed_to', 'next_at', 'total',
                                'total_is_estimate', 'done', 'skipped', 'ended_at');
