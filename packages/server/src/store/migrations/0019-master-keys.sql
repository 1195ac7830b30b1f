-- Which master keys a node knows, by id, the one that it seals with first: a rotation asks whether everybody can go on
-- reading. Null: a node of a version that knew one key and did not say which.
ALTER TABLE nodes ADD COLUMN master_keys text[];

-- As in 0006, but what is only sealed anew, under another key, is no change: the secret is the same.
CREATE OR REPLACE FUNCTION audited_row(shown jsonb, other jsonb, ignored text[]) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_object_agg(key, CASE WHEN is_secret_column(key) AND value <> 'null' THEN '"[redacted]"' ELSE value END)
  FROM jsonb_each(shown)
  WHERE key <> ALL (ignored) AND (other IS NULL OR value IS DISTINCT FROM other -> key)
    AND NOT (is_secret_column(key) AND coalesce(current_setting('signpost.resealing', true), '') = 'on')
$$;
