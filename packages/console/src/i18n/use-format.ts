// The formatters, bound to the present language.
import { useMemo } from 'react';
import * as format from './format.ts';
import { formatLocale } from './languages.ts';
import { useLanguage } from './use-language.ts';

export function useFormat() {
  const language = useLanguage();
  return useMemo(() => {
    const locale = formatLocale(language);
    return {
      relative: (at: number, now: number) => format.formatRelative(locale, at, now),
      absolute: (at: number, zone: format.Zone) => format.formatAbsolute(locale, at, zone),
      clock: (at: number) => format.formatClock(locale, at),
      exact: (at: number, zone: format.Zone) => format.formatExact(locale, at, zone),
      duration: (ms: number) => format.formatDuration(locale, ms),
      bytes: (bytes: number) => format.formatBytes(locale, bytes),
      number: (value: number) => new Intl.NumberFormat(locale).format(value),
      percent: (part: number) =>
        new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(part),
      span: (at: number, bucket: 'hour' | 'day', zone: format.Zone) =>
        format.formatSpan(locale, at, bucket, zone),
      list: (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    };
  }, [language]);
}
