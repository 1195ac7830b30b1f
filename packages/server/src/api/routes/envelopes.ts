// Envelopes: registered with the facts that route their events, read with the state that their events tell.
import { type Static, Type } from 'typebox';
import type { Directory, DirectoryKind } from '../../domain/directory.ts';
import { envelopeStatus, statusTypes } from '../../domain/envelope.ts';
import { Refusal } from '../../domain/errors.ts';
import { missingRequestFrom } from '../../domain/policies.ts';
import { type Problem, refuse } from '../../domain/problems.ts';
import { unknownName } from '../../domain/routing-names.ts';
import type { EnvelopeMoment, EnvelopeRecord, EnvelopeRouting } from '../../store/envelopes.ts';
import type { Snapshot } from '../../store/snapshots.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

const route = '/applications/:appId/envs/:env/envelopes/:envelopeId';
const params = Type.Object({ appId: Type.String(), env: Type.String(), envelopeId: schemas.EnvelopeId });
const errors = { '4xx': schemas.ErrorAnswer };
const tags = ['envelopes'];

type Body = Static<typeof schemas.EnvelopeBody>;

export const envelopeRoutes: Routes = (app, { envelopes, clock, changed }) => {
  app.put(
    route,
    {
      config: { access: 'events:write' },
      schema: {
        tags,
        summary: 'Register an envelope',
        description: 'Its events inherit the routing facts. Registering again replaces what was registered.',
        params,
        body: schemas.EnvelopeBody,
        response: { 200: schemas.Envelope, ...errors },
      },
    },
    async (request) => {
      const { tenant } = request;
      const { envelopeId } = request.params;
      const { externalId = null, title = null } = request.body;
      const routing = readFacts(request.body, tenant);
      const envelope = { id: envelopeId, externalId, title, routing };
      const put = await envelopes.put(tenant.environmentId, envelope, new Date(clock.now()));
      if (!tenant.hasEnvelopes) changed(tenant.environmentId);
      const latest = await envelopes.latest(tenant.environmentId, envelopeId, statusTypes);
      return show(put, latest, tenant.directory) as never;
    },
  );
  app.get(
    route,
    {
      config: { access: 'events:read' },
      schema: { tags, summary: 'Read an envelope', params, response: { 200: schemas.Envelope, ...errors } },
    },
    async (request) => {
      const { environmentId, directory } = request.tenant;
      const { envelopeId } = request.params;
      const found = await envelopes.find(environmentId, envelopeId);
      if (!found) throw new Refusal('not_found', { what: 'envelope', path: 'envelopeId' });
      return show(found, await envelopes.latest(environmentId, envelopeId, statusTypes), directory) as never;
    },
  );
};

/** @throws Refusal that names everything the directory or the environment does not have */
function readFacts(body: Body, { directory, webhooks, policies }: Snapshot): EnvelopeRouting {
  const problems: Problem[] = [];
  if (policies.requireRequestFrom && !body.requestFrom?.length)
    problems.push(missingRequestFrom('requestFrom', directory));
  const idOf = (kind: DirectoryKind, name: string, path: string): readonly string[] => {
    const entry = directory.find(kind, name);
    if (!entry) problems.push(unknownName(kind, name, path, directory));
    return entry ? [entry.id] : [];
  };
  const one = (kind: DirectoryKind, name: string | null | undefined, path: string) =>
    name == null ? null : (idOf(kind, name, path)[0] ?? null);
  const named = {
    requestFrom: (body.requestFrom ?? []).flatMap((name, index) =>
      idOf('source_system', name, `requestFrom[${index}]`),
    ),
    department: one('department', body.department, 'department'),
    businessUnit: one('business_unit', body.businessUnit, 'businessUnit'),
    company: body.company ?? null,
    template: one('template', body.template, 'template'),
    trigger: body.trigger ?? null,
    appId: body.appId ?? null,
  };
  const integrations = (body.integrations ?? []).map(({ uuid }, index) => {
    if (!webhooks.has(uuid)) {
      const details = { reason: 'is not the id of a webhook of this environment' };
      problems.push({ code: 'invalid_field', path: `integrations[${index}].uuid`, details });
    }
    return uuid;
  });
  if (problems.length > 0) throw refuse(problems);
  return { ...named, integrations };
}

function show(envelope: EnvelopeRecord, latest: EnvelopeMoment | null, directory: Directory) {
  const { id, externalId, title, routing, createdAt, updatedAt } = envelope;
  const nameOf = (entryId: string | null) =>
    entryId === null ? null : (directory.byId(entryId)?.name ?? null);
  return {
    id,
    externalId,
    title,
    status: latest === null ? 'registered' : envelopeStatus(latest.type),
    statusSince: latest?.occurredAt ?? null,
    requestFrom: routing.requestFrom.map(nameOf).filter((name) => name !== null),
    department: nameOf(routing.department),
    businessUnit: nameOf(routing.businessUnit),
    company: routing.company,
    template: nameOf(routing.template),
    trigger: routing.trigger,
    appId: routing.appId,
    integrations: routing.integrations.map((uuid) => ({ uuid })),
    createdAt,
    updatedAt,
  };
}
