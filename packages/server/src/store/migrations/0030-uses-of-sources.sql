-- When a source last brought something, and when a post to it was last refused, to the minute. That is no change of the
-- source: the audit log does not tell of it.

ALTER TABLE sources
  ADD COLUMN last_event_at timestamptz,
  ADD COLUMN last_refused_at timestamptz;
DROP TRIGGER audit ON sources;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON sources FOR EACH ROW
  EXECUTE FUNCTION audit_change('source', 'last_event_at', 'last_refused_at');
