-- When people are told of failing webhooks, for all webhooks of an organization that have no rules of their own, and who is told.
ALTER TABLE organizations ADD COLUMN alert_rules json NOT NULL
  DEFAULT '{"afterConsecutiveFailures":5,"disableAfter":"5d","failureRate":null,"administrators":true,"emails":[]}';

-- What a webhook follows stands in its own row as well: the watch compares thousands at every look. It is written here alone,
-- so that it can never differ: whoever changes the rules of an organization writes `alerts` of its webhooks once more.
CREATE FUNCTION follow_alert_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT ((o.alert_rules::jsonb - 'administrators' - 'emails') || jsonb_build_object('rules', 'organization', 'emails', NEW.alerts -> 'emails'))::json
    INTO NEW.alerts
    FROM environments e JOIN applications a ON a.id = e.application_id JOIN organizations o ON o.id = a.organization_id
    WHERE e.id = NEW.environment_id;
  RETURN NEW;
END $$;
CREATE TRIGGER follow_alert_rules BEFORE INSERT OR UPDATE OF alerts ON webhooks FOR EACH ROW
  WHEN (NEW.alerts ->> 'rules' = 'organization') EXECUTE FUNCTION follow_alert_rules();

ALTER TABLE webhooks ALTER COLUMN alerts
  SET DEFAULT '{"rules":"organization","afterConsecutiveFailures":5,"disableAfter":"5d","failureRate":null,"emails":[]}';
-- Nobody changed anything: it stays out of the audit log. What is as it was from the beginning, nobody has chosen.
ALTER TABLE webhooks DISABLE TRIGGER audit;
UPDATE webhooks SET alerts = (alerts::jsonb || jsonb_build_object('rules', CASE
  WHEN alerts ->> 'afterConsecutiveFailures' = '5' AND alerts ->> 'disableAfter' = '5d' AND alerts ->> 'failureRate' IS NULL
  THEN 'organization' ELSE 'own' END))::json;
ALTER TABLE webhooks ENABLE TRIGGER audit;

-- The rules of an organization change in its own row; that its webhooks follow is told there, not once for each.
CREATE OR REPLACE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON webhooks FOR EACH ROW
  WHEN (coalesce(current_setting('signpost.follows', true), '') = '')
  EXECUTE FUNCTION audit_change('webhook', 'revision', 'alert_after', 'disable_after_seconds', 'rate_percent', 'rate_hours', 'rate_attempts_min');
