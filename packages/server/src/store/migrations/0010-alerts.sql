-- The watch over webhooks: since when one fails, alerts about it, and what about them is still to be told.

-- Why and when a webhook was disabled. What is compared of thousands of webhooks at every look stands in columns.
ALTER TABLE webhooks
  DROP CONSTRAINT IF EXISTS webhooks_disabled_reason_check,
  ADD CONSTRAINT webhooks_disabled_reason_check CHECK (disabled_reason IN ('manual', 'gone', 'plan', 'failing')),
  ADD COLUMN disabled_at timestamptz,
  ADD COLUMN alert_after integer GENERATED ALWAYS AS ((alerts ->> 'afterConsecutiveFailures')::integer) STORED,
  ADD COLUMN disable_after_seconds integer GENERATED ALWAYS AS (
    left(alerts ->> 'disableAfter', -1)::integer
    * CASE right(alerts ->> 'disableAfter', 1) WHEN 's' THEN 1 WHEN 'm' THEN 60 WHEN 'h' THEN 3600 ELSE 86400 END) STORED,
  ADD COLUMN rate_percent integer GENERATED ALWAYS AS ((alerts #>> '{failureRate,percent}')::integer) STORED,
  ADD COLUMN rate_hours integer GENERATED ALWAYS AS ((alerts #>> '{failureRate,hours}')::integer) STORED,
  ADD COLUMN rate_attempts_min integer GENERATED ALWAYS AS ((alerts #>> '{failureRate,attemptsMin}')::integer) STORED,
  ALTER COLUMN alerts SET DEFAULT '{"afterConsecutiveFailures":5,"disableAfter":"5d","failureRate":null,"emails":[]}';
-- Nobody changed anything: it stays out of the audit log.
ALTER TABLE webhooks DISABLE TRIGGER audit;
UPDATE webhooks SET alerts = (alerts::jsonb || '{"failureRate":null}')::json,
  disabled_at = CASE status WHEN 'disabled' THEN updated_at END;
ALTER TABLE webhooks ENABLE TRIGGER audit;
-- All that a look needs of webhooks that are as they were at the look before.
CREATE INDEX webhooks_watched ON webhooks (id) INCLUDE (status, deleted_at, alert_after, disable_after_seconds);
CREATE INDEX webhooks_rated ON webhooks (id) WHERE rate_percent IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX webhooks_gone ON webhooks (id) WHERE disabled_reason = 'gone' AND deleted_at IS NULL;

-- When the first of the failures in a row happened; null: the last attempt succeeded. It changes only where a row of failures
-- begins or ends, so that its index costs the batches that write health nothing in between.
ALTER TABLE webhook_health
  ADD COLUMN failing_since timestamptz,
  -- The last row of failures that is over: when it had begun, how many there were, and whether a success ended it.
  ADD COLUMN ended_since timestamptz,
  ADD COLUMN ended_failures integer,
  ADD COLUMN ended_by_success boolean;
UPDATE webhook_health SET failing_since = last_failure_at WHERE consecutive_failures > 0;
CREATE INDEX webhook_health_failing ON webhook_health (failing_since) WHERE failing_since IS NOT NULL;

CREATE FUNCTION note_failing_since() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.failing_since IS NOT NULL THEN
    NEW.ended_since := OLD.failing_since;
    NEW.ended_failures := OLD.consecutive_failures;
    NEW.ended_by_success := NEW.last_success_at IS DISTINCT FROM OLD.last_success_at;
  END IF;
  NEW.failing_since := CASE WHEN NEW.consecutive_failures > 0 THEN NEW.last_failure_at END;
  RETURN NEW;
END $$;
CREATE TRIGGER failing_since_first BEFORE INSERT ON webhook_health
  FOR EACH ROW WHEN (NEW.consecutive_failures > 0) EXECUTE FUNCTION note_failing_since();
-- A success in the midst of failures begins a new row of them.
CREATE TRIGGER failing_since_change BEFORE UPDATE ON webhook_health
  FOR EACH ROW WHEN (
    (NEW.consecutive_failures > 0) <> (OLD.failing_since IS NOT NULL)
    OR OLD.failing_since IS NOT NULL AND NEW.last_success_at IS DISTINCT FROM OLD.last_success_at
  ) EXECUTE FUNCTION note_failing_since();

-- One alert a problem: a row of failures, too many of them among successes, or a receiver that is gone. A problem that comes back soon goes on in its alert.
CREATE TABLE alerts (
  environment_id integer NOT NULL REFERENCES environments (id),
  id uuid NOT NULL,
  webhook_id uuid NOT NULL REFERENCES webhooks (id),
  -- The newest of its webhook; all others are history.
  latest boolean NOT NULL DEFAULT true,
  kind text NOT NULL CHECK (kind IN ('failing', 'failure_rate', 'gone')),
  -- How far the problem has come, and what people did about it.
  stage text NOT NULL CHECK (stage IN ('failing', 'warned', 'disabled', 'recovered')),
  state text NOT NULL CHECK (state IN ('open', 'acknowledged', 'muted', 'resolved')),
  -- The first failure of the present row, and of all since the alert was raised. Of a rate: since when it is counted.
  since timestamptz NOT NULL,
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  failed_attempts integer NOT NULL,
  -- Among how many; null where all failed.
  attempts integer,
  occurrences integer NOT NULL DEFAULT 1,
  last_failure json,
  warned_at timestamptz,
  disable_at timestamptz,
  disabled_at timestamptz,
  recovered_at timestamptz,
  recovered_by text CHECK (recovered_by IN ('delivery', 'enabled', 'deleted')),
  acknowledged_at timestamptz,
  -- Who takes care of it: kind, id and name.
  acknowledged_by json,
  -- Outlives the alert: a problem that comes back before stays muted.
  muted_until timestamptz,
  resolved_at timestamptz,
  resolved_by text CHECK (resolved_by IN ('recovery', 'person')),
  -- How many there are in alert_steps.
  steps integer NOT NULL DEFAULT 0,
  -- When events told of the present row of failures; null: they did not.
  announced_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (environment_id, id)
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX alerts_latest ON alerts (webhook_id) INCLUDE (id, since, stage, warned_at, disabled_at) WHERE latest;
CREATE UNIQUE INDEX alerts_unrecovered ON alerts (webhook_id) INCLUDE (kind, stage, state, since, muted_until) WHERE stage <> 'recovered';
CREATE INDEX alerts_by_state ON alerts (environment_id, state, id);
CREATE INDEX alerts_by_webhook ON alerts (webhook_id, id);
CREATE INDEX alerts_by_end ON alerts (resolved_at) WHERE resolved_at IS NOT NULL;
CREATE INDEX alerts_announced ON alerts (environment_id, announced_at) WHERE announced_at IS NOT NULL;

-- What an alert went through, with the facts of its moment: what mails and events are made of.
CREATE TABLE alert_steps (
  environment_id integer NOT NULL,
  alert_id uuid NOT NULL,
  number integer NOT NULL,
  step text NOT NULL CHECK (step IN ('failing', 'warned', 'disabled', 'recovered', 'reminded')),
  at timestamptz NOT NULL,
  facts json NOT NULL,
  -- An event of it is still to be sent.
  unannounced boolean NOT NULL,
  PRIMARY KEY (environment_id, alert_id, number),
  FOREIGN KEY (environment_id, alert_id) REFERENCES alerts (environment_id, id) ON DELETE CASCADE
);
CREATE INDEX alert_steps_unannounced ON alert_steps (at) WHERE unannounced;

-- Mails about steps, each to one address: on their way until they are sent or given up.
CREATE TABLE alert_mails (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  environment_id integer NOT NULL,
  alert_id uuid NOT NULL,
  number integer NOT NULL,
  recipient text NOT NULL,
  -- One of the webhook's own addresses.
  is_own boolean NOT NULL,
  -- When it is to be sent, or tried again. Whoever takes it puts this off first, so that a crash repeats and never loses it.
  due_at timestamptz NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  sent_at timestamptz,
  given_up_at timestamptz,
  problem text,
  FOREIGN KEY (environment_id, alert_id, number) REFERENCES alert_steps (environment_id, alert_id, number) ON DELETE CASCADE
);
CREATE INDEX alert_mails_due ON alert_mails (due_at, id) WHERE sent_at IS NULL AND given_up_at IS NULL;
CREATE INDEX alert_mails_by_step ON alert_mails (environment_id, alert_id, number);
CREATE INDEX alert_mails_sent ON alert_mails (sent_at) WHERE sent_at IS NOT NULL;

-- What the settings say once more is no change of its own. Of alerts only what people do about them is of interest.
CREATE OR REPLACE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON webhooks FOR EACH ROW
  EXECUTE FUNCTION audit_change('webhook', 'alert_after', 'disable_after_seconds', 'rate_percent', 'rate_hours', 'rate_attempts_min');
CREATE TRIGGER audit AFTER UPDATE ON alerts FOR EACH ROW
  WHEN (coalesce(current_setting('signpost.actor', true), '') <> '') EXECUTE FUNCTION audit_change('alert');
