// From when until when a replay looks. What is relative is frozen when the replay begins.
import type { replayTimes } from '../../routes.ts';
import type { TimeStyle } from '../../ui/times.ts';

export type ReplayTime = (typeof replayTimes)[number];

const hour = 3_600_000;
const day = 24 * hour;
const lengths = { '8h': 8 * hour, '3d': 3 * day, '7d': 7 * day } as const;

export interface Span {
  readonly from: string;
  readonly to: string;
}

interface Wanted {
  readonly when?: ReplayTime | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const isMoment = (text: string | undefined): text is string =>
  text !== undefined && !Number.isNaN(Date.parse(text));

/** A beginning in the address is a time of its own. */
export const timeOf = ({ when, from }: Wanted): ReplayTime => when ?? (from === undefined ? '8h' : 'custom');

/** null: not a span of time. */
export function spanOf(wanted: Wanted, now: number, style: TimeStyle): Span | null {
  const when = timeOf(wanted);
  const to = isMoment(wanted.to) ? Date.parse(wanted.to) : now;
  if (when === 'custom')
    return isMoment(wanted.from) && Date.parse(wanted.from) < to ? span(Date.parse(wanted.from), to) : null;
  if (when !== 'yesterday') return span(now - lengths[when], now);
  const today = new Date(now);
  if (style === 'utc') {
    const midnight = today.setUTCHours(0, 0, 0, 0);
    return span(midnight - day, midnight);
  }
  const midnight = today.setHours(0, 0, 0, 0);
  // A day may have 23 or 25 hours.
  return span(new Date(midnight).setDate(new Date(midnight).getDate() - 1), midnight);
}

const span = (from: number, to: number): Span => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
});
