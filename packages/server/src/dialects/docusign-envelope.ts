// The envelope and its recipients as DocuSign writes them: `envelopeSummary` of a Connect message.
import type { StoredEvent } from '../domain/stored-event.ts';
import { type JsonObject, scalarText } from '../lib/json-exact.ts';
import { listOf, memberOf, objectOf, ownStatusOf, present, textOf, timeOf } from './content.ts';
import { type Names, wordFor } from './names.ts';

/** By our words for the status of an envelope. */
const statuses: Names = {
  created: 'created',
  draft: 'created',
  ready: 'created',
  published: 'created',
  sent: 'sent',
  delivered: 'delivered',
  viewed: 'delivered',
  in_progress: 'delivered',
  completed: 'completed',
  closed: 'completed',
  archived: 'completed',
  declined: 'declined',
  voided: 'voided',
  expired: 'voided',
  deleted: 'deleted',
};

/** By our words for where a signer stands. */
const recipientStatuses: Names = {
  pending: 'created',
  sent: 'sent',
  viewed: 'delivered',
  signed: 'completed',
  approved: 'completed',
  declined: 'declined',
};

/** By type: the time of the envelope that it tells, also where its content does not. */
const envelopeTimes: Names = {
  'envelope.created': 'createdDateTime',
  'envelope.sent': 'sentDateTime',
  'envelope.delivered': 'deliveredDateTime',
  'envelope.completed': 'completedDateTime',
  'envelope.declined': 'declinedDateTime',
  'envelope.voided': 'voidedDateTime',
  'envelope.expired': 'voidedDateTime',
  'envelope.deleted': 'deletedDateTime',
};

/** By type: where its signer stands, and the time of the recipient that it tells. */
const recipientFacts: Readonly<Record<string, readonly [status: string, time: string | null]>> = {
  'signer.notified': ['sent', 'sentDateTime'],
  'signer.viewed': ['delivered', 'deliveredDateTime'],
  'signer.signed': ['completed', 'signedDateTime'],
  'signer.declined': ['declined', 'declinedDateTime'],
  'signer.bounced': ['autoresponded', null],
};

export function statusSummary(event: StoredEvent, members: JsonObject): JsonObject {
  return {
    envelopeId: event.envelope?.id ?? '',
    status: wordFor(statuses, ownStatusOf(event, members)) ?? 'sent',
    statusChangedDateTime: new Date(event.occurredAt).toISOString(),
  };
}

export function envelopeSummary(event: StoredEvent, members: JsonObject): JsonObject {
  const sender = objectOf(members, 'sender');
  const timeName = wordFor(envelopeTimes, event.type);
  const recipients = recipientsOf(event, members);
  const documents = listOf(members, 'documents').map(document);
  return present({
    ...(timeName === null ? {} : { [timeName]: new Date(event.occurredAt).toISOString() }),
    emailSubject: event.envelope?.title ?? textOf(members, 'title'),
    emailBlurb: textOf(members, 'message'),
    ...times(members),
    voidedReason: voidedReason(event, members),
    sender: Object.keys(sender).length > 0 ? senderOf(sender) : undefined,
    recipients: recipients.length > 0 ? recipientList(event, recipients) : undefined,
    envelopeDocuments: documents.length > 0 ? documents : undefined,
  });
}

function time(members: JsonObject, name: string): string | undefined {
  return timeOf(members, name)?.toISOString();
}

/** What the content tells of the times of the envelope. */
function times(members: JsonObject): JsonObject {
  return present({
    createdDateTime: time(members, 'createdAt'),
    initialSentDateTime: time(members, 'sentAt'),
    sentDateTime: time(members, 'sentAt'),
    deliveredDateTime: time(members, 'deliveredAt'),
    completedDateTime: time(members, 'completedAt'),
    declinedDateTime: time(members, 'declinedAt'),
    voidedDateTime: time(members, 'voidedAt'),
    deletedDateTime: time(members, 'deletedAt'),
  });
}

function voidedReason({ type }: StoredEvent, members: JsonObject): string | null {
  if (type === 'envelope.expired') return 'Envelope has expired.';
  return type === 'envelope.voided' ? textOf(members, 'reason') : null;
}

function senderOf(sender: JsonObject): JsonObject {
  return present({
    userName: textOf(sender, 'name'),
    userId: textOf(sender, 'id'),
    email: textOf(sender, 'email'),
  });
}

/** All signers, where the content lists them; else the one that the event is about. */
function recipientsOf(event: StoredEvent, members: JsonObject): readonly JsonObject[] {
  if (event.signer === null) return listOf(members, 'signers').map(listedRecipient);
  const { name, email, role } = event.signer;
  const [status, timeName] = recipientFacts[event.type] ?? [undefined, null];
  return [
    present({
      name,
      email,
      recipientId: recipientId(event.signer),
      roleName: role,
      status,
      ...(timeName === null ? {} : { [timeName]: new Date(event.occurredAt).toISOString() }),
      declinedReason: event.type === 'signer.declined' ? textOf(members, 'reason') : undefined,
    }),
  ];
}

/** The id of the platform; the address where it has none, since receivers compare it with that of the recipient. */
export function recipientId({ id, email }: Readonly<Record<'id' | 'email', string | null>>): string {
  return id ?? email ?? '';
}

function listedRecipient(signer: JsonObject): JsonObject {
  const order = memberOf(signer, 'order');
  return present({
    name: textOf(signer, 'name'),
    email: textOf(signer, 'email'),
    recipientId: recipientId({ id: textOf(signer, 'id'), email: textOf(signer, 'email') }),
    routingOrder: order === undefined ? undefined : scalarText(order),
    roleName: textOf(signer, 'role'),
    status: wordFor(recipientStatuses, textOf(signer, 'status')) ?? 'created',
    sentDateTime: time(signer, 'sentAt'),
    deliveredDateTime: time(signer, 'viewedAt'),
    signedDateTime: time(signer, 'signedAt'),
  });
}

function recipientList({ signer }: StoredEvent, signers: readonly JsonObject[]): JsonObject {
  return { signers, ...(signer === null ? { recipientCount: String(signers.length) } : {}) };
}

function document(file: JsonObject, index: number): JsonObject {
  return present({
    documentId: String(index + 1),
    documentIdGuid: textOf(file, 'id'),
    name: textOf(file, 'name'),
    type: 'content',
    order: String(index + 1),
  });
}
