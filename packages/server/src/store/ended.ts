// Columns of `deliveries`, where what has ended stands, that several statements fill in.

/** SQL: of every delivery, however it ended. */
export const endedColumns =
  'environment_id, id, event_id, webhook_id, type, state, attempts, last_status, last_error, finished_at';

/** SQL: of the attempt that ended it; `attempts` has the same columns for those before. */
export const attemptColumns =
  'trigger, started_at, duration_ms, first_byte_ms, url, request_headers, request_head, request_tail, response_headers, response_body, response_truncated, error_message';
