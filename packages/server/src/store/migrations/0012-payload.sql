-- What a webhook's requests carry, in which receiver format, and what answer counts as success.
ALTER TABLE webhooks ADD COLUMN payload json NOT NULL DEFAULT
  '{"dialect":"signpost","contentType":"application/json","accept":"application/json","data":"everything","extraFields":[],"fieldMapping":[],"documents":"link","options":{}}';

UPDATE webhooks SET delivery = (delivery::jsonb || '{"success":"2xx"}')::json;

UPDATE webhook_states SET state = (state::jsonb || '{"payload":{"dialect":"signpost","options":{}}}')::json WHERE state IS NOT NULL;
