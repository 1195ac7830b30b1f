-- Verification tokens that were used: each is good once. What was never asked about is never written.
CREATE TABLE used_tokens (
  environment_id integer NOT NULL REFERENCES environments (id),
  -- Hash of the token's id.
  token_hash bytea NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (environment_id, token_hash)
);
CREATE INDEX used_tokens_by_time ON used_tokens (used_at);
