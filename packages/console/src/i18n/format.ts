// Numbers, dates and lengths of time as the language writes them. Pure: the present is an argument.

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, ms: number])[] = [
  ['day', day],
  ['hour', hour],
  ['minute', minute],
  ['second', second],
];

/** "3 minutes ago", "in 2 hours"; "now" within a second. */
export function formatRelative(locale: string, at: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, ms] = steps.find(([, size]) => Math.abs(at - now) >= size) ?? (['second', second] as const);
  return format.format(Math.round((at - now) / ms), unit);
}

export type Zone = 'local' | 'utc';

export function formatAbsolute(locale: string, at: number, zone: Zone): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    ...(zone === 'utc' && { timeZone: 'UTC' }),
  }).format(at);
}

/** The time of day alone, for what is about to happen. */
export function formatClock(locale: string, at: number): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(at);
}

/** The beginning of an hour or a day, short: for axes and tables. Days are days of UTC, whatever the zone. */
export function formatSpan(locale: string, at: number, bucket: 'hour' | 'day', zone: Zone): string {
  const day = { month: 'short', day: 'numeric' } as const;
  return bucket === 'day'
    ? new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' }).format(at)
    : new Intl.DateTimeFormat(locale, {
        ...day,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        ...(zone === 'utc' && { timeZone: 'UTC' }),
      }).format(at);
}

/** Long form with the zone named, for tooltips. */
export function formatExact(locale: string, at: number, zone: Zone): string {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    timeZoneName: 'short',
    ...(zone === 'utc' && { timeZone: 'UTC' }),
  }).format(at);
}

const plainNumber = (locale: string, options: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(locale, options);

/** "85 ms", "1.2 s", "3 min". */
export function formatDuration(locale: string, ms: number): string {
  const unit = (value: number, name: string, digits = 0) =>
    plainNumber(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value);
  if (ms < second) return unit(Math.round(ms), 'millisecond');
  if (ms < minute) return unit(ms / second, 'second', 1);
  if (ms < hour) return unit(Math.round(ms / minute), 'minute');
  if (ms < day) return unit(ms / hour, 'hour', 1);
  return unit(ms / day, 'day', 1);
}

export function formatBytes(locale: string, bytes: number): string {
  const unit = (value: number, name: string) =>
    plainNumber(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 1 }).format(
      value,
    );
  if (bytes < 1024) {
    return plainNumber(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(bytes);
  }
  if (bytes < 1024 ** 2) return unit(bytes / 1024, 'kilobyte');
  return unit(bytes / 1024 ** 2, 'megabyte');
}

/** Written durations ("5s", "30m", "2h", "1d") in milliseconds; null for anything else. */
export function parseDuration(text: string): number | null {
  const match = /^(\d+)\s*(s|m|h|d)$/.exec(text.trim());
  if (!match) return null;
  const sizes = { s: second, m: minute, h: hour, d: day } as const;
  return Number(match[1]) * sizes[match[2] as keyof typeof sizes];
}
