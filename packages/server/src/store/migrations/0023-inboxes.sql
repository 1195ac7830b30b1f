-- Test inboxes: addresses of this server's own that keep what comes to them for looking at (decision 0022).
CREATE TABLE inboxes (
  id uuid PRIMARY KEY,
  environment_id integer NOT NULL REFERENCES environments (id),
  name text NOT NULL,
  token text NOT NULL UNIQUE,
  -- As it was given out: webhooks are recognised by it, whatever this server is called later.
  url text NOT NULL UNIQUE,
  -- What it answers; without a body, what the format of the webhook takes for one.
  answer_status integer NOT NULL DEFAULT 200,
  answer_delay_seconds integer NOT NULL DEFAULT 0,
  answer_body text,
  emptied_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX inboxes_by_environment ON inboxes (environment_id, id);

-- What came, for a while. Bodies beyond the limit are cut; the signature was judged over all of it.
CREATE TABLE inbox_requests (
  inbox_id uuid NOT NULL REFERENCES inboxes (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  -- Null: from elsewhere, and no webhook's signature verified.
  webhook_id uuid,
  method text NOT NULL,
  path text NOT NULL,
  -- The webhook-id, and whether it is marked as a test.
  event_id text,
  is_test boolean NOT NULL,
  headers json NOT NULL,
  body bytea NOT NULL,
  body_bytes integer NOT NULL,
  signature text NOT NULL CHECK (signature IN ('verified', 'wrong', 'stale', 'unsigned', 'unknown')),
  answered_status integer NOT NULL,
  answered_after_seconds integer NOT NULL,
  PRIMARY KEY (inbox_id, id)
);
CREATE INDEX inbox_requests_by_age ON inbox_requests (id);

-- The address may be posted to by whoever knows it, so it stays out of the log like the token in it.
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON inboxes FOR EACH ROW EXECUTE FUNCTION audit_change('inbox', 'url');
