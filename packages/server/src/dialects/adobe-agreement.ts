// The agreement, its participants and documents as Adobe writes them, and the template as a library document.
import type { StoredEvent } from '../domain/stored-event.ts';
import type { JsonObject } from '../lib/json-exact.ts';
import { actorOf, listOf, memberOf, objectOf, ownStatusOf, present, textOf, timeOf } from './content.ts';
import type { RenderContext } from './dialect.ts';
import { type Names, wordFor } from './names.ts';

/** By our words for the status of an envelope. */
const statuses: Names = {
  created: 'DRAFT',
  draft: 'DRAFT',
  ready: 'DRAFT',
  published: 'DRAFT',
  completed: 'SIGNED',
  closed: 'SIGNED',
  declined: 'CANCELLED',
  voided: 'CANCELLED',
  expired: 'EXPIRED',
  archived: 'ARCHIVED',
  deleted: 'CANCELLED',
};
const underway = 'OUT_FOR_SIGNATURE';

/** By our words for where a signer stands. */
const participantStatuses: Names = {
  pending: 'NOT_YET_VISIBLE',
  signed: 'COMPLETED',
  approved: 'COMPLETED',
  declined: 'CANCELLED',
  expired: 'EXPIRED',
};

export function agreement(context: RenderContext, members: JsonObject): JsonObject {
  const { event, payload } = context;
  const minimum = {
    id: event.envelope?.id ?? '',
    name: event.envelope?.title ?? textOf(members, 'title') ?? '',
    status: wordFor(statuses, ownStatusOf(event, members)) ?? underway,
  };
  if (payload.data === 'status') return minimum;
  const externalId = event.envelope?.externalId ?? null;
  return {
    ...minimum,
    signatureType: 'ESIGN',
    ...present({
      createdDate: time(members, 'createdAt'),
      expirationTime: time(members, 'expiresAt'),
      externalId: externalId === null ? undefined : { id: externalId },
      message: textOf(members, 'message'),
      senderEmail: textOf(objectOf(members, 'sender'), 'email'),
    }),
    participantSetsInfo: { participantSets: participantSets(event, members) },
    documentsInfo: { documents: listOf(members, 'documents').map(document) },
  };
}

function time(members: JsonObject, name: string): string | null {
  const told = timeOf(members, name);
  return told === null ? null : adobeTime(told.getTime());
}

/** To the second, as the vendor writes it. */
export function adobeTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** All signers, where the content lists them; else the one that the event is about. */
function participantSets({ type, signer }: StoredEvent, members: JsonObject): readonly JsonObject[] {
  if (signer === null) return listOf(members, 'signers').map(participantSet);
  const isDone = type === 'signer.signed' || type === 'signer.completed';
  return [participantSet({ ...signer, status: isDone ? 'signed' : 'sent' })];
}

function participantSet(signer: JsonObject): JsonObject {
  const member = present({
    id: textOf(signer, 'id'),
    email: textOf(signer, 'email'),
    name: textOf(signer, 'name'),
    status: 'ACTIVE',
  });
  return {
    memberInfos: [member],
    order: memberOf(signer, 'order') ?? 1,
    role: 'SIGNER',
    status: wordFor(participantStatuses, textOf(signer, 'status')) ?? 'WAITING_FOR_MY_SIGNATURE',
    ...present({ id: textOf(signer, 'id'), name: textOf(signer, 'role') }),
  };
}

function document(file: JsonObject): JsonObject {
  return present({
    id: textOf(file, 'id'),
    label: textOf(file, 'name'),
    numPages: memberOf(file, 'pages'),
    mimeType: textOf(file, 'contentType'),
    name: textOf(file, 'name'),
  });
}

export function libraryDocument({ occurredAt }: StoredEvent, members: JsonObject): JsonObject {
  const creator = actorOf(members);
  return present({
    id: textOf(members, 'templateId'),
    name: textOf(members, 'name'),
    creatorEmail: textOf(creator, 'email'),
    createdDate: adobeTime(occurredAt),
    status: 'ACTIVE',
    sharingMode: 'ACCOUNT',
    templateTypes: ['DOCUMENT'],
  });
}
