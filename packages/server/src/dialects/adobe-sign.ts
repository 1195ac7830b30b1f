// Adobe Acrobat Sign: the event with its agreement, proved by nothing but the client id in a header, which the answer must
// echo in its header or body. It carries what the vendor's messages carry. Before a webhook is saved, the vendor sends a GET
// with the same header and wants the same echo: that request is not rendered here, `clientIdHeader` and `echoProblem` are
// what its sender needs.
import type { Judgement } from '../domain/delivery.ts';
import type { PayloadSettings } from '../domain/payload.ts';
import { signingSchemes } from '../domain/signing.ts';
import type { StoredEvent } from '../domain/stored-event.ts';
import { type Answer, judgeStatus } from '../domain/success-rule.ts';
import type { JsonObject } from '../lib/json-exact.ts';
import { adobeTime, agreement, libraryDocument } from './adobe-agreement.ts';
import { additions, convert } from './body.ts';
import { actorOf, membersOf, objectOf, parseContent, present, textOf } from './content.ts';
import type { Dialect, ExampleAnswers, Header, RenderContext } from './dialect.ts';
import { type Names, namesFrom, wordFor } from './names.ts';
import { proveStandard } from './standard-proof.ts';

const events: Names = {
  'envelope.created': 'AGREEMENT_CREATED',
  'envelope.updated': 'AGREEMENT_MODIFIED',
  'envelope.sent': 'AGREEMENT_ACTION_REQUESTED',
  'envelope.resent': 'AGREEMENT_REMINDER_SENT',
  'envelope.completed': 'AGREEMENT_WORKFLOW_COMPLETED',
  'envelope.declined': 'AGREEMENT_REJECTED',
  'envelope.voided': 'AGREEMENT_RECALLED',
  'envelope.expired': 'AGREEMENT_EXPIRED',
  'envelope.archived': 'AGREEMENT_READY_TO_VAULT',
  'envelope.deleted': 'AGREEMENT_DELETED',
  'signer.viewed': 'AGREEMENT_DOCUMENTS_VIEWED',
  'signer.signed': 'AGREEMENT_ACTION_COMPLETED',
  'signer.completed': 'AGREEMENT_PARTICIPANT_COMPLETED',
  'signer.reassigned': 'AGREEMENT_ACTION_DELEGATED',
  'signer.bounced': 'AGREEMENT_EMAIL_BOUNCED',
  'template.created': 'LIBRARY_DOCUMENT_CREATED',
  'template.updated': 'LIBRARY_DOCUMENT_MODIFIED',
};

const headerName = 'x-adobesign-clientid';
const bodyName = 'xAdobeSignClientId';

export const adobeSign: Dialect = {
  name: 'adobe-sign',
  title: 'Adobe Acrobat Sign',
  meaning: 'For receivers of Adobe Acrobat Sign webhooks, who know them by their client id.',
  published: [
    'the members of the message, of agreement, and of its participants and documents',
    'the names of the events',
    'the client id in X-AdobeSign-ClientId, and its echo in the header or body of the answer',
  ],
  chosen: [
    'webhookScope is ACCOUNT; webhookNotificationId is the id of the delivery, the same over all attempts',
    'ids are those of the platform that the event comes from',
    'no GET is sent before the first event: a receiver that answers events needs none',
    'fields and companies, where a webhook asks for them',
    'the Standard Webhooks headers',
  ],
  contentTypes: ['application/json'],
  options: [
    {
      name: 'clientId',
      meaning: 'the client id that the receiver knows its webhooks by',
      required: true,
      values: null,
    },
  ],
  takenNames: [],
  schemes: signingSchemes,
  headers: [headerName],
  success: '2xx',
  successNote: `The answer must echo the client id: in the header ${headerName}, or as ${bodyName} in a JSON body.`,
  wantsToken: false,
  namesOf: namesFrom(events),
  render,
  prove: (context, body) => [...proveStandard(context, body), clientIdHeader(context.payload)],
  judge,
  answers: (_type, payload) => answersOf(clientId(payload)),
};

