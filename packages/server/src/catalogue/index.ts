// The event catalogue: every type that Signpost knows, as data. Types are added, never renamed or removed.
// Knows no platform and no receiver format; both translate to and from these names.
import { applicationTopic, bulkTopic } from './application.ts';
import { documentTopic, storageTopic } from './document.ts';
import { envelopeTopic } from './envelope.ts';
import type { EventType, Topic } from './event-type.ts';
import { nearestNames, speaksOf } from './lookup.ts';
import { platformTopic, webhookTopic } from './own.ts';
import { proofTopic, signatureImageTopic } from './proof.ts';
import { formTopic, sessionTopic } from './session.ts';
import { profileTopic, templateTopic } from './setup.ts';
import { signerTopic } from './signer.ts';

export type { EventType, Topic } from './event-type.ts';

export { matchesPattern } from './lookup.ts';
export type { Schema } from './schema.ts';

const described = [
  envelopeTopic,
  signerTopic,
  sessionTopic,
  formTopic,
  documentTopic,
  storageTopic,
  proofTopic,
  signatureImageTopic,
  profileTopic,
  templateTopic,
  applicationTopic,
  bulkTopic,
  webhookTopic,
  platformTopic,
];

export const topics: readonly Topic[] = described.map(({ about }) => about);

export const eventTypes: readonly EventType[] = described.flatMap(({ types }) => types);

const byType: ReadonlyMap<string, EventType> = new Map(eventTypes.map((entry) => [entry.type, entry]));

export function findEventType(type: string): EventType | undefined {
  return byType.get(type);
}

/** The types of a topic (of all, without one) whose name, title or meaning has every word of the text, in whatever case. */
export function searchEventTypes(filter: { readonly topic?: string; readonly q?: string }): EventType[] {
  const words = (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return eventTypes.filter(
    (entry) => (filter.topic ?? entry.topic) === entry.topic && words.every((word) => speaksOf(entry, word)),
  );
}

/** "Did you mean": up to `n` types (or topic patterns, for a text that ends in `.*`) close to the text, closest first. */
export function nearestTypes(text: string, n: number): string[] {
  return nearestNames(eventTypes, text, n);
}
