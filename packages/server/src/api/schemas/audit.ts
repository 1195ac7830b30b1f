// The audit log, as the API shows it.
import { Type } from 'typebox';
import { limit } from '../../domain/limits.ts';
import { enumOf, nullable, Searched, Time, Uuid } from './common.ts';

const text = nullable(Type.String());
const fields = (description: string) =>
  nullable(Type.Object({}, { additionalProperties: true, description }));

export const AuditEntry = Type.Object({
  id: Uuid,
  at: Time,
  organizationId: nullable(Uuid),
  applicationId: text,
  environment: text,
  actor: Type.Object({
    kind: enumOf(['person', 'key', 'root', 'system', 'anonymous']),
    id: text,
    name: text,
  }),
  address: text,
  userAgent: text,
  requestId: text,
  action: Type.String({ description: 'The kind of object and what happened to it: `webhook.updated`.' }),
  object: Type.Object({ kind: Type.String(), id: text, name: text }),
  before: fields('What changed, as it was. Secrets are shown as `[redacted]`.'),
  after: fields('What changed, as it is since.'),
});

const filter = (description: string) => Type.Optional(Type.Unsafe<string>({ ...Searched, description }));
const time = (description: string) => Type.Optional(Type.Unsafe<string>({ ...Time, description }));

export const AuditFilter = {
  actor: filter('The id of a person or key, or `root`, `system`, `anonymous`.'),
  action: filter('Exactly, as in `webhook.updated`.'),
  objectKind: filter('As in `webhook`.'),
  objectId: filter('The id of what it was done to.'),
  from: time('At or after.'),
  to: time('Before.'),
};

export const AuditFormat = Type.Optional(
  Type.Unsafe<'csv' | 'ndjson'>({
    ...enumOf(['csv', 'ndjson']),
    default: 'csv',
    description: `Of at most ${limit('audit_export_entries_max').toLocaleString('en-US')} entries.`,
  }),
);
