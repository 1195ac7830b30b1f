-- People, what they may do, how they prove who they are, and the audit log.

CREATE TABLE people (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  -- The address as addresses are compared. Folded by Signpost: what lower() does depends on the database's locale.
  folded_email text NOT NULL UNIQUE,
  name text NOT NULL,
  -- Of the whole server: everything, in every organization.
  super_admin boolean NOT NULL DEFAULT false,
  -- argon2id in its usual notation; null for people who come by an identity provider alone.
  password_hash text,
  -- Secret of the authenticator. Not asked for before its first code has confirmed it.
  sealed_totp bytea,
  totp_confirmed_at timestamptz,
  -- The time step of the last code that was taken: none is taken twice.
  totp_last_step bigint NOT NULL DEFAULT 0,
  recovery_hashes bytea[] NOT NULL DEFAULT '{}',
  last_sign_in_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE members (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  person_id uuid NOT NULL REFERENCES people (id),
  role text NOT NULL CHECK (role IN ('viewer', 'developer', 'admin', 'super_admin')),
  -- Roles that differ in single environments: {"PRODUCTION": "viewer"}.
  environment_roles json NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, person_id)
);
CREATE INDEX members_by_person ON members (person_id);

CREATE TABLE invitations (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  email text NOT NULL,
  folded_email text NOT NULL,
  role text NOT NULL CHECK (role IN ('viewer', 'developer', 'admin', 'super_admin')),
  environment_roles json NOT NULL DEFAULT '{}',
  invited_by uuid REFERENCES people (id),
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  UNIQUE (organization_id, folded_email)
);

-- Where people of an organization sign in; without one, of the whole server.
CREATE TABLE identity_providers (
  id uuid PRIMARY KEY,
  organization_id uuid REFERENCES organizations (id),
  name text NOT NULL,
  issuer text NOT NULL,
  client_id text NOT NULL,
  sealed_client_secret bytea,
  -- Addresses that are led here when they are typed at sign-in.
  domains text[] NOT NULL DEFAULT '{}',
  -- The role of whoever comes without an invitation; null lets nobody in.
  default_role text CHECK (default_role IN ('viewer', 'developer', 'admin')),
  trusts_unverified_email boolean NOT NULL DEFAULT false,
  on_sign_in_page boolean NOT NULL DEFAULT false,
  enabled boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX identity_providers_by_organization ON identity_providers (organization_id, id);

-- Who somebody is at a provider. Once known, an address alone never identifies anybody there again.
CREATE TABLE identities (
  identity_provider_id uuid NOT NULL REFERENCES identity_providers (id) ON DELETE CASCADE,
  subject text NOT NULL,
  person_id uuid NOT NULL REFERENCES people (id),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (identity_provider_id, subject),
  UNIQUE (identity_provider_id, person_id)
);

CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people (id),
  token_hash bytea NOT NULL UNIQUE,
  -- Good for nothing but giving the second factor.
  pending boolean NOT NULL,
  remember boolean NOT NULL,
  via text NOT NULL CHECK (via IN ('password', 'identity_provider')),
  identity_provider_id uuid REFERENCES identity_providers (id) ON DELETE CASCADE,
  -- What an organization's identity provider vouches for reaches that organization only.
  organization_id uuid REFERENCES organizations (id),
  address text,
  user_agent text,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  idle_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_by_person ON sessions (person_id, id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- Links that work once: the set-up link of a new server, and links to a new password.
CREATE TABLE one_time_links (
  token_hash bytea PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('set_up', 'password_reset')),
  person_id uuid REFERENCES people (id),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

-- Guesses that were wrong, by what was guessed at, whether or not it exists.
CREATE TABLE guesses (
  target text PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  locked_until timestamptz
);
CREATE INDEX guesses_by_time ON guesses (last_at);

ALTER TABLE api_keys
  ADD COLUMN expires_at timestamptz,
  ADD COLUMN last_used_at timestamptz;

-- Who changed what, when, from where, before and after. Rows are only ever added.
CREATE TABLE audit_log (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  organization_id uuid,
  environment_id integer,
  actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'key', 'root', 'system')),
  actor_id text,
  actor_name text,
  address text,
  user_agent text,
  request_id text,
  action text NOT NULL,
  object_kind text NOT NULL,
  object_id text,
  object_name text,
  before json,
  after json
);
CREATE INDEX audit_log_by_organization ON audit_log (organization_id, id);

