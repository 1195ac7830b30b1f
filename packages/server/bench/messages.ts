// What the processes of the bench say to each other over their IPC channels. The parent speaks first; a child ends when
// its channel closes, so nothing is left behind by a parent that was killed.
import type { EmbeddedConnection } from '../src/store/embedded/server.ts';

/** One stretch of load. Sequence numbers run from `firstSequence`, one for each event. */
export interface LoadPlan {
  readonly url: string;
  readonly authorization: string | null;
  readonly connections: number;
  readonly firstSequence: number;
  readonly countMax: number;
  readonly durationMs: number;
  /** Events a second by the clock, whatever the answers do; null: a closed loop, as fast as the answers come. */
  readonly eventsPerSecond: number | null;
  /** Closed loop only: events that were posted and have not reached the receiver. Above it nothing is posted. */
  readonly unreceivedMax: number;
}

/** What the load generator knows at the end; arrays by sequence number less `firstSequence`. */
export interface LoadReport {
  readonly kind: 'loaded';
  readonly posted: number;
  /** When each event was due to be posted: by the pace, or the moment of the post in a closed loop. */
  readonly postedAt: Float64Array;
  /** When its 202 had arrived; 0: it was refused. */
  readonly acceptedAt: Float64Array;
  readonly firstRefusal: string | null;
}

/** What the receiver knows at the end. */
export interface ArrivalReport {
  readonly kind: 'arrivals';
  /** When each event had arrived as often as it should; 0: never. */
  readonly arrivedAt: Float64Array;
  /** How often each event arrived. */
  readonly arrivals: Uint8Array;
  readonly unsigned: number;
  /** Arrivals whose sequence number belongs to no event of this stretch. */
  readonly strangers: number;
}

export type ToReceiver =
  | {
      readonly kind: 'expect';
      readonly firstSequence: number;
      readonly countMax: number;
      /** How many webhooks each event goes to: it has arrived with the last of them. */
      readonly copies: number;
    }
  | { readonly kind: 'report' };

export type FromReceiver =
  | {
      readonly kind: 'ready';
      readonly url: string;
      /** Where nothing is ever answered. */
      readonly hangUrl: string;
    }
  | { readonly kind: 'expecting' }
  | { readonly kind: 'received'; readonly distinct: number }
  | ArrivalReport;

export type ToLoader =
  | { readonly kind: 'load'; readonly plan: LoadPlan }
  | { readonly kind: 'received'; readonly distinct: number };

export type FromLoader =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly accepted: number }
  | { readonly kind: 'broken'; readonly reason: string }
  | LoadReport;

export interface ToBare {
  readonly kind: 'start';
  readonly connection: EmbeddedConnection;
  readonly receiverUrl: string;
}

export interface FromBare {
  readonly kind: 'ready';
  readonly url: string;
}

/** Milliseconds since the epoch with fractions: one clock for every process of the machine. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

/** In a child: hears the parent, and ends with it. Ctrl-C reaches the whole group; the parent decides what it means. */
export function hear<Message>(onMessage: (message: Message) => void): void {
  process.on('SIGINT', () => {});
  process.on('message', onMessage as (message: unknown) => void);
  process.once('disconnect', () => process.exit());
}

/** To a parent that has gone nothing is said: its end is heard anyway. */
export function tell<Message>(message: Message): void {
  process.send?.(message, undefined, undefined, () => {});
}
