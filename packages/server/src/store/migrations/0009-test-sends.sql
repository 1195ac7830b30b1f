-- Test sends: one request each, made at once and outside the queue. They count for nothing in health or statistics, and only
-- the newest few of a webhook are kept.
CREATE TABLE test_sends (
  environment_id integer NOT NULL REFERENCES environments (id),
  id uuid NOT NULL,
  -- Null: the settings were not saved.
  webhook_id uuid,
  type text NOT NULL,
  -- Outcome, timing, request and response, as answered when it was sent. Credentials are redacted.
  result json NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (environment_id, id)
);
CREATE INDEX test_sends_by_webhook ON test_sends (environment_id, webhook_id, id);
