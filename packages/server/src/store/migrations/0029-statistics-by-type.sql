-- Statistics by event type, beside those of webhooks: a table of their own, so that these stay as small and as close together
-- as they were, and so that a node of the version before goes on adding to them.

-- Empty: tallied by a node that did not know types. It counts, but for no type.
ALTER TABLE attempt_tallies ADD COLUMN type text NOT NULL DEFAULT '';

CREATE TABLE statistics_by_type (
  environment_id integer NOT NULL,
  -- 00000000-0000-0000-0000-000000000000: all webhooks of the environment together.
  webhook_id uuid NOT NULL,
  type text COLLATE "C" NOT NULL,
  span text NOT NULL CHECK (span IN ('hour', 'day')),
  since timestamptz NOT NULL,
  -- All as in `statistics`.
  attempts integer NOT NULL,
  succeeded integer NOT NULL,
  failed integer NOT NULL,
  duration_ms bigint NOT NULL,
  latency integer[] NOT NULL,
  failures json NOT NULL,
  PRIMARY KEY (environment_id, webhook_id, type, span, since)
) WITH (fillfactor = 70);
CREATE INDEX statistics_by_type_hours ON statistics_by_type (since) WHERE span = 'hour';

-- Since when its attempts are counted by type; null: all of them are.
ALTER TABLE environments ADD COLUMN types_counted_since timestamptz;
UPDATE environments e SET types_counted_since = now() WHERE EXISTS (SELECT FROM statistics s WHERE s.environment_id = e.id);
