-- What somebody has put away in the console and does not want to see again. That is no change of the account: the audit log
-- does not tell of it.

ALTER TABLE people ADD COLUMN dismissed text[] NOT NULL DEFAULT '{}';
DROP TRIGGER audit ON people;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON people FOR EACH ROW
  EXECUTE FUNCTION audit_change('person', 'folded_email', 'totp_last_step', 'last_sign_in_at', 'dismissed');
