// Cellosign: `{event, session}` and what the type adds: the client's device, the change of a field, the whole process for an
// archive. It carries what the vendor's messages carry and no more. A platform without sessions has the envelope for one.
import type { PayloadSettings } from '../domain/payload.ts';
import { signingSchemes } from '../domain/signing.ts';
import type { StoredEvent } from '../domain/stored-event.ts';
import { isObject, type JsonObject, type JsonValue } from '../lib/json-exact.ts';
import { toXml } from '../lib/xml.ts';
import { additions, convert } from './body.ts';
import { listOf, memberOf, membersOf, objectOf, parseContent, present, textOf, timeOf } from './content.ts';
import type { Dialect, ExampleAnswers, RenderContext } from './dialect.ts';
import { type Names, namesFrom, wordFor } from './names.ts';
import { judge2xx, proveStandard } from './standard-proof.ts';

const types: Names = {
  'session.created': 'WHEF_SESSION_CREATED',
  'session.loaded': 'WHEF_CLIENT_FORM_LOADED',
  'session.expired': 'WHEF_SESSION_EXPIRED',
  'session.deleted': 'WHEF_SESSION_DELETED',
  'envelope.expired': 'WHEF_SESSION_EXPIRED',
  'signer.viewed': 'WHEF_CLIENT_FORM_LOADED',
  'signer.authenticated': 'WHEF_CLIENT_LOGGED_IN',
  'form.submitted': 'WHEF_CLIENT_FORM_SUBMITTED',
  'form.field_changed': 'WHEF_FORM_FIELD_CHANGED',
  'document.archived': 'WHP_ARCHIVE',
  'storage.completed': 'WHP_STORAGE',
};

export const cellosign: Dialect = {
  name: 'cellosign',
  title: 'Cellosign',
  meaning: 'For receivers of Cellosign’s outbound webhooks.',
  published: [
    'the members event, session, client, change and fields, and theirs',
    'the codes of the types, but for WHP_STORAGE',
    'that the answer to a changed field is a list of {id, value}',
    'JSON, and XML by simple conversion',
  ],
  chosen: [
    'the members of sessions in an archive, beyond those of session',
    'WHP_STORAGE with the members storage and files',
    'the session of platforms that have none: the envelope, and its signer as the recipient',
    'mapped_fields and companies, where a webhook asks for them',
    'the Standard Webhooks headers',
  ],
  contentTypes: ['application/json', 'application/xml'],
  options: [],
  takenNames: [],
  schemes: signingSchemes,
  headers: [],
  success: '2xx',
  successNote: null,
  wantsToken: false,
  namesOf: namesFrom(types),
  render,
  prove: proveStandard,
  judge: judge2xx,
  answers,
};

function render(context: RenderContext) {
  const { event, payload } = context;
  const content = parseContent(event);
  const members = membersOf(content);
  return convert(payload, 'webhook', {
    event: { type: wordFor(types, event.type) ?? '', timestamp: timestamp(event.occurredAt) },
    ...(payload.data === 'everything' ? everything(event, members) : { session: session(event, members) }),
    ...additions(context, () => content, 'mapped_fields'),
  });
}

/** UTC without saying so, and microseconds. */
function timestamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, -1)}000`;
}

function session({ envelope, signer }: StoredEvent, members: JsonObject): JsonObject {
  const told = objectOf(members, 'session');
  if (Object.keys(told).length > 0) return toldSession(told);
  const id = envelope?.id ?? null;
  return {
    id,
    reference: envelope?.externalId ?? id,
    process_id: id,
    ...(signer ? { recipient: { id: signer.id, name: signer.role ?? signer.name } } : {}),
    labels: {},
  };
}

function toldSession(told: JsonObject): JsonObject {
  return {
    id: textOf(told, 'id'),
    ...present({
      reference: memberOf(told, 'reference'),
      process_id: memberOf(told, 'processId'),
      process_number: memberOf(told, 'processNumber'),
      transaction_number: memberOf(told, 'transactionNumber'),
      recipient: memberOf(told, 'recipient'),
    }),
    labels: objectOf(told, 'labels'),
  };
}

/** An archive is of all sessions of the process, everything else of one. */
function everything(event: StoredEvent, members: JsonObject): JsonObject {
  return event.type === 'document.archived'
    ? { sessions: listOf(members, 'sessions').map(archivedSession) }
    : { session: session(event, members), ...details(event, members) };
}

function details({ type }: StoredEvent, members: JsonObject): JsonObject {
  switch (type) {
    case 'storage.completed':
      return present({ storage: memberOf(members, 'storage'), files: memberOf(members, 'files') });
    case 'form.field_changed':
      return {
        ...clientOf(members),
        change: objectOf(members, 'change'),
        fields: listOf(members, 'fields'),
      };
    default:
      return clientOf(members);
  }
}

function clientOf(members: JsonObject): JsonObject {
  const told = objectOf(members, 'client');
  const client = present({ ip: memberOf(told, 'ip'), user_agent: memberOf(told, 'userAgent') });
  return Object.keys(client).length > 0 ? { client } : {};
}

function archivedSession(told: JsonObject): JsonObject {
  const { client = {} } = clientOf(told);
  const submittedAt = timeOf(told, 'submittedAt');
  return {
    ...toldSession(told),
    ...present({
      author: memberOf(told, 'author'),
      submission_details: {
        ...(submittedAt === null ? {} : { timestamp: timestamp(submittedAt.getTime()) }),
        ...(client as JsonObject),
      },
    }),
    documents: listOf(told, 'documents').map(file),
    form_data: listOf(told, 'formData'),
    attachments: listOf(told, 'attachments').map(file),
  };
}

/** A file in the vendor's manner of writing names. */
function file({ contentType, ...rest }: JsonObject): JsonObject {
  return contentType === undefined ? rest : { ...rest, content_type: contentType };
}

/** A changed field is answered by values for other fields; everything else is only acknowledged. */
function answers(type: string, { accept }: PayloadSettings): ExampleAnswers {
  const value: JsonValue =
    type === 'form.field_changed'
      ? [{ id: 'company_name', value: 'Ní Bhriain Ceramics' }]
      : { status: 'success' };
  const error = { status: 'error', message: 'The company number is unknown.' };
  const answer = (status: number, body: JsonValue) => ({
    status,
    headers: [['content-type', accept]] as const,
    body:
      accept === 'application/xml'
        ? toXml(isObject(body) ? 'response' : 'fields', body)
        : JSON.stringify(body),
  });
  return { success: answer(200, value), error: answer(500, error) };
}