-- Ids in the order of time down to the microsecond, made by the database (PostgreSQL before 18 has no uuidv7()).
CREATE FUNCTION time_ordered_id(at timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT (lpad(to_hex(micros / 1000), 12, '0') || '7' || lpad(to_hex(micros % 1000 * 4), 3, '0')
          || substr(replace(gen_random_uuid()::text, '-', ''), 17))::uuid
  FROM (SELECT floor(extract(epoch FROM at) * 1000000)::bigint AS micros) AS time
$$;

-- Columns that hold something secret, sealed or hashed: shown in the audit log as changed, never with what they hold.
CREATE FUNCTION is_secret_column(name text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT name ~ '(^|_)(sealed|hash|hashes|token|secret|password)(_|$)'
$$;

-- A row as the audit log shows it: of an update only what changed. Null where nothing of interest did.
CREATE FUNCTION audited_row(shown jsonb, other jsonb, ignored text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_object_agg(key, CASE WHEN is_secret_column(key) AND value <> 'null' THEN '"[redacted]"' ELSE value END)
  FROM jsonb_each(shown)
  WHERE key <> ALL (ignored) AND (other IS NULL OR value IS DISTINCT FROM other -> key)
$$;

-- Writes the change of a row into the audit log, in the transaction that changes it. The actor is what the session's
-- setting says; without one it was the server by itself. Arguments: the kind of object (empty: the row's own `kind`), then
-- columns that change by themselves and are of no interest.
CREATE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor jsonb := coalesce(nullif(current_setting('signpost.actor', true), ''), '{"kind": "system"}')::jsonb;
  old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  one jsonb := coalesce(new_row, old_row);
  kind text := coalesce(nullif(TG_ARGV[0], ''), one ->> 'kind');
  ignored text[] := TG_ARGV[1:] || '{updated_at}';
  shown_before jsonb := audited_row(old_row, new_row, ignored);
  shown_after jsonb := audited_row(new_row, old_row, ignored);
  verb text := CASE
    WHEN TG_OP = 'INSERT' THEN 'created'
    WHEN TG_OP = 'DELETE' OR shown_after ->> 'deleted_at' IS NOT NULL THEN 'deleted'
    WHEN shown_after ->> 'revoked_at' IS NOT NULL THEN 'revoked'
    WHEN shown_after ->> 'status' IS NOT NULL THEN shown_after ->> 'status'
    ELSE 'updated' END;
  environment integer := one ->> 'environment_id';
  organization uuid := CASE kind WHEN 'organization' THEN one ->> 'id' ELSE one ->> 'organization_id' END;
  called text := coalesce(one ->> 'name', one ->> 'email');
BEGIN
  IF TG_OP = 'UPDATE' AND shown_after IS NULL THEN RETURN NULL; END IF;
  IF one ? 'webhook_id' THEN
    SELECT w.environment_id, w.name INTO environment, called FROM webhooks w WHERE w.id = (one ->> 'webhook_id')::uuid;
  ELSIF one ? 'person_id' THEN
    SELECT p.email INTO called FROM people p WHERE p.id = (one ->> 'person_id')::uuid;
  END IF;
  IF environment IS NOT NULL THEN
    SELECT a.organization_id INTO organization
      FROM environments e JOIN applications a ON a.id = e.application_id WHERE e.id = environment;
  END IF;
  INSERT INTO audit_log (id, at, organization_id, environment_id, actor_kind, actor_id, actor_name, address, user_agent,
                         request_id, action, object_kind, object_id, object_name, before, after)
  VALUES (time_ordered_id(clock_timestamp()), clock_timestamp(), organization, environment, actor ->> 'kind', actor ->> 'id',
          actor ->> 'name', actor ->> 'address', actor ->> 'userAgent', actor ->> 'requestId', kind || '.' || verb, kind,
          coalesce(one ->> 'id', one ->> 'webhook_id', one ->> 'person_id'), called, shown_before, shown_after);
  RETURN NULL;
END $$;

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON organizations FOR EACH ROW EXECUTE FUNCTION audit_change('organization');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON applications FOR EACH ROW EXECUTE FUNCTION audit_change('application');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON api_keys FOR EACH ROW EXECUTE FUNCTION audit_change('key', 'last_used_at');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON webhooks FOR EACH ROW EXECUTE FUNCTION audit_change('webhook');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON webhook_secrets FOR EACH ROW EXECUTE FUNCTION audit_change('webhook_secret');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON sources FOR EACH ROW EXECUTE FUNCTION audit_change('source');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON directory_entries FOR EACH ROW EXECUTE FUNCTION audit_change('', 'folded_name');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON people FOR EACH ROW
  EXECUTE FUNCTION audit_change('person', 'folded_email', 'totp_last_step', 'last_sign_in_at');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON members FOR EACH ROW EXECUTE FUNCTION audit_change('member');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON invitations FOR EACH ROW EXECUTE FUNCTION audit_change('invitation', 'folded_email');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON identity_providers FOR EACH ROW EXECUTE FUNCTION audit_change('identity_provider');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON identities FOR EACH ROW EXECUTE FUNCTION audit_change('identity');
