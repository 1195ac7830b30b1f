-- The audit log is read by organization, and by who did it or what it was done to; it also has what changes no row: signing in.

ALTER TABLE audit_log DROP CONSTRAINT audit_log_actor_kind_check;
ALTER TABLE audit_log ADD CONSTRAINT audit_log_actor_kind_check
  CHECK (actor_kind IN ('person', 'key', 'root', 'system', 'anonymous'));

CREATE INDEX audit_log_by_object ON audit_log (object_id, id);
CREATE INDEX audit_log_by_actor ON audit_log (actor_id, id);

-- What people do about their own accounts belongs to an organization where they are in one alone; otherwise to the server.
CREATE FUNCTION sole_organization(person uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT (array_agg(organization_id))[1] FROM members WHERE person_id = person HAVING count(*) = 1
$$;

-- As in 0006, but for people, who are of the organization that they are in alone.
CREATE OR REPLACE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF kind = 'person' THEN
    organization := sole_organization((one ->> 'id')::uuid);
    called := one ->> 'email';
  ELSIF one ? 'webhook_id' THEN
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

-- An entry about something that changes no row. Without an organization it is that of the person.
CREATE FUNCTION audit_entry(actor jsonb, organization uuid, action text, object_kind text, object_id text, object_name text, after json)
RETURNS void LANGUAGE sql VOLATILE AS $$
  INSERT INTO audit_log (id, at, organization_id, actor_kind, actor_id, actor_name, address, user_agent, request_id, action,
                         object_kind, object_id, object_name, after)
  VALUES (time_ordered_id(clock_timestamp()), clock_timestamp(),
          coalesce(organization, CASE WHEN object_kind = 'person' THEN sole_organization(object_id::uuid) END),
          actor ->> 'kind', actor ->> 'id', actor ->> 'name', actor ->> 'address', actor ->> 'userAgent', actor ->> 'requestId',
          action, object_kind, object_id, object_name, after)
$$;

-- The revision of a webhook changes with whatever changes it.
CREATE OR REPLACE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON webhooks FOR EACH ROW
  EXECUTE FUNCTION audit_change('webhook', 'revision', 'alert_after', 'disable_after_seconds', 'rate_percent', 'rate_hours', 'rate_attempts_min');
