// What an organization's policies ask: problems where they are not met. Pure. Whoever takes input asks here and knows
// nothing of vendors.
import type { Directory } from './directory.ts';
import { unknownDialect } from './payload.ts';
import type { Problem } from './problems.ts';
import type { Policies } from './profiles.ts';
import { knownShownMax } from './routing-names.ts';
import { successRuleProblems } from './success-rule.ts';
import { scheduleProblems } from './webhook-rules.ts';

/**
 * What is wrong with policies beyond their shape.
 * @param dialects the names of those that there are
 */
export function policyProblems(
  { defaultRetrySchedule = [], defaultSuccess = '2xx', defaultDialect }: Partial<Policies>,
  dialects: readonly string[],
): readonly Problem[] {
  const isKnown = defaultDialect === undefined || dialects.includes(defaultDialect);
  return [
    ...scheduleProblems(defaultRetrySchedule, 'policies.defaultRetrySchedule'),
    ...(defaultSuccess === 'dialect' ? [] : successRuleProblems(defaultSuccess, 'policies.defaultSuccess')),
    ...(isKnown ? [] : [unknownDialect(defaultDialect, dialects, 'policies.defaultDialect')]),
  ];
}

/** For an envelope without any Request From where the policy asks for one, and for its events if it is not registered. */
export function missingRequestFrom(path: string, directory: Directory): Problem {
  const known = directory.names('source_system').slice(0, knownShownMax);
  return { code: 'missing_field', path, details: { policy: 'requireRequestFrom', known } };
}
