-- Signing secrets that their owners give, for example the HMAC key of a vendor: kept as the text that they are.

ALTER TABLE webhook_secrets
  -- `bytes`: made here, random. `text`: given.
  ADD COLUMN form text NOT NULL DEFAULT 'bytes' CHECK (form IN ('bytes', 'text'));
