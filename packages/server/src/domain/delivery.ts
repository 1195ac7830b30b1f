// A delivery: one event on its way to one webhook. Its states, what one attempt can end as, and what follows from that.
// Pure: time and randomness are arguments.
import { nextDelayMs } from './retry.ts';

export type DeliveryState = 'pending' | 'succeeded' | 'failed' | 'held' | 'cancelled';
export const deliveryStates: readonly DeliveryState[] = [
  'pending',
  'succeeded',
  'failed',
  'held',
  'cancelled',
];

/** Why an attempt was made. */
export type Trigger = 'auto' | 'manual';

/** How the receiver answered, as far as a decision needs it. */
export type Judgement =
  | { readonly kind: 'success' }
  /** The receiver says that it will never want this again. */
  | { readonly kind: 'gone' }
  /** Why, in words, where the status alone does not tell. */
  | { readonly kind: 'failure'; readonly reason?: string };

/** What follows from an attempt. */
export type Decision =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed'; readonly disableWebhook: boolean }
  | { readonly kind: 'retry'; readonly delayMs: number; readonly step: number };

export interface DecideInput {
  readonly judgement: Judgement;
  readonly scheduleSeconds: readonly number[];
  /** Steps of the schedule that were used before this attempt. */
  readonly step: number;
  readonly random: number;
  /** For so long the receiver asks to be left alone; null where it asks for nothing. It never shortens the schedule. */
  readonly askedMs: number | null;
}

export function decide({ judgement, scheduleSeconds, step, random, askedMs }: DecideInput): Decision {
  switch (judgement.kind) {
    case 'success':
      return { kind: 'succeeded' };
    case 'gone':
      return { kind: 'failed', disableWebhook: true };
    case 'failure': {
      const delayMs = nextDelayMs(scheduleSeconds, step, random);
      return delayMs === null
        ? { kind: 'failed', disableWebhook: false }
        : { kind: 'retry', delayMs: Math.max(delayMs, askedMs ?? 0), step: step + 1 };
    }
  }
}
