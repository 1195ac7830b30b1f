-- The directory, envelopes with their routing facts, and webhooks that filter by them.

-- Departments, source systems (the values of Request From), business units and templates of an organization. They are
-- named by people and referred to by id, so that a renamed entry keeps what refers to it.
CREATE TABLE directory_entries (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  kind text NOT NULL CHECK (kind IN ('department', 'source_system', 'business_unit', 'template')),
  name text NOT NULL,
  -- The name as names are compared. Folded by Signpost: what lower() does depends on the database's locale.
  folded_name text NOT NULL,
  -- A business unit's companies with their fields; the webhooks that a template is coupled with.
  details json NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX directory_names ON directory_entries (organization_id, kind, folded_name);
CREATE INDEX directory_by_kind ON directory_entries (organization_id, kind, id);

ALTER TABLE webhooks
  ADD COLUMN firing text NOT NULL DEFAULT 'implicit' CHECK (firing IN ('implicit', 'explicit')),
  -- Filters, with directory entries by id.
  ADD COLUMN routing json NOT NULL DEFAULT
    '{"requestFrom":[],"departments":[],"businessUnits":[],"templates":[],"triggers":["page","integration"],"appIds":[],"receives":"matching"}';

-- What decided about events: every state of a webhook that routing looks at, from which version of its environment on.
CREATE TABLE webhook_states (
  environment_id integer NOT NULL REFERENCES environments (id),
  webhook_id uuid NOT NULL,
  version bigint NOT NULL,
  -- Null: deleted.
  state json,
  PRIMARY KEY (environment_id, webhook_id, version)
);

-- The version of the environment that routed the event, and what the event was routed by.
ALTER TABLE events
  ADD COLUMN version bigint,
  ADD COLUMN routed_by json;

CREATE TABLE envelopes (
  environment_id integer NOT NULL REFERENCES environments (id),
  id text NOT NULL,
  external_id text,
  title text,
  -- Routing facts that its events inherit: names as given, and the ids of the directory entries.
  routing json NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (environment_id, id)
);

-- Tells every node that the configuration of all environments of an organization changed.
CREATE FUNCTION organization_changed(changed uuid) RETURNS void LANGUAGE sql AS $$
  SELECT environment_changed(e.id) FROM environments e JOIN applications a ON a.id = e.application_id
  WHERE a.organization_id = changed ORDER BY e.id;
$$;

INSERT INTO webhook_states (environment_id, webhook_id, version, state)
SELECT w.environment_id, w.id, e.version,
       json_build_object('name', w.name, 'status', w.status, 'firing', w.firing, 'events', w.events, 'routing', w.routing)
FROM webhooks w JOIN environments e ON e.id = w.environment_id WHERE w.deleted_at IS NULL;

-- True once an envelope was registered: events of environments without any need not look for theirs.
ALTER TABLE environments ADD COLUMN has_envelopes boolean NOT NULL DEFAULT false;
