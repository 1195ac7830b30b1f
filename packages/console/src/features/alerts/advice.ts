// What to look at first, by how the last attempt ended. The server gives the same advice in English; here it is a key of the
// texts, so that it can be said in every language.
import type { Alert } from '../../api/types.ts';

const byError = ['dns', 'blocked', 'connect', 'tls', 'timeout', 'reset', 'protocol'] as const;

const byStatus = {
  401: 'refused',
  403: 'refused',
  404: 'absent',
  405: 'absent',
  410: 'gone',
  429: 'slower',
} as const;

export type Advice =
  | (typeof byError)[number]
  | (typeof byStatus)[keyof typeof byStatus]
  | 'inside'
  | 'request'
  | 'redirect'
  | 'rule'
  | 'unknown';

export function adviceFor(
  failure: Pick<NonNullable<Alert['lastFailure']>, 'status' | 'error'> | null,
): Advice {
  if (failure === null) return 'unknown';
  const { status, error } = failure;
  if (status === null) return byError.find((kind) => kind === error?.kind) ?? 'unknown';
  const known = byStatus[status as keyof typeof byStatus] as Advice | undefined;
  if (known !== undefined) return known;
  if (status >= 500) return 'inside';
  if (status >= 400) return 'request';
  return status >= 300 ? 'redirect' : 'rule';
}