function clientId({ options }: PayloadSettings): string {
  return options['clientId'] ?? '';
}

/** What every request carries, also the GET by which a receiver shows that it wants them. */
export function clientIdHeader(payload: PayloadSettings): Header {
  return [headerName, clientId(payload)];
}

function judge(answer: Answer, payload: PayloadSettings): Judgement {
  const byStatus = judgeStatus('2xx', answer.status);
  const reason = byStatus.kind === 'success' ? echoProblem(answer, payload) : null;
  return reason === null ? byStatus : { kind: 'failure', reason };
}

/** Why an answer is no consent, in words; null when it echoes the client id. */
export function echoProblem({ status, headers, body }: Answer, payload: PayloadSettings): string | null {
  const inHeader = headers.find(([name]) => name.toLowerCase() === headerName)?.[1].trim() ?? null;
  const echoes = [inHeader, echoIn(body)].filter((echo) => echo !== null);
  if (echoes.includes(clientId(payload))) return null;
  const wanted = `The answer was ${status}, but it must echo the client id in the header ${headerName}, or as ${bodyName} in a JSON body`;
  return `${wanted}, and ${echoes.length === 0 ? 'has it in neither' : 'echoes another one'}.`;
}

function echoIn(body: Buffer): string | null {
  try {
    const value: unknown = JSON.parse(body.toString());
    return textOf(membersOf(value as JsonObject), bodyName);
  } catch {
    return null;
  }
}

function answersOf(id: string): ExampleAnswers {
  const json: Header = ['content-type', 'application/json'];
  return {
    success: { status: 200, headers: [json, [headerName, id]], body: JSON.stringify({ [bodyName]: id }) },
    error: { status: 200, headers: [json], body: '{"received":true}' },
  };
}

function render(context: RenderContext) {
  const { event, payload, facts } = context;
  const content = parseContent(event);
  const members = membersOf(content);
  const isTemplate = event.type.startsWith('template.');
  return convert(payload, 'notification', {
    webhookId: facts.webhook.id,
    webhookName: facts.webhook.name,
    webhookNotificationId: facts.deliveryId,
    webhookUrlInfo: { url: facts.webhook.url },
    webhookScope: 'ACCOUNT',
    webhookNotificationApplicableUsers: applicableUsers(members),
    event: wordFor(events, event.type) ?? '',
    eventDate: adobeTime(event.occurredAt),
    eventResourceType: isTemplate ? 'LIBRARY_DOCUMENT' : 'AGREEMENT',
    ...people(event, members),
    ...(isTemplate
      ? { libraryDocument: libraryDocument(event, members) }
      : { agreement: agreement(context, members) }),
    ...additions(context, () => content),
  });
}

function applicableUsers(members: JsonObject): readonly JsonObject[] {
  const sender = objectOf(members, 'sender');
  const [id, email] = [textOf(sender, 'id'), textOf(sender, 'email')];
  return id === null && email === null ? [] : [{ id, email, role: 'SENDER', payloadApplicable: true }];
}

/** Who it happened to, and who did it. */
function people({ type, signer }: StoredEvent, members: JsonObject): JsonObject {
  const person = signer && { ...signer };
  const participant = person ?? objectOf(members, 'sender');
  const actor = person ?? actorOf(members);
  return present({
    participantRole: signer === null ? undefined : 'SIGNER',
    actionType: type === 'signer.signed' ? 'ESIGNED' : undefined,
    participantUserId: textOf(participant, 'id'),
    participantUserEmail: textOf(participant, 'email'),
    actingUserId: textOf(actor, 'id'),
    actingUserEmail: textOf(actor, 'email'),
    actingUserIpAddress: textOf(objectOf(members, 'client'), 'ip'),
  });
}
