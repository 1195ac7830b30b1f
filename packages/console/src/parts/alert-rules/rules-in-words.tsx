// Rules of alerts as sentences.
import { useTranslation } from 'react-i18next';
import type { AlertRules } from '../../api/types.ts';
import { parseDuration } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/use-format.ts';

type Rules = Pick<AlertRules, 'afterConsecutiveFailures' | 'disableAfter' | 'failureRate'>;

export function useRulesInWords(): (rules: Rules) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ afterConsecutiveFailures: after, disableAfter, failureRate: rate }) => {
    const ms = disableAfter === null ? null : parseDuration(disableAfter);
    return [
      after === null ? t('form.alerts.toldNever') : t('form.alerts.toldAfter', { count: after }),
      rate &&
        t('form.alerts.toldRate', { percent: rate.percent, hours: rate.hours, attempts: rate.attemptsMin }),
      ms === null
        ? t('form.alerts.disabledNever')
        : t('form.alerts.disabledAfter', { time: format.duration(ms) }),
    ]
      .filter(Boolean)
      .join(' ');
  };
}
