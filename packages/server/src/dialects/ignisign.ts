// Ignisign: `{appId, appEnv, topic, action, msgNature, content, verificationToken}`. Receivers compare topic, action and
// nature as plain strings, and check the token once. `eventId`, which its SDK tolerates, tells repeated deliveries apart.
import type { Severity } from '../domain/event.ts';
import { signingSchemes } from '../domain/signing.ts';
import type { StoredEvent } from '../domain/stored-event.ts';
import { judgeStatus } from '../domain/success-rule.ts';
import { isObject, type JsonObject } from '../lib/json-exact.ts';
import { additions, around, convert } from './body.ts';
import { memberOf, membersOf, parseContent, present, statusOf, textOf } from './content.ts';
import type { Dialect, RenderContext, RenderedBody } from './dialect.ts';
import { proveStandard } from './standard-proof.ts';

type Names = readonly [topic: string, action: string];

/** As the vendor's documentation names them. */
const documented: Readonly<Record<string, Names>> = {
  'envelope.created': ['SIGNATURE_REQUEST', 'INIT'],
  'envelope.updated': ['SIGNATURE_REQUEST', 'UPDATE'],
  'envelope.published': ['SIGNATURE_REQUEST', 'PUBLISH'],
  'envelope.sent': ['SIGNATURE_REQUEST', 'LAUNCHED'],
  // Ignisign closes a request that is completed; most platforms tell only the latter.
  'envelope.completed': ['SIGNATURE_REQUEST', 'CLOSED'],
  'envelope.closed': ['SIGNATURE_REQUEST', 'CLOSED'],
  'signer.created': ['SIGNER', 'CREATED'],
  'signer.updated': ['SIGNER', 'CLAIM_UPDATED'],
  'signer.signed': ['SIGNATURE', 'SIGNATURE_SUCCESS'],
  'signer.failed': ['SIGNATURE', 'SIGNATURE_FAILED'],
  'session.started': ['SIGNATURE_SESSION', 'STARTED'],
  'session.updated': ['SIGNATURE_SESSION', 'UPDATED'],
  'proof.generated': ['SIGNATURE_PROOF', 'GENERATED'],
  'proof.failed': ['SIGNATURE_PROOF', 'FAILED'],
  'signature_image.generated': ['SIGNATURE_SIGNER_IMAGE', 'GENERATED'],
  'signature_image.failed': ['SIGNATURE_SIGNER_IMAGE', 'FAILED'],
  'profile.created': ['SIGNATURE_PROFILE', 'CREATED'],
  'profile.updated': ['SIGNATURE_PROFILE', 'UPDATED'],
  'profile.archived': ['SIGNATURE_PROFILE', 'ARCHIVED'],
  'application.settings_updated': ['APP', 'SETTINGS_UPDATED'],
  'application.membership_updated': ['APP', 'MEMBERSHIP_UPDATED'],
  'application.archived': ['APP', 'ARCHIVED'],
  'document.requested': ['DOCUMENT_REQUEST', 'REQUESTED'],
  'document.received': ['DOCUMENT_REQUEST', 'PROVIDED'],
};

/** Where version 4 of the SDK has other names, or names for more. */
const sdk4: Readonly<Record<string, Names>> = {
  ...documented,
  'envelope.created': ['SIGNATURE_REQUEST', 'INITIALIZED'],
  'envelope.updated': ['SIGNATURE_REQUEST', 'UPDATED'],
  'envelope.published': ['SIGNATURE_REQUEST', 'READY'],
  'envelope.completed': ['SIGNATURE_REQUEST', 'COMPLETED'],
  'envelope.closed': ['SIGNATURE_REQUEST', 'COMPLETED'],
  'envelope.voided': ['SIGNATURE_REQUEST', 'CANCELLED'],
  'envelope.expired': ['SIGNATURE_REQUEST', 'EXPIRED'],
  'signer.updated': ['SIGNER', 'INPUTS_ADDED'],
  'signer.signed': ['SIGNATURE', 'FINALIZED'],
  'signer.failed': ['SIGNATURE', 'FAILED'],
  'session.started': ['SIGNATURE_SESSION', 'INITIALIZED'],
};

const natures: Readonly<Record<Severity, string>> = { info: 'SUCCESS', warning: 'WARNING', error: 'ERROR' };

