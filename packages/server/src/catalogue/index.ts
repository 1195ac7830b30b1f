// The event catalogue: every type that Signpost knows, as data. Types are added, never renamed or removed.
// Knows no platform and no receiver format; both translate to and from these names.
import { envelopeTypes } from './envelope.ts';
import type { EventType } from './event-type.ts';
import { nearestNames } from './lookup.ts';
import { documentTypes, proofTypes, signatureImageTypes, storageTypes } from './result.ts';
import { formTypes, sessionTypes, signerTypes } from './signer.ts';
import {
  applicationTypes,
  bulkTypes,
  platformTypes,
  profileTypes,
  templateTypes,
  webhookTypes,
} from './workspace.ts';

export type { EventType } from './event-type.ts';
export { matchesPattern } from './lookup.ts';

export const eventTypes: readonly EventType[] = [
  ...envelopeTypes,
  ...signerTypes,
  ...sessionTypes,
  ...formTypes,
  ...documentTypes,
  ...storageTypes,
  ...proofTypes,
  ...signatureImageTypes,
  ...profileTypes,
  ...templateTypes,
  ...applicationTypes,
  ...bulkTypes,
  ...webhookTypes,
  ...platformTypes,
];

const byType: ReadonlyMap<string, EventType> = new Map(eventTypes.map((entry) => [entry.type, entry]));

export function findEventType(type: string): EventType | undefined {
  return byType.get(type);
}

/** "Did you mean": up to `n` types (or topic patterns, for a text that ends in `.*`) close to the text, closest first. */
export function nearestTypes(text: string, n: number): string[] {
  return nearestNames(eventTypes, text, n);
}
