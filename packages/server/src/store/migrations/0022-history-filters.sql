-- What makes a filter fast that finds little in a long history (decision 0028). A delivery that succeeds at its first attempt,
-- with an answer that is usual, enters none of the trees; the summaries of `deliveries_marks` are made of many rows at once.

-- Beside their order, all that rows that did not succeed are filtered by: what does not match is not fetched, and counts read
-- the index alone.
DROP INDEX deliveries_unsuccessful;
CREATE INDEX deliveries_unsuccessful
  ON deliveries (environment_id, state, id, last_status, last_error, attempts, type, webhook_id, event_id)
  WHERE state <> 'succeeded';
DROP INDEX deliveries_unsuccessful_by_webhook;
CREATE INDEX deliveries_unsuccessful_by_webhook
  ON deliveries (webhook_id, state, id, last_status, last_error, attempts, type, environment_id, event_id)
  WHERE state <> 'succeeded';
DROP INDEX deliveries_retried;
CREATE INDEX deliveries_retried ON deliveries (environment_id, id, attempts) WHERE attempts > 1;

-- Answers that count as success and are not the usual ones.
CREATE INDEX deliveries_unusual_success ON deliveries (environment_id, last_status, id)
  WHERE state = 'succeeded' AND last_status NOT IN (200, 201, 202, 204);

-- Which types and answers a stretch of pages may hold, for each environment apart: most stretches need not be read for a
-- type that is rare. Summaries are made by upkeep; what has none yet is read.
CREATE INDEX deliveries_marks ON deliveries USING brin (
  id uuid_minmax_ops,
  hashtextextended(type, environment_id) int8_bloom_ops (false_positive_rate = 0.005),
  hashint8extended(last_status, environment_id) int8_bloom_ops (false_positive_rate = 0.005)
) WITH (pages_per_range = 32);

-- The value at a path of a content, as text; null where the content is not JSON that PostgreSQL can read, or has none there.
CREATE FUNCTION content_value(content bytea, path text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT COST 100 AS $$
-- Not parallel safe: what catches an error is a transaction within the other.
BEGIN
  RETURN convert_from(content, 'UTF8')::json #>> path;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $$;
