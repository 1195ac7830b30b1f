// The contract of a dialect: how one receiver format renders an event, proves the request, and judges the answer.
// A dialect is one file in this folder; it is pure, knows no platform and no store.
import type { KeyObject } from 'node:crypto';
import type { Judgement } from '../domain/delivery.ts';
import type { StoredEvent } from '../domain/stored-event.ts';

export type Header = readonly [name: string, value: string];

export interface RenderedBody {
  readonly contentType: string;
  /** The exact bytes that are sent, signed and kept. */
  readonly body: Buffer;
  /** Where the event's content stands in the body byte for byte; null where it does not. It is then not kept twice. */
  readonly contentAt: number | null;
}

export interface ProofInput {
  /** The id under which receivers know the event. */
  readonly eventId: string;
  /** Milliseconds since the epoch of this attempt. */
  readonly now: number;
  readonly body: Buffer;
  /** Every live signing key, the newest first. */
  readonly keys: readonly KeyObject[];
}

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

export interface Dialect {
  readonly name: string;
  render(event: StoredEvent): RenderedBody;
  /** The headers that prove where the request comes from, made anew at each attempt. */
  prove(input: ProofInput): readonly Header[];
  judge(answer: Answer): Judgement;
}
