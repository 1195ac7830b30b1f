// An event as it is delivered: accepted, with its id, under which its receivers know it.
import {
  type EnvelopeFacts,
  noRouting,
  type PlatformFacts,
  type RoutingFacts,
  type Severity,
  type SignerFacts,
} from './event.ts';

/** What the store keeps beside the columns that are searched. */
export interface EventFacts {
  readonly envelope: EnvelopeFacts | null;
  readonly signer: SignerFacts | null;
  readonly routing: RoutingFacts;
  readonly platform: PlatformFacts | null;
}

/** Of an event that says nothing but its type. */
export const noFacts: EventFacts = { envelope: null, signer: null, routing: noRouting, platform: null };

export interface StoredEvent extends EventFacts {
  /** The sender's id if it chose one, else ours; constant over all attempts, no dot in it. */
  readonly id: string;
  readonly type: string;
  readonly severity: Severity;
  /** Milliseconds since the epoch. */
  readonly occurredAt: number;
  /** UTF-8 JSON, byte for byte as accepted. */
  readonly content: Buffer;
}
