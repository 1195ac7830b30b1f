// A span of time in words, either end of which may stay open.
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { useTimeStyle } from '../ui/times.ts';

/** "Since Nov 25, 2026, 10:00:00 AM". */
export function useSpanWords(): (from: string | undefined, to: string | undefined) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useTimeStyle() === 'utc' ? 'utc' : 'local';
  const moment = (at: string) => {
    const ms = Date.parse(at);
    return Number.isNaN(ms) ? at : format.absolute(ms, zone);
  };
  return (from, to) => {
    if (from === undefined) return t('history.until', { to: moment(to ?? '') });
    return to === undefined
      ? t('history.since', { from: moment(from) })
      : t('history.span', { from: moment(from), to: moment(to) });
  };
}
