// The rules of an organization's alerts, and a test of whom they reach.
import { Type } from 'typebox';
import { alertRulesProblems, recipientProblems, toOrganizationAlertRules } from '../../domain/alert-rules.ts';
import { isEmail } from '../../domain/email.ts';
import { Refusal } from '../../domain/errors.ts';
import { invalid, refuse } from '../../domain/problems.ts';
import { existingOrganization } from '../organization.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

const path = '/organizations/:orgId/alert-rules';
const params = Type.Object({ orgId: Type.String() });
const errors = { '4xx': schemas.ErrorAnswer };
const tags = ['alerts'];
const write = { access: 'organization:write' } as const;

export const alertRulesRoutes: Routes = (app, { tenants, alertTrial, audit, clock, organizationChanged }) => {
  app.get(
    path,
    {
      config: { access: 'organization:read' },
      schema: {
        tags,
        summary: 'Read the alert rules of an organization',
        description:
          'When people are told of failing webhooks, and who. Webhooks follow them until they have rules of their own.',
        params,
        response: { 200: schemas.AlertRules, ...errors },
      },
    },
    async (request) => {
      const { id } = await existingOrganization(tenants, request.params.orgId);
      return (await tenants.alertRules(id)) as never;
    },
  );
  app.patch(
    path,
    {
      config: write,
      schema: {
        tags,
        summary: 'Change the alert rules of an organization',
        description:
          'What is left out stays as it is. Webhooks that follow them do so at once; failures that go on are judged by the new rules.',
        params,
        body: schemas.AlertRulesPatch,
        response: { 200: schemas.AlertRules, ...errors },
      },
    },
    async (request) => {
      const { id } = await existingOrganization(tenants, request.params.orgId);
      const problems = alertRulesProblems(request.body, '');
      if (problems.length > 0) throw refuse(problems);
      const change = (present: Parameters<typeof toOrganizationAlertRules>[1]) => {
        const rules = toOrganizationAlertRules(request.body, present);
        const missing = recipientProblems(rules);
        if (missing.length > 0) throw refuse(missing);
        return rules;
      };
      const changed = await tenants.changeAlertRules(id, change, new Date(clock.now()));
      if (!changed) throw new Refusal('not_found', { what: 'organization', path: 'orgId' });
      organizationChanged(id);
      return changed as never;
    },
  );
  app.post(
    `${path}/test`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Send a test alert',
        description:
          'Mails everybody whom the rules name, or one address alone, and answers what the mail server answered. Addresses of single webhooks are not among them. A webhook that takes alerts as events is tested like any other: `POST …/webhooks/{id}/test` with the type `webhook.failing`.',
        params,
        body: schemas.AlertTestBody,
        response: { 200: schemas.AlertTest, ...errors },
      },
    },
    async (request) => {
      const { id, name } = await existingOrganization(tenants, request.params.orgId);
      const { to = null } = request.body ?? {};
      if (to !== null && !isEmail(to)) throw refuse([invalid('to', 'is not an e-mail address')]);
      if (alertTrial === null) throw new Refusal('mail_not_configured');
      const rules = await tenants.alertRules(id);
      if (!rules) throw new Refusal('not_found', { what: 'organization', path: 'orgId' });
      const trial = await alertTrial({ id, name, rules }, to);
      const after = { recipients: trial.data.length, sent: trial.data.filter(({ sent }) => sent).length };
      const object = { kind: 'alert_rules', id, name };
      await audit.add({ organizationId: id, action: 'alert_rules.tested', object, after });
      return trial as never;
    },
  );
};
