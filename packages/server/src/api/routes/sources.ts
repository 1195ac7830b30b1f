// Sources: the inbound connections of e-signature platforms, with the URL that each posts to.
import { Type } from 'typebox';
import { Refusal } from '../../domain/errors.ts';
import { type Problem, refuse } from '../../domain/problems.ts';
import { isUuid, randomToken } from '../../lib/ids.ts';
import { findSource, sources as platforms } from '../../sources/index.ts';
import type { Source as Platform } from '../../sources/source.ts';
import type { SourceRecord } from '../../store/sources.ts';
import { pageRequest, showPage } from '../answers.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

const base = '/applications/:appId/envs/:env/sources';
const params = Type.Object({ appId: Type.String(), env: Type.String() });
const idParams = Type.Object({ appId: Type.String(), env: Type.String(), id: Type.String() });
const query = Type.Object(schemas.PageQuery, { additionalProperties: false });
const errors = { '4xx': schemas.ErrorAnswer };
const tags = ['sources'];
const write = { access: 'sources:write' } as const;
const read = { access: 'sources:read' } as const;

const tokenCharacters = 32;

function show(source: SourceRecord) {
  return { ...source, protectsBody: findSource(source.platform)?.protectsBody ?? false };
}

function showPlatform({ platform, title, secret, protectsBody, guide }: Platform) {
  return { platform, title, secret, protectsBody, guide };
}

function secretProblems(platform: string, secret: string | undefined): readonly Problem[] {
  const source = findSource(platform);
  if (!source) {
    const known = platforms.map((entry) => entry.platform);
    return [{ code: 'unknown_platform', path: 'platform', details: { platform, known } }];
  }
  if (source.secret === 'required' && secret === undefined)
    return [{ code: 'missing_field', path: 'secret' }];
  if (source.secret === 'none' && secret !== undefined) {
    return [{ code: 'invalid_field', path: 'secret', details: { reason: `is not used by ${source.title}` } }];
  }
  return [];
}

export const sourceRoutes: Routes = (app, { sources, clock, newId, publicUrl }) => {
  const found = (source: SourceRecord | null): SourceRecord => {
    if (!source) throw new Refusal('not_found', { what: 'source', path: 'id' });
    return source;
  };
  const inboundUrl = (token: string) => `${publicUrl()}/in/${token}`;

  app.get(
    '/source-platforms',
    {
      config: { access: 'anybody' },
      schema: {
        tags,
        summary: 'All platforms that there can be sources of',
        response: { 200: schemas.wholeOf(schemas.SourcePlatform), ...errors },
      },
    },
    async () => ({ data: platforms.map(showPlatform), nextCursor: null }) as never,
  );
  app.post(
    base,
    {
      config: write,
      schema: {
        tags,
        summary: 'Create a source',
        params,
        body: schemas.SourceBody,
        response: { 201: schemas.CreatedSource, ...errors },
      },
    },
    async (request, reply) => {
      const { platform, name, secret } = request.body;
      const problems = secretProblems(platform, secret);
      if (problems.length > 0) throw refuse(problems);
      const now = clock.now();
      const token = randomToken(tokenCharacters);
      const { environmentId } = request.tenant;
      const created = await sources.create(
        { id: newId(now), environmentId, platform, name, token, secret: secret ?? null },
        new Date(now),
      );
      return reply.status(201).send({ ...show(created), url: inboundUrl(token) } as never);
    },
  );
  app.get(
    base,
    {
      config: read,
      schema: {
        tags,
        summary: 'List sources',
        params,
        querystring: query,
        response: { 200: schemas.pageOf(schemas.Source), ...errors },
      },
    },
    async (request) =>
      showPage(
        'sources',
        await sources.list(request.tenant.environmentId, pageRequest('sources', request.query)),
        show,
      ),
  );
  app.get(
    `${base}/:id`,
    {
      config: read,
      schema: {
        tags,
        summary: 'Read a source',
        params: idParams,
        response: { 200: schemas.Source, ...errors },
      },
    },
    async (request) => {
      const { id } = request.params;
      return show(found(isUuid(id) ? await sources.find(request.tenant.environmentId, id) : null)) as never;
    },
  );
  app.patch(
    `${base}/:id`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Change a source',
        params: idParams,
        body: schemas.SourcePatch,
        response: { 200: schemas.Source, ...errors },
      },
    },
    async (request) => {
      const { environmentId } = request.tenant;
      const { id } = request.params;
      const present = found(isUuid(id) ? await sources.find(environmentId, id) : null);
      const { secret } = request.body;
      const problems = secret === undefined ? [] : secretProblems(present.platform, secret);
      if (problems.length > 0) throw refuse(problems);
      return show(
        found(await sources.update(environmentId, id, request.body, new Date(clock.now()))),
      ) as never;
    },
  );
  app.post(
    `${base}/:id/rotate-token`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Give a source a new inbound URL',
        description: 'The old URL stops working at once.',
        params: idParams,
        response: { 200: schemas.CreatedSource, ...errors },
      },
    },
    async (request) => {
      const { id } = request.params;
      const token = randomToken(tokenCharacters);
      const { environmentId } = request.tenant;
      const rotated = isUuid(id)
        ? await sources.update(environmentId, id, { token }, new Date(clock.now()))
        : null;
      return { ...show(found(rotated)), url: inboundUrl(token) } as never;
    },
  );
  app.delete(
    `${base}/:id`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Delete a source',
        params: idParams,
        response: { 204: Type.Null(), ...errors },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const deleted = isUuid(id) && (await sources.delete(request.tenant.environmentId, id));
      if (!deleted) throw new Refusal('not_found', { what: 'source', path: 'id' });
      return reply.status(204).send(null);
    },
  );
};
