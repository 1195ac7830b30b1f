-- Upkeep by one node: who it is.

-- One row: the process that does the upkeep, until when unless it says so again. Whoever finds the time run out takes its place.
CREATE TABLE leadership (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  holder uuid,
  held_until timestamptz NOT NULL
);
INSERT INTO leadership (holder, held_until) VALUES (NULL, '-infinity');

-- What recorded attempts amount to, written by the statement that records them and added to the statistics soon after: rows
-- come and go. Adding to the statistics at once would make every two batches wait for each other's commits.
CREATE TABLE attempt_tallies (
  environment_id integer NOT NULL,
  webhook_id uuid NOT NULL,
  -- In which the attempts began, counted since 1970.
  hour integer NOT NULL,
  -- What they left their deliveries as: pending, succeeded or failed.
  state text NOT NULL,
  -- Which class of the latency histogram.
  latency smallint NOT NULL,
  -- Why they failed; null for those that did not.
  reason text,
  attempts integer NOT NULL,
  duration_ms bigint NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

CREATE TABLE statistics (
  environment_id integer NOT NULL,
  -- 00000000-0000-0000-0000-000000000000: all webhooks of the environment together.
  webhook_id uuid NOT NULL,
  span text NOT NULL CHECK (span IN ('hour', 'day')),
  -- When the hour or the day (of UTC) began.
  since timestamptz NOT NULL,
  attempts integer NOT NULL,
  -- Deliveries that ended: each success, and each failure that no retry follows.
  succeeded integer NOT NULL,
  failed integer NOT NULL,
  duration_ms bigint NOT NULL,
  -- Attempts by class of their duration.
  latency integer[] NOT NULL,
  -- Failed attempts by reason.
  failures json NOT NULL,
  PRIMARY KEY (environment_id, webhook_id, span, since)
) WITH (fillfactor = 70);
CREATE INDEX statistics_hours ON statistics (since) WHERE span = 'hour';

-- Since when each state of a webhook held: those that were followed by another before the oldest event go with the history.
ALTER TABLE webhook_states ADD COLUMN since timestamptz NOT NULL DEFAULT now();

-- Weeks of history in which retention ended deliveries that still waited. They stay a while longer, for it to be seen.
CREATE TABLE retained_weeks (
  -- The lowest id of the week.
  from_id uuid PRIMARY KEY,
  cancelled integer NOT NULL,
  cancelled_at timestamptz NOT NULL
);

-- One row: everything that belonged to events older than this has been forgotten.
CREATE TABLE forgotten (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  before_id uuid NOT NULL
);
INSERT INTO forgotten (before_id) VALUES ('00000000-0000-0000-0000-000000000000');
