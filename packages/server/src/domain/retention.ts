// How long history is kept. Whole weeks go once they are over by the days of the setting. What still waits is never lost
// without a word: a retry keeps its week until it ends; what is held for a disabled webhook, which nothing may ever end, is
// cancelled when it is as old as the setting says, for a reason that can be read for a week before the history goes.
import type { HistoryWeek } from './history-week.ts';
import { limit } from './limits.ts';

const dayMs = 24 * 3600 * 1000;

/** What a delivery that retention cancelled shows as its last error. */
export const retentionReason = 'retention';

/** Fewer would drop the week before the present one, into which ids of a clock that goes slow may still fall. */
export const retentionDaysMin = 7;

/** So long the cancelled deliveries of a week can be looked at before it goes. */
const seenMs = 7 * dayMs;

/**
 * Envelopes are the facts that later events will be routed by, and a signing process may rest for long: they stay so many days
 * after they were last registered, also when all their events are gone.
 */
const envelopeDaysMin = 365;

/** A clock may differ from the database's, and a change takes a moment from its beginning to its commit. */
const slackMs = dayMs;

export interface RetentionCuts {
  /** Held deliveries of events from before are cancelled. */
  readonly heldMs: number;
  /** All waiting ones of events from before: no retry schedule lasts so long, something else keeps them. */
  readonly waitingMs: number;
  /** Weeks that ended before are over. */
  readonly weekMs: number;
  /** Weeks in which deliveries were cancelled after this stay a while longer. */
  readonly cancelledMs: number;
  /** Envelopes without events that were last registered before are forgotten. */
  readonly envelopeMs: number;
}

export function retentionCuts(nowMs: number, days: number): RetentionCuts {
  const keptMs = nowMs - days * dayMs;
  return {
    heldMs: keptMs,
    waitingMs: keptMs - limit('retry_schedule_seconds_max') * 1000,
    weekMs: keptMs,
    cancelledMs: nowMs - seenMs,
    envelopeMs: nowMs - Math.max(days, envelopeDaysMin) * dayMs,
  };
}

export function isOver(week: HistoryWeek, cuts: RetentionCuts): boolean {
  return week.toMs <= cuts.weekMs;
}

/** States of webhooks that another followed before this decided about no event from `oldestMs` on. */
export function decidedSince(oldestMs: number): number {
  return oldestMs - slackMs;
}
