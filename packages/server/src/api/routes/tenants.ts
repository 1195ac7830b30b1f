// Applications and keys: the routes of the root key and of administrators.
import { Type } from 'typebox';
import { hasExpired, isApplicationId } from '../../domain/api-key.ts';
import { Refusal } from '../../domain/errors.ts';
import { refuse } from '../../domain/problems.ts';
import { isUuid, randomToken } from '../../lib/ids.ts';
import type { ApiKey } from '../../store/tenants.ts';
import { pageRequest, showPage } from '../answers.ts';
import { existingOrganization } from '../organization.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

const query = Type.Object(schemas.PageQuery, { additionalProperties: false });
const orgParams = Type.Object({ orgId: Type.String() });
const envParams = Type.Object({ appId: Type.String(), env: Type.String() });
const keyParams = Type.Object({ appId: Type.String(), env: Type.String(), id: Type.String() });
const errors = { '4xx': schemas.ErrorAnswer };
const read = { access: 'organization:read' } as const;
const write = { access: 'organization:write' } as const;
const readKeys = { access: 'keys:read' } as const;
const writeKeys = { access: 'keys:write' } as const;
const tags = ['tenants'];

export const tenantRoutes: Routes = (app, { tenants, clock, newId, changed }) => {
  const existing = (orgId: string) => existingOrganization(tenants, orgId);

  app.post(
    '/organizations/:orgId/applications',
    {
      config: write,
      schema: {
        tags,
        summary: 'Create an application',
        params: orgParams,
        body: schemas.ApplicationBody,
        response: { 201: schemas.Application, ...errors },
      },
    },
    async (request, reply) => {
      const organization = await existing(request.params.orgId);
      const id = request.body.id ?? `appId_${randomToken(16)}`;
      const created = await tenants.createApplication(
        { id, organizationId: organization.id, name: request.body.name },
        new Date(clock.now()),
      );
      if (created === 'exists')
        throw new Refusal('already_exists', { what: 'an application', id, path: 'id' });
      return reply.status(201).send(created as never);
    },
  );
  app.get(
    '/organizations/:orgId/applications',
    {
      config: read,
      schema: {
        tags,
        summary: 'List applications',
        params: orgParams,
        querystring: query,
        response: { 200: schemas.pageOf(schemas.Application), ...errors },
      },
    },
    async (request) => {
      const organization = await existing(request.params.orgId);
      return showPage(
        'applications',
        await tenants.applications(
          organization.id,
          pageRequest('applications', request.query, isApplicationId),
        ),
        (item) => item,
      );
    },
  );
  app.get(
    '/applications/:appId',
    {
      config: { access: 'application' },
      schema: {
        tags,
        summary: 'Read an application',
        description: 'With the name of its organization. Any key of the application may, of whatever scopes.',
        params: Type.Object({ appId: Type.String() }),
        response: { 200: schemas.OwnedApplication, ...errors },
      },
    },
    async (request) => {
      const { appId } = request.params;
      const application = isApplicationId(appId) ? await tenants.application(appId) : null;
      if (!application) throw new Refusal('not_found', { what: 'application', path: 'appId' });
      return application as never;
    },
  );
  app.post(
    '/applications/:appId/envs/:env/keys',
    {
      config: writeKeys,
      schema: {
        tags,
        summary: 'Make a key',
        params: envParams,
        body: schemas.KeyBody,
        response: { 201: schemas.CreatedKey, ...errors },
      },
    },
    async (request, reply) => {
      const { environmentId, applicationId, environment } = request.tenant;
      const now = clock.now();
      const { name, scopes } = request.body;
      const expiresAt = expiryOf(request.body.expiresAt, now);
      const created = await tenants.createKey(
        { id: newId(now), environmentId, applicationId, environment, name, scopes, expiresAt },
        new Date(now),
      );
      changed(environmentId);
      return reply.status(201).send({ ...created, expiresAt } as never);
    },
  );
  app.get(
    '/applications/:appId/envs/:env/keys',
    {
      config: readKeys,
      schema: {
        tags,
        summary: 'List keys',
        params: envParams,
        querystring: query,
        response: { 200: schemas.pageOf(schemas.Key), ...errors },
      },
    },
    async (request) =>
      showPage(
        'keys',
        await tenants.keys(request.tenant.environmentId, pageRequest('keys', request.query)),
        (key) => showKey(key, clock.now()),
      ),
  );
  app.delete(
    '/applications/:appId/envs/:env/keys/:id',
    {
      config: writeKeys,
      schema: { tags, summary: 'Revoke a key', params: keyParams, response: { 204: Type.Null(), ...errors } },
    },
    async (request, reply) => {
      const { environmentId } = request.tenant;
      const { id } = request.params;
      const revoked = isUuid(id) && (await tenants.revokeKey(environmentId, id, new Date(clock.now())));
      if (!revoked) throw new Refusal('not_found', { what: 'key', path: 'id' });
      changed(environmentId);
      return reply.status(204).send(null);
    },
  );
};

function expiryOf(given: string | null | undefined, now: number): Date | null {
  if (given === undefined || given === null) return null;
  const expiresAt = new Date(given);
  if (expiresAt.getTime() <= now)
    throw refuse([
      { code: 'invalid_field', path: 'expiresAt', details: { reason: 'must be a time in the future' } },
    ]);
  return expiresAt;
}

function showKey(key: ApiKey, now: number) {
  const expired = hasExpired({ expiresAt: key.expiresAt?.getTime() ?? null }, now);
  return { ...key, status: expired ? 'expired' : 'active' };
}
