// The audit log: who did what, when, from where, before and after. Read in pages, and exported as a file that is written
// while it is read, so that no export is held in memory. An export is an entry itself.
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Refusal } from '../../domain/errors.ts';
import { limit } from '../../domain/limits.ts';
import { csvLine } from '../../lib/csv.ts';
import type { AuditEntry, AuditFilter, AuditStore } from '../../store/audit.ts';
import { pageRequest, showPage } from '../answers.ts';
import { actorOf } from '../attribution.ts';
import { existingOrganization } from '../organization.ts';
import type { RouteDeps, Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';
import { visitOf } from '../session.ts';

const closed = { additionalProperties: false };
const listQuery = Type.Object({ ...schemas.AuditFilter, ...schemas.PageQuery }, closed);
const exportQuery = Type.Object({ ...schemas.AuditFilter, format: schemas.AuditFormat }, closed);
const params = Type.Object({ orgId: Type.String() });
const errors = { '4xx': schemas.ErrorAnswer };
const tags = ['audit'];
const listed = { 200: schemas.pageOf(schemas.AuditEntry), ...errors };
const file = { schema: Type.String() };
const exported = {
  200: {
    description: 'A file, the newest entries first.',
    content: { 'text/csv': file, 'application/x-ndjson': file },
  },
  ...errors,
};
const ofOrganization = { access: 'audit:read' } as const;
const ofServer = { access: 'root' } as const;
const pageSize = 500;

interface Query {
  readonly actor?: string;
  readonly action?: string;
  readonly objectKind?: string;
  readonly objectId?: string;
  readonly from?: string;
  readonly to?: string;
}
type Format = 'csv' | 'ndjson';

export const auditRoutes: Routes = (app, deps) => {
  const { audit, tenants } = deps;
  const exportAll = createExport(deps);
  const list = async (organizationId: string | null, query: Query & { limit?: number; cursor?: string }) => {
    const found = await audit.list(filterOf(organizationId, query), pageRequest('audit', query));
    return showPage('audit', found, (entry) => entry) as never;
  };
  const organizationOf = async (orgId: string) => (await existingOrganization(tenants, orgId)).id;

  app.get(
    '/organizations/:orgId/audit',
    {
      config: ofOrganization,
      schema: { tags, summary: 'List what was done', params, querystring: listQuery, response: listed },
    },
    async (request) => list(await organizationOf(request.params.orgId), request.query),
  );
  app.get(
    '/organizations/:orgId/audit/export',
    {
      config: ofOrganization,
      schema: { tags, summary: 'Export what was done', params, querystring: exportQuery, response: exported },
    },
    async (request, reply) =>
      exportAll(request, reply, await organizationOf(request.params.orgId), request.query) as never,
  );
  app.get(
    '/audit',
    {
      config: ofServer,
      schema: {
        tags,
        summary: 'List what was done on this server',
        querystring: listQuery,
        response: listed,
      },
    },
    async (request) => list(null, request.query),
  );
  app.get(
    '/audit/export',
    {
      config: ofServer,
      schema: {
        tags,
        summary: 'Export what was done on this server',
        querystring: exportQuery,
        response: exported,
      },
    },
    async (request, reply) => exportAll(request, reply, null, request.query) as never,
  );
};

function createExport({ audit }: Pick<RouteDeps, 'audit'>) {
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
    organizationId: string | null,
    { format = 'csv', ...query }: Query & { format?: Format },
  ): Promise<FastifyReply> => {
    const filter = filterOf(organizationId, query);
    const most = limit('audit_export_entries_max');
    if ((await audit.count(filter, most + 1)) > most) throw new Refusal('export_too_large', { limit: most });
    await audit.add({
      actor: { ...actorOf(request.caller), ...visitOf(request) },
      organizationId,
      action: 'audit.exported',
      object: { kind: 'audit', id: null, name: null },
      after: { format, ...query },
    });
    return reply
      .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8')
      .header('content-disposition', `attachment; filename="audit.${format}"`)
      .send(Readable.from(lines(audit, filter, format, most)));
  };
}

function filterOf(organizationId: string | null, query: Query): AuditFilter {
  const { actor, action, objectKind, objectId, from, to } = query;
  return {
    organizationId,
    ...(actor !== undefined && { actor }),
    ...(action !== undefined && { action }),
    ...(objectKind !== undefined && { objectKind }),
    ...(objectId !== undefined && { objectId }),
    ...(from !== undefined && { from: new Date(from) }),
    ...(to !== undefined && { to: new Date(to) }),
  };
}

async function* lines(
  audit: AuditStore,
  filter: AuditFilter,
  format: Format,
  most: number,
): AsyncGenerator<string> {
  if (format === 'csv') yield csvLine(columns.map(([name]) => name));
  let after: string | null = null;
  // What is added meanwhile is newer than the first page, so that this ends.
  for (let left = most; left > 0; left -= pageSize) {
    const found = await audit.list(filter, { limit: Math.min(left, pageSize), after });
    yield found.data.map(format === 'csv' ? csvOf : ndjsonOf).join('');
    if (found.next === null) return;
    after = found.next;
  }
}

const ndjsonOf = (entry: AuditEntry) => `${JSON.stringify(entry)}\n`;
const csvOf = (entry: AuditEntry) => csvLine(columns.map(([, cell]) => cell(entry)));
const json = (value: object | null) => value && JSON.stringify(value);

const columns: readonly (readonly [string, (entry: AuditEntry) => string | null])[] = [
  ['at', ({ at }) => at.toISOString()],
  ['action', ({ action }) => action],
  ['actorKind', ({ actor }) => actor.kind],
  ['actorId', ({ actor }) => actor.id],
  ['actorName', ({ actor }) => actor.name],
  ['address', ({ address }) => address],
  ['userAgent', ({ userAgent }) => userAgent],
  ['organizationId', ({ organizationId }) => organizationId],
  ['applicationId', ({ applicationId }) => applicationId],
  ['environment', ({ environment }) => environment],
  ['objectKind', ({ object }) => object.kind],
  ['objectId', ({ object }) => object.id],
  ['objectName', ({ object }) => object.name],
  ['before', ({ before }) => json(before)],
  ['after', ({ after }) => json(after)],
  ['requestId', ({ requestId }) => requestId],
  ['id', ({ id }) => id],
];