export const ignisign: Dialect = {
  name: 'ignisign',
  title: 'Ignisign',
  meaning: 'For receivers of Ignisign webhooks, with a token that they can check once.',
  published: [
    'the members appId, appEnv, topic, action, msgNature, content and verificationToken',
    'the names of topics, actions and natures, in both spellings',
    'the content of SIGNATURE and SIGNATURE_PROOF',
    'that only the answer 200 counts',
  ],
  chosen: [
    'eventId in the body',
    'DOCUMENT_REQUEST / REQUESTED, for a document that is asked for',
    'the Standard Webhooks headers',
  ],
  contentTypes: ['application/json'],
  options: [
    {
      name: 'names',
      meaning: 'which spelling of actions the receiver compares with: that of the documentation, or of SDK 4',
      required: false,
      values: ['documented', 'sdk-4'],
    },
  ],
  takenNames: [],
  schemes: signingSchemes,
  headers: [],
  success: '200',
  successNote: null,
  wantsToken: true,
  namesOf: (type, options = {}) => {
    const names = topicAndAction(type, options);
    return names === undefined ? [] : [names.join(' / ')];
  },
  render,
  prove: proveStandard,
  judge: ({ status }) => judgeStatus('200', status),
  answers: () => ({
    success: { status: 200, headers: [], body: '' },
    error: { status: 401, headers: [], body: '' },
  }),
};

/** The vendor's topics, each with our types that it tells of; of the last two it tells nothing. */
export const ignisignTopics: ReadonlyMap<string, readonly string[]> = new Map([
  ...[...new Set(Object.values(documented).map(([topic]) => topic))].map(
    (topic) =>
      [topic, Object.keys(sdk4).filter((type) => (documented[type] ?? sdk4[type])?.[0] === topic)] as const,
  ),
  ['SIGNER_ID_PROOFING', []] as const,
  ['SIGNER_AUTH', []] as const,
]);

function topicAndAction(type: string, options: Readonly<Record<string, string>>): Names | undefined {
  const names = options['names'] === 'sdk-4' ? sdk4 : documented;
  return Object.hasOwn(names, type) ? names[type] : undefined;
}

function render(context: RenderContext): RenderedBody {
  const { event, payload, facts } = context;
  const [topic, action] = topicAndAction(event.type, payload.options) ?? ['', ''];
  const content = parseContent(event);
  const head = {
    appId: facts.applicationId,
    appEnv: facts.environment,
    topic,
    action,
    msgNature: natures[event.severity],
    ...(facts.verificationToken === null ? {} : { verificationToken: facts.verificationToken }),
    eventId: event.id,
    ...additions(context, () => content),
  };
  const members = membersOf(content);
  if (payload.data === 'status') {
    return convert(payload, 'event', { ...head, content: statusContent(event, members) });
  }
  const missing = missingIds(event, members);
  const opening = JSON.stringify(head);
  if (missing === null && isObject(content))
    return around(opening, { contentName: 'content' }, event.content);
  const completed = isObject(content)
    ? complete(event.content, missing ?? {})
    : Buffer.from(JSON.stringify({ ...missing, data: content }));
  return { ...around(opening, { contentName: 'content' }, completed), contentAt: null };
}

/** What the vendor's receivers look for in any content. */
function idsOf({ envelope, signer }: StoredEvent): JsonObject {
  return present({
    signatureRequestId: envelope?.id,
    signatureRequestExternalId: envelope?.externalId,
    signerId: signer?.id,
  });
}

/** The ids that are known of the event and that its content does not say; null when it says them all. */
function missingIds(event: StoredEvent, members: JsonObject): JsonObject | null {
  const missing = Object.entries(idsOf(event)).filter(([name]) => memberOf(members, name) === undefined);
  return missing.length === 0 ? null : Object.fromEntries(missing);
}

/** The content's own bytes, with further members put before its own. */
function complete(content: Buffer, missing: JsonObject): Buffer {
  const brace = content.indexOf('{');
  const rest = content.subarray(brace + 1);
  const inner = JSON.stringify(missing).slice(0, -1);
  return Buffer.concat([Buffer.from(isEmptyRest(rest) ? inner : `${inner},`), rest]);
}

const isEmptyRest = (rest: Buffer) => rest.toString('latin1').trim() === '}';

function statusContent(event: StoredEvent, members: JsonObject): JsonObject {
  return {
    ...idsOf(event),
    ...present({
      signatureId: textOf(members, 'signatureId'),
      signatureMethod: textOf(members, 'signatureMethod'),
      status: statusOf(event, members),
    }),
  };
}
