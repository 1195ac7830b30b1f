-- What an organization pays for, whose behaviour it chose, and what it changed of that profile's policies.

ALTER TABLE organizations
  ADD COLUMN plan text NOT NULL DEFAULT 'professional' CHECK (plan IN ('trial', 'basic', 'professional')),
  ADD COLUMN profile text NOT NULL DEFAULT 'signpost',
  ADD COLUMN policies json NOT NULL DEFAULT '{}';

-- `plan`: the organization's plan has no webhooks; it is enabled again when the plan has.
ALTER TABLE webhooks DROP CONSTRAINT webhooks_disabled_reason_check;
ALTER TABLE webhooks ADD CONSTRAINT webhooks_disabled_reason_check CHECK (disabled_reason IN ('manual', 'gone', 'plan'));
