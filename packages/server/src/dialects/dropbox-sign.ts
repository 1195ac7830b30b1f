// Dropbox Sign (HelloSign): multipart/form-data with one field, `json`, whose `event.event_hash` is the HMAC of time and type
// by the receiver's API key. The answer must say `Hello API Event Received`. It carries what the vendor's messages carry;
// mapped fields go where the vendor has fields of one's own: `metadata`.
import { createHash } from 'node:crypto';
import type { Judgement } from '../domain/delivery.ts';
import type { SigningScheme } from '../domain/signing.ts';
import type { StoredEvent } from '../domain/stored-event.ts';
import { type Answer, judgeStatus } from '../domain/success-rule.ts';
import type { JsonObject, JsonValue } from '../lib/json-exact.ts';
import { companies, mappedTexts } from './body.ts';
import { membersOf, parseContent, textOf } from './content.ts';
import type { Dialect, ExampleAnswers, RenderContext, RenderedBody } from './dialect.ts';
import { signatureRequest, template } from './dropbox-request.ts';
import { type Names, namesFrom, wordFor } from './names.ts';
import { proveStandard } from './standard-proof.ts';
import { hmacSha256, textKeys } from './vendor-hmac.ts';

const events: Names = {
  'envelope.sent': 'signature_request_sent',
  'envelope.resent': 'signature_request_remind',
  'envelope.completed': 'signature_request_all_signed',
  'envelope.declined': 'signature_request_declined',
  'envelope.voided': 'signature_request_canceled',
  'envelope.expired': 'signature_request_expired',
  'envelope.deleted': 'signature_request_destroyed',
  'envelope.failed': 'signature_request_invalid',
  'document.ready': 'signature_request_downloadable',
  'signer.viewed': 'signature_request_viewed',
  'signer.signed': 'signature_request_signed',
  'signer.reassigned': 'signature_request_reassigned',
  'signer.bounced': 'signature_request_email_bounce',
  'template.created': 'template_created',
  'webhook.test': 'callback_test',
};

const wantedAnswer = 'Hello API Event Received';
const schemes: readonly SigningScheme[] = ['hmac'];

export const dropboxSign: Dialect = {
  name: 'dropbox-sign',
  title: 'Dropbox Sign',
  meaning:
    'For receivers of Dropbox Sign (HelloSign) callbacks, who check the event hash with their API key.',
  published: [
    'multipart/form-data with the field json, and its members',
    'the names of the events',
    'event_hash: the hexadecimal HMAC-SHA256 of event_time and event_type, by the API key',
    `that the answer must be 200 and contain ${wantedAnswer}`,
  ],
  chosen: [
    'signature_id and the other ids are those of the platform that the event comes from',
    'mapped fields are members of metadata; companies, where a webhook asks for them, a member beside event',
    'addresses of pages and files of the vendor are null, but for the address of a document that the event tells',
    'during an overlap of secrets the hash is by the newest, since there is room for one',
    'the Standard Webhooks headers',
  ],
  contentTypes: ['application/json'],
  options: [
    {
      name: 'accountId',
      meaning: 'the account that the receiver expects; the id of the application where it is left out',
      required: false,
      values: null,
    },
    {
      name: 'clientId',
      meaning: 'the API app that the receiver expects; none where it is left out, as for an account callback',
      required: false,
      values: null,
    },
  ],
  takenNames: [],
  schemes,
  headers: [],
  success: '200',
  successNote: `The body must contain ${wantedAnswer}.`,
  wantsToken: false,
  namesOf: namesFrom(events),
  render,
  prove: proveStandard,
  judge,
  answers,
};

function judge(answer: Answer): Judgement {
  const byStatus = judgeStatus('200', answer.status);
  if (byStatus.kind !== 'success' || answer.body.includes(wantedAnswer)) return byStatus;
  return {
    kind: 'failure',
    reason: `The answer was ${answer.status}, but its body does not contain "${wantedAnswer}".`,
  };
}

function answers(): ExampleAnswers {
  const headers = [['content-type', 'text/plain']] as const;
  return {
    success: { status: 200, headers, body: wantedAnswer },
    error: { status: 200, headers, body: 'The event could not be stored.' },
  };
}

function render(context: RenderContext): RenderedBody {
  const json = JSON.stringify(callback(context));
  // Made of the text, so that it cannot stand in it.
  const boundary = `signpost-${createHash('sha256').update(json).digest('hex').slice(0, 32)}`;
  const body = `--${boundary}\r\nContent-Disposition: form-data; name="json"\r\n\r\n${json}\r\n--${boundary}--\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.from(body),
    contentAt: null,
  };
}

function callback(context: RenderContext): JsonObject {
  const { event, payload, facts } = context;
  const content = parseContent(event);
  const members = membersOf(content);
  const account = payload.options['accountId'] ?? facts.applicationId;
  const client = payload.options['clientId'] ?? null;
  return {
    event: {
      ...signedFacts(context),
      event_metadata: {
        related_signature_id: event.signer?.id ?? null,
        reported_for_account_id: account,
        reported_for_app_id: client,
        ...message(event, members),
      },
    },
    account_guid: account,
    client_id: client,
    ...subject(context, content, members),
    ...(payload.extraFields.length > 0 ? { companies: companies(context) } : {}),
  };
}

/** Time and type are all that the vendor's hash protects. The time is that of the event: the same over all attempts. */
function signedFacts(context: RenderContext): JsonObject {
  const { event } = context;
  const time = String(Math.floor(event.occurredAt / 1000));
  const type = wordFor(events, event.type) ?? '';
  const [key] = textKeys(context);
  return {
    event_time: time,
    event_type: type,
    event_hash: key === undefined ? '' : hmacSha256(key, time + type, 'hex'),
  };
}

/** Why a signer refused, where the vendor says it. */
function message({ type }: StoredEvent, members: JsonObject): JsonObject {
  const reason = type === 'envelope.declined' ? textOf(members, 'reason') : null;
  return reason === null ? {} : { event_message: reason };
}

function subject(context: RenderContext, content: JsonValue, members: JsonObject): JsonObject {
  const metadata = Object.fromEntries(mappedTexts(context, content));
  if (context.event.type === 'webhook.test') return {};
  if (context.event.type === 'template.created') return { template: template(members, metadata) };
  return { signature_request: signatureRequest(context, members, metadata) };
}
