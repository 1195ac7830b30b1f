-- The rest of a webhook's settings, a number that grows with every change of one, and signing by key pairs.

ALTER TABLE webhooks
  ADD COLUMN kind text NOT NULL DEFAULT 'notification' CHECK (kind IN ('notification', 'callout')),
  ADD COLUMN alerts json NOT NULL DEFAULT '{"afterConsecutiveFailures":5,"disableAfter":"5d","emails":[]}',
  -- The whole authentication, user names too; null: none.
  ADD COLUMN sealed_auth bytea,
  -- What a change must have seen in order to be made (ETag).
  ADD COLUMN revision integer NOT NULL DEFAULT 1,
  -- What becomes of deliveries that wait while it is disabled.
  ADD COLUMN pending_fate text NOT NULL DEFAULT 'hold' CHECK (pending_fate IN ('hold', 'skip'));

UPDATE webhooks
SET delivery = (delivery::jsonb || '{"ordering":"none","maxPerSecond":null,"maxConcurrent":null}')::json;

UPDATE webhook_states SET state = (state::jsonb || '{"kind":"notification"}')::json WHERE state IS NOT NULL;

ALTER TABLE webhook_secrets
  ADD COLUMN scheme text NOT NULL DEFAULT 'hmac' CHECK (scheme IN ('hmac', 'ed25519')),
  -- What receivers verify with, where that is not the secret itself.
  ADD COLUMN public_key text;
