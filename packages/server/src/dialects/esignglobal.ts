// eSignGlobal: `{event, eventPayload}`, answered by `{"code":"200","msg":"success"}`. It carries what the vendor's own
// messages carry and no more, since strict receivers refuse what they do not know. Its signature is unpublished: ours is
// Standard Webhooks.
import { signingSchemes } from '../domain/signing.ts';
import type { StoredEvent } from '../domain/stored-event.ts';
import { judge, type SuccessRule } from '../domain/success-rule.ts';
import type { JsonObject } from '../lib/json-exact.ts';
import { additions, convert } from './body.ts';
import {
  listOf,
  memberOf,
  membersOf,
  objectOf,
  parseContent,
  present,
  statusOf,
  textOf,
  timeOf,
} from './content.ts';
import type { Dialect, RenderContext } from './dialect.ts';
import { namesFrom } from './names.ts';
import { proveStandard } from './standard-proof.ts';

const success: SuccessRule = { status: '2xx', body: { path: 'code', equals: '200' } };

const events: Readonly<Record<string, string>> = {
  'envelope.sent': 'ENVELOPE_START',
  'envelope.completed': 'ENVELOPE_FINISH',
  'envelope.voided': 'ENVELOPE_CANCEL',
  'envelope.declined': 'SIGNER_DECLINED',
  'signer.declined': 'SIGNER_DECLINED',
  'envelope.expired': 'ENVELOPE_EXPIRED',
  'signer.signed': 'ENVELOPE_SIGNER_SIGNED',
};
/** The last signature has a name of its own. */
const lastSigned = 'ENVELOPE_ALL_SIGNER_SIGNED';

const named = namesFrom(events);

export const esignglobal: Dialect = {
  name: 'esignglobal',
  title: 'eSignGlobal',
  meaning: 'For receivers of eSignGlobal callbacks.',
  published: [
    'the members event and eventPayload, and those of eventPayload',
    'the names of the events',
    'that the receiver answers {"code":"200","msg":"success"} within 5 seconds',
  ],
  chosen: ['the members of signerInfo, signerList and cancelInfo', 'the Standard Webhooks headers'],
  contentTypes: ['application/json'],
  options: [],
  takenNames: [],
  schemes: signingSchemes,
  headers: [],
  success,
  successNote: null,
  wantsToken: false,
  namesOf: (type) => (type === 'signer.signed' ? [...named(type), lastSigned] : named(type)),
  render,
  prove: proveStandard,
  judge: (answer) => judge(success, answer),
  answers: () => ({
    success: {
      status: 200,
      headers: [['content-type', 'application/json']],
      body: '{"code":"200","msg":"success"}',
    },
    error: {
      status: 200,
      headers: [['content-type', 'application/json']],
      body: '{"code":"500","msg":"The event could not be stored."}',
    },
  }),
};

function render(context: RenderContext) {
  const { event, payload } = context;
  const content = parseContent(event);
  const members = membersOf(content);
  return convert(payload, 'message', {
    event: nameOf(event, members),
    eventPayload: payload.data === 'status' ? statusOnly(event, members) : eventPayload(event, members),
    ...additions(context, () => content),
  });
}

function nameOf({ type }: StoredEvent, members: JsonObject): string {
  const isLast = type === 'signer.signed' && memberOf(members, 'remainingSigners') === 0;
  return isLast ? lastSigned : (events[type] ?? '');
}

function statusOnly(event: StoredEvent, members: JsonObject): JsonObject {
  return { envelopeId: event.envelope?.id ?? null, envelopeStatus: statusOf(event, members) };
}

function eventPayload(event: StoredEvent, members: JsonObject): JsonObject {
  const signers = listOf(members, 'signers');
  return {
    ...statusOnly(event, members),
    ...present({
      envelopeName: event.envelope?.title,
      envelopeStartTime: timeOf(members, 'sentAt')?.getTime(),
      expireTime: timeOf(members, 'expiresAt')?.getTime(),
      signerInfo: event.signer && signerInfo(event.signer, members, event.occurredAt),
      signerList: event.signer === null && signers.length > 0 ? signers.map(listedSigner) : undefined,
      cancelInfo: cancelInfo(event, members),
    }),
  };
}

function signerInfo(
  signer: NonNullable<StoredEvent['signer']>,
  members: JsonObject,
  occurredAt: number,
): JsonObject {
  return present({
    signerId: signer.id,
    signerName: signer.name,
    signerEmail: signer.email,
    operateTime: occurredAt,
    reason: textOf(members, 'reason'),
  });
}

function listedSigner(signer: JsonObject): JsonObject {
  return present({
    signerId: textOf(signer, 'id'),
    signerName: textOf(signer, 'name'),
    signerEmail: textOf(signer, 'email'),
    signOrder: memberOf(signer, 'order'),
    signStatus: textOf(signer, 'status'),
    operateTime: timeOf(signer, 'signedAt')?.getTime(),
  });
}

function cancelInfo({ type, occurredAt }: StoredEvent, members: JsonObject): JsonObject | undefined {
  if (type !== 'envelope.voided') return undefined;
  const by = objectOf(members, 'voidedBy');
  return present({
    cancelReason: textOf(members, 'reason'),
    cancelTime: occurredAt,
    operatorName: textOf(by, 'name'),
    operatorEmail: textOf(by, 'email'),
  });
}
