// DocuSign Connect in its JSON SIM format: `{event, uri, retryCount, configurationId, apiVersion, generatedDateTime, data}`,
// signed by `X-DocuSign-Signature-1…N` over the raw body, one for each live secret. It carries what the vendor's messages
// carry; mapped fields go where the vendor has fields of one's own: text custom fields.
import { limit } from '../domain/limits.ts';
import type { SigningScheme } from '../domain/signing.ts';
import type { JsonObject, JsonValue } from '../lib/json-exact.ts';
import { companies, convert, mappedTexts } from './body.ts';
import { membersOf, objectOf, parseContent, present, textOf } from './content.ts';
import type { Dialect, Header, RenderContext } from './dialect.ts';
import { envelopeSummary, recipientId, statusSummary } from './docusign-envelope.ts';
import { type Names, namesFrom, wordFor } from './names.ts';
import { judge2xx, plainAnswers, proveStandard } from './standard-proof.ts';
import { hmacSha256, textKeys } from './vendor-hmac.ts';

const events: Names = {
  'envelope.created': 'envelope-created',
  'envelope.updated': 'envelope-corrected',
  'envelope.sent': 'envelope-sent',
  'envelope.delivered': 'envelope-delivered',
  'envelope.resent': 'envelope-resent',
  'envelope.completed': 'envelope-completed',
  'envelope.declined': 'envelope-declined',
  'envelope.voided': 'envelope-voided',
  // The vendor voids an envelope that has expired, and tells no more than that.
  'envelope.expired': 'envelope-voided',
  'envelope.archived': 'envelope-purge',
  'envelope.deleted': 'envelope-deleted',
  'signer.notified': 'recipient-sent',
  'signer.viewed': 'recipient-delivered',
  'signer.signed': 'recipient-completed',
  'signer.declined': 'recipient-declined',
  'signer.reassigned': 'recipient-reassign',
  'signer.bounced': 'recipient-autoresponded',
  'signer.auth_failed': 'recipient-authenticationfailed',
  'template.created': 'template-created',
  'template.updated': 'template-modified',
  'template.deleted': 'template-deleted',
};

const digestHeader = 'x-authorization-digest';
const accountHeader = 'x-docusign-accountid';
const signatureHeader = (index: number) => `x-docusign-signature-${index + 1}`;
/** One for the present secret, and one for each that still signs beside it. */
const signaturesMax = limit('overlapping_secrets_max') + 1;

/** What the vendor's HMAC needs. */
const schemes: readonly SigningScheme[] = ['hmac'];

export const docusignConnect: Dialect = {
  name: 'docusign-connect',
  title: 'DocuSign Connect',
  meaning: 'For receivers of DocuSign Connect messages (JSON SIM), who verify its HMAC signatures.',
  published: [
    'the members of the message, of data, of envelopeSummary, and of its recipients and documents',
    'the names of the events',
    'X-DocuSign-Signature-1, -2 and so on, X-Authorization-Digest and X-DocuSign-AccountId',
    'that an answer of 2xx is success',
  ],
  chosen: [
    'recipientId and documentIdGuid are the ids of the platform that the event comes from',
    'an envelope that expired is told as voided, with the reason "Envelope has expired."',
    'mapped fields are text custom fields; companies, where a webhook asks for them, a member beside data',
    'addresses into the vendor’s own API are not sent, since nothing would answer there',
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
      name: 'userId',
      meaning: 'the user that the receiver expects; whoever sent the envelope where it is left out',
      required: false,
      values: null,
    },
    {
      name: 'configurationId',
      meaning: 'the number of the Connect configuration that the receiver expects; 0 where it is left out',
      required: false,
      values: null,
    },
  ],
  takenNames: [],
  schemes,
  headers: [
    digestHeader,
    accountHeader,
    ...Array.from({ length: signaturesMax }, (_, at) => signatureHeader(at)),
  ],
  success: '2xx',
  successNote: null,
  wantsToken: false,
  namesOf: namesFrom(events),
  render,
  prove,
  judge: judge2xx,
  answers: () => plainAnswers,
};

function prove(context: RenderContext, body: Buffer): readonly Header[] {
  const signatures = textKeys(context).map(
    (key, index): Header => [signatureHeader(index), hmacSha256(key, body, 'base64')],
  );
  return [
    ...proveStandard(context, body),
    [digestHeader, 'HMACSHA256'],
    [accountHeader, accountId(context)],
    ...signatures,
  ];
}

function accountId({ payload, facts }: RenderContext): string {
  return payload.options['accountId'] ?? facts.applicationId;
}

function render(context: RenderContext) {
  const { event, payload, facts } = context;
  const content = parseContent(event);
  const members = membersOf(content);
  const isTemplate = event.type.startsWith('template.');
  const id = isTemplate ? textOf(members, 'templateId') : (event.envelope?.id ?? null);
  return convert(payload, 'message', {
    event: wordFor(events, event.type) ?? '',
    uri: `/restapi/v2.1/accounts/${inUri(accountId(context))}/${isTemplate ? 'templates' : 'envelopes'}/${inUri(id ?? '')}`,
    retryCount: facts.attempt - 1,
    configurationId: configurationId(payload.options['configurationId']),
    apiVersion: 'v2.1',
    // The same over all attempts: receivers tell repeated messages apart by it.
    generatedDateTime: new Date(event.occurredAt).toISOString(),
    data: {
      accountId: accountId(context),
      userId: payload.options['userId'] ?? textOf(objectOf(members, 'sender'), 'id') ?? '',
      ...(isTemplate ? template(id, members) : envelope(context, content, members)),
    },
    ...(payload.extraFields.length > 0 ? { companies: companies(context) } : {}),
  });
}

const inUri = (text: string) => encodeURIComponent(text.toWellFormed());

/** A number, as the vendor's are, where it is one. */
function configurationId(text = '0'): JsonValue {
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}

function template(id: string | null, members: JsonObject): JsonObject {
  return { templateId: id ?? '', ...present({ name: textOf(members, 'name') }) };
}

function envelope(context: RenderContext, content: JsonValue, members: JsonObject): JsonObject {
  const { event, payload } = context;
  const customFields = mappedTexts(context, content).map(customField);
  return {
    ...(event.signer && event.type.startsWith('signer.') ? { recipientId: recipientId(event.signer) } : {}),
    envelopeId: event.envelope?.id ?? '',
    envelopeSummary: {
      ...statusSummary(event, members),
      ...(payload.data === 'everything' ? envelopeSummary(event, members) : {}),
      ...(customFields.length > 0 ? { customFields: { textCustomFields: customFields } } : {}),
    },
  };
}

function customField([name, value]: readonly [string, string], index: number): JsonObject {
  return {
    fieldId: String(index + 1),
    name,
    show: 'true',
    required: 'false',
    value,
  };
}
