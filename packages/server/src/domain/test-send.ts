// A test: one request to a webhook, made now, with the example of an event type. What it answers, and in which words.
import { eventTypes, findEventType } from '../catalogue/index.ts';
import { noRouting } from './event.ts';
import type { StoredEvent } from './stored-event.ts';

/** Milliseconds; null for what was not needed or not reached. */
export interface TestTiming {
  /** Until there was an access token; left out where none was needed. */
  readonly tokenMs?: number;
  readonly dnsMs: number | null;
  readonly connectMs: number | null;
  readonly tlsMs: number | null;
  /** From the request's last byte, or the connection, to the first byte of the answer. */
  readonly firstByteMs: number | null;
  readonly totalMs: number;
}

type Headers = readonly (readonly [name: string, value: string])[];

/** A body as text, or in base64 where it is no text: what is shown is always exactly what went over the wire. */
export interface ShownBody {
  readonly body: string;
  readonly bodyEncoding: 'utf8' | 'base64';
}

export interface ShownRequest extends ShownBody {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Headers;
}

export interface TestResult {
  readonly outcome: 'succeeded' | 'failed';
  /** For people: the outcome first, then why. */
  readonly summary: string;
  readonly status: number | null;
  readonly timing: TestTiming;
  readonly request: ShownRequest;
  readonly response:
    | (ShownBody & { readonly status: number; readonly headers: Headers; readonly bodyTruncated: boolean })
    | null;
  readonly error: { readonly kind: string; readonly message: string } | null;
}

/** Bytes that are no UTF-8 are shown in base64. */
export function showBody(body: Buffer): ShownBody {
  const text = body.toString();
  return Buffer.from(text).equals(body)
    ? { body: text, bodyEncoding: 'utf8' }
    : { body: body.toString('base64'), bodyEncoding: 'base64' };
}

const testType = 'webhook.test';

/** What a webhook is tested with when nobody chose: the type made for it, or the first that the webhook gets. */
export function testTypeOf(gets: (type: string) => boolean): string {
  return gets(testType) ? testType : (eventTypes.find(({ type }) => gets(type))?.type ?? testType);
}

/** The catalogue's example of a type, as an event that happened just now. The type must be one of the catalogue. */
export function exampleEvent(
  type: string,
  id: string,
  now: number,
  content: Buffer | null = null,
): StoredEvent {
  const entry = findEventType(type);
  if (!entry) throw new Error(`The catalogue has no type ${type}.`);
  const { example, severity } = entry;
  return {
    id,
    type,
    severity,
    occurredAt: now,
    envelope: example.envelope,
    signer: example.signer,
    routing: isSilent(example.routing) ? noRouting : example.routing,
    platform: null,
    content: content ?? Buffer.from(JSON.stringify(example.content)),
  };
}

function isSilent(routing: StoredEvent['routing']): boolean {
  return Object.values(routing).every((fact) => (Array.isArray(fact) ? fact.length === 0 : fact === null));
}
