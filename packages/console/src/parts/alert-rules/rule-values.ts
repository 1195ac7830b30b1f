// Rules of alerts as forms hold them, and back: of one webhook, or of the whole organization. Pure.
import type { AlertRules } from '../../api/types.ts';
import { numberOrNull } from '../../lib/number-or-null.ts';

type Rules = Pick<AlertRules, 'afterConsecutiveFailures' | 'disableAfter' | 'failureRate'>;

export interface RuleValues {
  afterConsecutiveFailures: string;
  disableAfter: string;
  failureRate: { isOn: boolean; percent: string; hours: string; attemptsMin: string };
}

const usualRate = { isOn: false, percent: '50', hours: '1', attemptsMin: '20' };

export const usualRules: RuleValues = {
  afterConsecutiveFailures: '5',
  disableAfter: '5d',
  failureRate: usualRate,
};

export function fromRules({ afterConsecutiveFailures, disableAfter, failureRate }: Rules): RuleValues {
  return {
    afterConsecutiveFailures: afterConsecutiveFailures === null ? '' : String(afterConsecutiveFailures),
    disableAfter: disableAfter ?? '',
    failureRate: fromRate(failureRate),
  };
}

function fromRate(rate: Rules['failureRate']): RuleValues['failureRate'] {
  if (rate === null) return { ...usualRate };
  const { percent, hours, attemptsMin } = rate;
  return { isOn: true, percent: String(percent), hours: String(hours), attemptsMin: String(attemptsMin) };
}

export function toRules({ afterConsecutiveFailures, disableAfter, failureRate }: RuleValues): Rules {
  return {
    afterConsecutiveFailures: numberOrNull(afterConsecutiveFailures),
    disableAfter: disableAfter.trim() === '' ? null : disableAfter.trim(),
    failureRate: toRate(failureRate),
  };
}

function toRate(rate: RuleValues['failureRate']): Rules['failureRate'] {
  if (!rate.isOn) return null;
  // Left empty it is refused at its place: 0 is out of range for each.
  const number = (text: string) => numberOrNull(text) ?? 0;
  return {
    percent: number(rate.percent),
    hours: number(rate.hours),
    attemptsMin: number(rate.attemptsMin),
  };
}
