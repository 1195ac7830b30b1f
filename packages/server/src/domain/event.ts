// An event: one thing that happened in a signing process, as every part of the program passes it on.

/** How grave an event is to whoever reads a list of them. */
export type Severity = 'info' | 'warning' | 'error';
export const severities: readonly Severity[] = ['info', 'warning', 'error'];

/** What decides which webhooks an event goes to, beside its type. Empty and null mean "not said". */
export interface RoutingFacts {
  readonly requestFrom: readonly string[];
  readonly department: string | null;
  readonly businessUnit: string | null;
  readonly company: string | null;
  readonly template: string | null;
  readonly trigger: 'page' | 'integration' | null;
  readonly appId: string | null;
}

/** The signing process that an event belongs to, as far as its sender told. */
export interface EnvelopeFacts {
  readonly id: string | null;
  readonly externalId: string | null;
  readonly title: string | null;
}

/** Who acted, when a person did. */
export interface SignerFacts {
  readonly id: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: string | null;
}

/** What the platform itself called the event, kept so that nothing is lost in translation. */
export interface PlatformFacts {
  readonly platform: string;
  /** The platform's own name of the event, for example `DOCUMENT_COMPLETED`. */
  readonly type: string;
  /** The platform's own id of the event, where it gives one. */
  readonly id: string | null;
}

/** An event that passed validation or translation and has not been stored yet. */
export interface NewEvent {
  /** The sender's id or the platform's de-duplication key; null means that each post is a new event. */
  readonly key: string | null;
  readonly type: string;
  readonly severity: Severity;
  /** Milliseconds since the epoch; when it happened, not when it arrived. */
  readonly occurredAt: number;
  readonly envelope: EnvelopeFacts | null;
  readonly signer: SignerFacts | null;
  readonly routing: RoutingFacts;
  readonly platform: PlatformFacts | null;
  /** UTF-8 JSON, byte for byte as it is to be delivered. */
  readonly content: Buffer;
}

/** The key of an event without an id: its request's Idempotency-Key, and its place in the request. */
export function idempotentKey(header: string, index: number): string {
  return `idem:${header}:${index}`;
}

/** The Idempotency-Key that a key was made of. */
export function headerOfKey(key: string): string {
  return key.replace(/^idem:(.*):\d+$/, '$1');
}

export const noRouting: RoutingFacts = {
  requestFrom: [],
  department: null,
  businessUnit: null,
  company: null,
  template: null,
  trigger: null,
  appId: null,
};
