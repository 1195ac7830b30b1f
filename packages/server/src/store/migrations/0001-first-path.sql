-- The first whole path: tenants, webhooks, sources, events, deliveries, attempts, and the queue.
-- Events, deliveries and attempts are history: partitioned by the time inside their UUIDv7, so that retention drops whole
-- partitions. What is still to be done stands in `queue`, a small table that history never slows down.

CREATE TABLE organizations (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE applications (
  id text PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  name text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX applications_by_organization ON applications (organization_id);

-- One row for each (application, environment): the tenant key of everything below.
CREATE TABLE environments (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  application_id text NOT NULL REFERENCES applications (id),
  name text NOT NULL CHECK (name IN ('DEVELOPMENT', 'TEST', 'STAGING', 'PRODUCTION')),
  -- Grows with every change of a webhook, source or key. An event is stored only if it was routed by the present version.
  version bigint NOT NULL DEFAULT 1,
  UNIQUE (application_id, name)
);

CREATE TABLE api_keys (
  id uuid PRIMARY KEY,
  environment_id integer NOT NULL REFERENCES environments (id),
  name text NOT NULL,
  scopes text[] NOT NULL,
  hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX api_keys_by_environment ON api_keys (environment_id, id);

CREATE TABLE webhooks (
  id uuid PRIMARY KEY,
  environment_id integer NOT NULL REFERENCES environments (id),
  name text NOT NULL,
  description text NOT NULL,
  url text NOT NULL,
  status text NOT NULL CHECK (status IN ('enabled', 'disabled')),
  disabled_reason text CHECK (disabled_reason IN ('manual', 'gone')),
  events json NOT NULL,
  delivery json NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- A deleted webhook stays as long as history names it.
  deleted_at timestamptz
);
CREATE INDEX webhooks_by_environment ON webhooks (environment_id, id) WHERE deleted_at IS NULL;

-- More than one live secret during a rotation: every one signs.
CREATE TABLE webhook_secrets (
  id uuid PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES webhooks (id),
  sealed bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz
);
CREATE INDEX webhook_secrets_by_webhook ON webhook_secrets (webhook_id);

-- Apart from webhooks, because it changes with every batch of attempts.
CREATE TABLE webhook_health (
  webhook_id uuid PRIMARY KEY,
  consecutive_failures integer NOT NULL DEFAULT 0,
  last_success_at timestamptz,
  last_failure_at timestamptz
) WITH (fillfactor = 50);

CREATE TABLE sources (
  id uuid PRIMARY KEY,
  environment_id integer NOT NULL REFERENCES environments (id),
  platform text NOT NULL,
  name text NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  sealed_secret bytea,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX sources_by_environment ON sources (environment_id, id);

CREATE TABLE events (
  environment_id integer NOT NULL,
  id uuid NOT NULL,
  -- The id that the sender chose, if it chose one.
  sender_id text,
  type text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
  occurred_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  envelope_id text,
  -- Envelope, signer, routing and platform facts, as accepted.
  facts json NOT NULL,
  source_id uuid,
  -- Bytes, not JSON: they are delivered and signed as they came.
  content bytea NOT NULL,
  -- The platform's post before translation.
  received bytea,
  delivery_count integer NOT NULL,
  PRIMARY KEY (environment_id, id)
) PARTITION BY RANGE (id);
ALTER TABLE events ALTER COLUMN content SET STORAGE EXTERNAL, ALTER COLUMN received SET STORAGE EXTERNAL;
CREATE INDEX events_by_envelope ON events (environment_id, envelope_id, id) WHERE envelope_id IS NOT NULL;

-- Ids chosen by senders, Idempotency-Keys and de-duplication keys of platforms.
CREATE TABLE event_keys (
  environment_id integer NOT NULL,
  key text NOT NULL,
  event_id uuid NOT NULL,
  -- Hash of what was accepted under the key.
  fingerprint bytea NOT NULL,
  PRIMARY KEY (environment_id, key)
);

CREATE TABLE deliveries (
  environment_id integer NOT NULL,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  type text NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'succeeded', 'failed', 'held', 'cancelled')),
  attempts smallint NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  last_status smallint,
  last_error text,
  finished_at timestamptz,
  -- For finding the few that did not succeed. A delivery that succeeds never changes it, so that its one update touches no
  -- index (a HOT update): an index that named `state` itself would make every update write all indexes anew.
  unsuccessful text GENERATED ALWAYS AS (CASE WHEN state IN ('failed', 'held', 'cancelled') THEN state END) STORED,
  PRIMARY KEY (environment_id, id)
) PARTITION BY RANGE (id);
CREATE INDEX deliveries_by_event ON deliveries (event_id);
CREATE INDEX deliveries_by_webhook ON deliveries (webhook_id, id);
CREATE INDEX deliveries_unsuccessful ON deliveries (environment_id, unsuccessful, id) WHERE unsuccessful IS NOT NULL;

CREATE TABLE attempts (
  environment_id integer NOT NULL,
  delivery_id uuid NOT NULL,
  number smallint NOT NULL,
  trigger text NOT NULL CHECK (trigger IN ('auto', 'manual')),
  outcome text NOT NULL CHECK (outcome IN ('succeeded', 'failed')),
  started_at timestamptz NOT NULL,
  duration_ms integer NOT NULL,
  first_byte_ms integer,
  url text NOT NULL,
  -- JSON arrays of [name, value], in the order of the wire.
  request_headers text NOT NULL,
  -- The body is head, content of the event, tail: the content is not kept twice. Without content it is all in the head.
  request_head bytea NOT NULL,
  request_tail bytea,
  status smallint,
  response_headers text,
  response_body bytea,
  response_truncated boolean NOT NULL,
  -- Why no complete answer came: the kind, and a sentence for people.
  error text,
  error_message text,
  PRIMARY KEY (delivery_id, number)
) PARTITION BY RANGE (delivery_id);
ALTER TABLE attempts ALTER COLUMN request_head SET STORAGE EXTERNAL, ALTER COLUMN response_body SET STORAGE EXTERNAL;

-- The Signpost processes that work on this database. A node whose heartbeat is late has lost its leases.
CREATE TABLE nodes (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  started_at timestamptz NOT NULL,
  heartbeat_at timestamptz NOT NULL
);

-- What is still to be done: one row for each delivery that is pending or held.
CREATE TABLE queue (
  delivery_id uuid PRIMARY KEY,
  environment_id integer NOT NULL,
  event_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  -- Number of the attempt that comes next (or runs now): with `owner` it fences what a node may record.
  attempt smallint NOT NULL DEFAULT 1,
  -- Entries of the retry schedule that are used up.
  step smallint NOT NULL DEFAULT 0,
  trigger text NOT NULL DEFAULT 'auto',
  due_at timestamptz NOT NULL,
  -- The node that holds the lease.
  owner integer,
  held boolean NOT NULL DEFAULT false
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX queue_due ON queue (due_at) WHERE owner IS NULL AND NOT held;
CREATE INDEX queue_by_webhook ON queue (webhook_id, due_at) WHERE owner IS NULL;

-- Tells every node that an environment's configuration changed. Sent by the writing transaction, so it arrives after the commit.
CREATE FUNCTION environment_changed(changed integer) RETURNS void LANGUAGE sql AS $$
  UPDATE environments SET version = version + 1 WHERE id = changed;
  SELECT pg_notify('signpost_environment', changed::text);
$$;
