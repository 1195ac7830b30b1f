-- What people send by hand: events to webhooks that routing had not chosen, and copies of real events as tests.

-- Of each delivery that was made by hand: to which webhook, when and by whom. Null for nearly all events; it goes with them.
ALTER TABLE events ADD COLUMN by_hand jsonb;

ALTER TABLE test_sends
  -- The event that was copied, by the id that it is shown under; null: an example.
  ADD COLUMN copy_of text,
  -- Whether other content was sent than that of the event or example.
  ADD COLUMN edited boolean NOT NULL DEFAULT false;
CREATE INDEX test_sends_by_event ON test_sends (environment_id, copy_of, id) WHERE copy_of IS NOT NULL;

-- An entry about a delivery that whoever acts at present sent by hand; what nobody did is not told.
CREATE FUNCTION audit_resent(environment integer, delivery uuid, type text, after json) RETURNS void LANGUAGE sql VOLATILE AS $$
  INSERT INTO audit_log (id, at, organization_id, environment_id, actor_kind, actor_id, actor_name, address, user_agent,
                         request_id, action, object_kind, object_id, object_name, after)
  SELECT time_ordered_id(clock_timestamp()), clock_timestamp(), a.organization_id, e.id, actor ->> 'kind', actor ->> 'id',
         actor ->> 'name', actor ->> 'address', actor ->> 'userAgent', actor ->> 'requestId', 'delivery.resent', 'delivery',
         delivery::text, type, after
  FROM environments e JOIN applications a ON a.id = e.application_id,
       LATERAL (SELECT nullif(current_setting('signpost.actor', true), '')::jsonb AS actor) AS present
  WHERE e.id = environment AND actor IS NOT NULL
$$;
