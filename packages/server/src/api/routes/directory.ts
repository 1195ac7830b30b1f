// The directory of an organization: departments, source systems, business units and templates. Four kinds, one set of routes.
import { type TSchema, Type } from 'typebox';
import { type DirectoryEntry, type DirectoryKind, directoryKinds } from '../../domain/directory.ts';
import {
  type CompanyInput,
  companyProblems,
  couplingProblems,
  toCompanies,
} from '../../domain/directory-rules.ts';
import { Refusal } from '../../domain/errors.ts';
import { type LimitName, limit } from '../../domain/limits.ts';
import { refuse } from '../../domain/problems.ts';
import { isUuid } from '../../lib/ids.ts';
import type { DirectoryRecord, EntryChange, Referrer, Saved } from '../../store/directory.ts';
import { pageRequest, showPage } from '../answers.ts';
import { existingOrganization } from '../organization.ts';
import type { ApiDeps, Routes, TypedApp } from '../route.ts';
import * as schemas from '../schemas/index.ts';

const params = Type.Object({ orgId: Type.String() });
const idParams = Type.Object({ orgId: Type.String(), id: Type.String() });
const query = Type.Object(
  { ...schemas.PageQuery, name: Type.Optional(schemas.Searched) },
  { additionalProperties: false },
);
const errors = { '4xx': schemas.ErrorAnswer };
const read = { access: 'directory:read' } as const;
const write = { access: 'directory:write' } as const;
const tags = ['directory'];

/** Requests and answers that differ between the kinds. */
const shapes: Readonly<Record<DirectoryKind, { body: TSchema; patch: TSchema; answer: TSchema }>> = {
  department: { body: schemas.NamedBody, patch: schemas.NamedPatch, answer: schemas.NamedEntry },
  source_system: { body: schemas.NamedBody, patch: schemas.NamedPatch, answer: schemas.NamedEntry },
  business_unit: {
    body: schemas.BusinessUnitBody,
    patch: schemas.BusinessUnitPatch,
    answer: schemas.BusinessUnit,
  },
  template: { body: schemas.TemplateBody, patch: schemas.TemplatePatch, answer: schemas.Template },
};

interface EntryInput {
  readonly name?: string;
  readonly companies?: readonly CompanyInput[];
  readonly webhooks?: readonly string[];
}

type Kind = (typeof directoryKinds)[number];

export const directoryRoutes: Routes = (app, deps) => {
  for (const kind of directoryKinds) {
    addCreate(app, deps, kind);
    addList(app, deps, kind);
    addRead(app, deps, kind);
    addChange(app, deps, kind);
    addDelete(app, deps, kind);
    addUsage(app, deps, kind);
  }
};

const pathOf = ({ segment }: Kind) => `/organizations/:orgId/${segment}`;
const nounOf = ({ kind }: Kind) => kind.replaceAll('_', ' ');

function addCreate(app: TypedApp, deps: ApiDeps, kind: Kind): void {
  const { body, answer } = shapes[kind.kind];
  const schema = {
    tags,
    summary: `Create a ${nounOf(kind)}`,
    params,
    body,
    response: { 201: answer, ...errors },
  };
  app.post(pathOf(kind), { config: write, schema }, async (request, reply) => {
    const { id: organizationId } = await existingOrganization(deps.tenants, request.params.orgId);
    const change = await checked(deps, organizationId, request.body as EntryInput);
    const now = deps.clock.now();
    const entry = toEntry(kind.kind, deps.newId(now), change);
    const created = saved(kind, await deps.directory.create(organizationId, entry, new Date(now)));
    deps.organizationChanged(organizationId);
    return reply.status(201).send(show(created) as never);
  });
}

function addList(app: TypedApp, deps: ApiDeps, kind: Kind): void {
  const list = kind.segment;
  const schema = {
    tags,
    summary: `List ${list.replace('-', ' ')}`,
    description: '`name` finds the one of that name, ignoring case.',
    params,
    querystring: query,
    response: { 200: schemas.pageOf(shapes[kind.kind].answer), ...errors },
  };
  app.get(pathOf(kind), { config: read, schema }, async (request) => {
    const { id: organizationId } = await existingOrganization(deps.tenants, request.params.orgId);
    const asked = pageRequest(list, request.query);
    const found = await deps.directory.list(organizationId, kind.kind, asked, request.query.name);
    return showPage(list, found, show);
  });
}

function addRead(app: TypedApp, deps: ApiDeps, kind: Kind): void {
  const schema = {
    tags,
    summary: `Read a ${nounOf(kind)}`,
    params: idParams,
    response: { 200: shapes[kind.kind].answer, ...errors },
  };
  app.get(`${pathOf(kind)}/:id`, { config: read, schema }, async (request) => {
    const { id: organizationId } = await existingOrganization(deps.tenants, request.params.orgId);
    const { id } = request.params;
    const found = isUuid(id) ? await deps.directory.find(organizationId, kind.kind, id) : null;
    if (!found) throw notFound(kind);
    return show(found) as never;
  });
}

