// A moment as a field of date and time writes it, which knows no zone: the one that times are shown in.
import type { TimeStyle } from '../ui/times.ts';

/** '' for what is no moment. */
export function toField(moment: string | undefined, style: TimeStyle): string {
  const ms = Date.parse(moment ?? '');
  if (Number.isNaN(ms)) return '';
  const offset = style === 'utc' ? 0 : new Date(ms).getTimezoneOffset() * 60_000;
  return new Date(ms - offset).toISOString().slice(0, 16);
}

export function fromField(value: string, style: TimeStyle): string | undefined {
  const ms = Date.parse(style === 'utc' ? `${value}Z` : value);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
