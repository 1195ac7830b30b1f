// What the cases measured against their bars, as lines for people. Pure.
import { type Check, isMet } from './cases/case.ts';

export function formatChecks(checks: readonly Check[]): string {
  return checks.map(line).join('\n');
}

function line(check: Check): string {
  const { what, value, unit, bar, of } = check;
  const [word, limit] = 'atLeast' in bar ? ['at least', bar.atLeast] : ['at most', bar.atMost];
  const verdict = isMet(check) ? 'met' : value === null ? 'NOT MEASURED' : 'MISSED';
  const digits = unit === 'MB' || unit === 'ms' ? 0 : 2;
  const shown = value === null ? '–' : value.toFixed(digits);
  const measure = `${shown}${unit && ` ${unit}`}`;
  return `${check.case.padEnd(10)}${what.padEnd(46)}${measure.padStart(9)}  (${word} ${limit}${unit && ` ${unit}`}: ${verdict}; ${of})`;
}