function addChange(app: TypedApp, deps: ApiDeps, kind: Kind): void {
  const { patch, answer } = shapes[kind.kind];
  const schema = {
    tags,
    summary: `Change a ${nounOf(kind)}`,
    description: 'What refers to it goes on referring to it, also under a new name.',
    params: idParams,
    body: patch,
    response: { 200: answer, ...errors },
  };
  app.patch(`${pathOf(kind)}/:id`, { config: write, schema }, async (request) => {
    const { id: organizationId } = await existingOrganization(deps.tenants, request.params.orgId);
    const { id } = request.params;
    if (!isUuid(id)) throw notFound(kind);
    const change = await checked(deps, organizationId, request.body as EntryInput);
    const now = new Date(deps.clock.now());
    const outcome = await deps.directory.update(organizationId, kind.kind, id, change, now);
    const changed = saved(kind, outcome);
    deps.organizationChanged(organizationId);
    return show(changed) as never;
  });
}

function addDelete(app: TypedApp, deps: ApiDeps, kind: Kind): void {
  const schema = {
    tags,
    summary: `Delete a ${nounOf(kind)}`,
    description: 'Refused while webhooks filter by it; `details.webhooks` names them.',
    params: idParams,
    response: { 204: Type.Null(), ...errors },
  };
  app.delete(`${pathOf(kind)}/:id`, { config: write, schema }, async (request, reply) => {
    const { id: organizationId } = await existingOrganization(deps.tenants, request.params.orgId);
    const { id } = request.params;
    if (!isUuid(id)) throw notFound(kind);
    const outcome = await deps.directory.delete(organizationId, kind.kind, id.toLowerCase());
    switch (outcome.kind) {
      case 'not_found':
        throw notFound(kind);
      case 'in_use':
        throw inUse(kind, outcome.webhooks, outcome.count);
      case 'deleted':
        deps.organizationChanged(organizationId);
        return reply.status(204).send(null);
    }
  });
}

function addUsage(app: TypedApp, deps: ApiDeps, kind: Kind): void {
  const schema = {
    tags,
    summary: `What refers to a ${nounOf(kind)}`,
    description:
      'Webhooks that filter by it, and envelopes that name it, in all applications and environments.',
    params: idParams,
    response: { 200: schemas.DirectoryUsage, ...errors },
  };
  app.get(`${pathOf(kind)}/:id/usage`, { config: read, schema }, async (request) => {
    const { id: organizationId } = await existingOrganization(deps.tenants, request.params.orgId);
    const { id } = request.params;
    const found = isUuid(id) ? await deps.directory.find(organizationId, kind.kind, id) : null;
    if (!found) throw notFound(kind);
    return (await deps.directory.usage(organizationId, kind.kind, found.id)) as never;
  });
}

/** What was sent, as it is kept: the first thing that is wrong with any part of it refuses the whole. */
async function checked(
  { directory }: ApiDeps,
  organizationId: string,
  { name, companies, webhooks }: EntryInput,
): Promise<EntryChange> {
  const ids = webhooks?.map((id) => id.toLowerCase());
  const known = await directory.knownWebhooks(organizationId, ids ?? []);
  const problems = [...companyProblems(companies), ...couplingProblems(ids ?? [], known)];
  if (problems.length > 0) throw refuse(problems);
  return {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(companies === undefined ? {} : { companies: toCompanies(companies) }),
    ...(ids === undefined ? {} : { webhooks: ids }),
  };
}

function toEntry(
  kind: DirectoryKind,
  id: string,
  { name = '', companies = [], webhooks = [] }: EntryChange,
): DirectoryEntry {
  switch (kind) {
    case 'department':
    case 'source_system':
      return { kind, id, name };
    case 'business_unit':
      return { kind, id, name, companies };
    case 'template':
      return { kind, id, name, webhooks };
  }
}

function show({ kind: _, ...shown }: DirectoryRecord) {
  return shown;
}

const notFound = ({ word }: Kind) => new Refusal('not_found', { what: word, path: 'id' });

function saved(kind: Kind, outcome: Saved | { readonly kind: 'not_found' }): DirectoryRecord {
  switch (outcome.kind) {
    case 'saved':
      return outcome.entry;
    case 'not_found':
      throw notFound(kind);
    case 'exists':
      throw new Refusal('already_exists', { what: `a ${kind.word}`, path: 'name' });
    case 'full':
      throw limitReached(kind, outcome.limit);
  }
}

function limitReached({ segment }: Kind, name: LimitName): Refusal {
  const what = name === 'directory_bytes_max' ? 'bytes in the directory' : segment.replace('-', ' ');
  return new Refusal('limit_reached', { limit: limit(name), what });
}

function inUse({ word }: Kind, webhooks: readonly Referrer[], count: number): Refusal {
  const named = webhooks.map(({ name }) => name).join(', ');
  const usedBy = count > webhooks.length ? `${named} and ${count - webhooks.length} more` : named;
  return new Refusal('in_use', { what: word, path: 'id', usedBy, webhooks });
}
