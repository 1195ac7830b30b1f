// Organizations with their plan, profile and policies: the routes of the root key and of administrators.
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { dialects } from '../../dialects/index.ts';
import { Refusal } from '../../domain/errors.ts';
import { usualPlan } from '../../domain/plan.ts';
import { policyProblems } from '../../domain/policies.ts';
import { refuse } from '../../domain/problems.ts';
import { type Policies, policiesOf, profileNames, usualProfile } from '../../domain/profiles.ts';
import { pageRequest, showPage } from '../answers.ts';
import { existingOrganization } from '../organization.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';
import { isOperator, sessionOf } from '../session.ts';

const query = Type.Object(schemas.PageQuery, { additionalProperties: false });
const params = Type.Object({ orgId: Type.String() });
const errors = { '4xx': schemas.ErrorAnswer };
const root = { access: 'root' } as const;
const read = { access: 'organization:read' } as const;
const write = { access: 'organization:write' } as const;
const tags = ['tenants'];
const dialectNames = dialects.map(({ name }) => name);

/** The organizations that the caller reaches; null for all. */
function reachOf(request: FastifyRequest): readonly string[] | null {
  if (isOperator(request)) return null;
  const { organizationId, memberships } = sessionOf(request);
  const ids = [...memberships.keys()];
  return organizationId === null ? ids : ids.filter((id) => id === organizationId);
}

export const organizationRoutes: Routes = (app, { tenants, clock, newId, organizationChanged }) => {
  app.post(
    '/organizations',
    {
      config: root,
      schema: {
        tags,
        summary: 'Create an organization',
        description: 'Its profile sets the policies; each can be changed.',
        body: schemas.OrganizationBody,
        response: { 201: schemas.Organization, ...errors },
      },
    },
    async (request, reply) => {
      const { name, plan = usualPlan, profile = usualProfile, policies = {} } = request.body;
      check(policies);
      const now = clock.now();
      const organization = { id: newId(now), name, plan, profile, policies };
      const created = await tenants.createOrganization(organization, new Date(now));
      return reply.status(201).send(created as never);
    },
  );
  app.get(
    '/organizations',
    {
      config: { access: 'organizations' },
      schema: {
        tags,
        summary: 'List organizations',
        querystring: query,
        response: { 200: schemas.pageOf(schemas.Organization), ...errors },
      },
    },
    async (request) =>
      showPage(
        'organizations',
        await tenants.organizations(pageRequest('organizations', request.query), reachOf(request)),
        (item) => item,
      ),
  );
  app.get(
    '/organizations/:orgId',
    {
      config: read,
      schema: {
        tags,
        summary: 'Read an organization',
        params,
        response: { 200: schemas.Organization, ...errors },
      },
    },
    async (request) => (await existingOrganization(tenants, request.params.orgId)) as never,
  );
  app.patch(
    '/organizations/:orgId',
    {
      config: write,
      schema: {
        tags,
        summary: 'Change an organization',
        description:
          'Policies that are left out stay as they are. Another profile sets all policies anew, but for those in the same request; webhooks keep their settings. A plan without webhooks disables them and holds what waits for them; a plan with them undoes that.',
        params,
        body: schemas.OrganizationPatch,
        response: { 200: schemas.Organization, ...errors },
      },
    },
    async (request) => {
      const { id } = await existingOrganization(tenants, request.params.orgId);
      check(request.body.policies ?? {});
      // What is paid for is not for its buyer to say.
      if (request.body.plan !== undefined && !isOperator(request)) {
        throw new Refusal('role_missing', { needs: 'super admin of the server', path: 'plan' });
      }
      const updated = await tenants.updateOrganization(id, request.body, new Date(clock.now()));
      if (!updated) throw new Refusal('not_found', { what: 'organization', path: 'orgId' });
      organizationChanged(id);
      return updated as never;
    },
  );
  app.get(
    '/profiles',
    {
      config: { access: 'organizations' },
      schema: {
        tags,
        summary: 'List profiles',
        description: 'The policies that each profile sets.',
        response: { 200: Type.Object({ data: Type.Array(schemas.Profile) }), ...errors },
      },
    },
    async () => ({ data: profileNames.map((name) => ({ name, policies: policiesOf(name) })) }) as never,
  );
};

/** @throws Refusal that names every policy that cannot be */
function check(policies: Partial<Policies>): void {
  const problems = policyProblems(policies, dialectNames);
  if (problems.length > 0) throw refuse(problems);
}
