// How an attempt ended, in a few words: the HTTP status, or why there was no answer.
import { useTranslation } from 'react-i18next';

import { errorKinds } from '../routes.ts';

type Kind = (typeof errorKinds)[number];

const isKind = (text: string): text is Kind => errorKinds.some((kind) => kind === text);

interface Outcome {
  readonly status: number | null;
  readonly error: string | null;
}

export function useOutcomeText(): (outcome: Outcome) => string {
  const { t } = useTranslation();
  return ({ status, error }) => {
    if (error !== null && isKind(error)) return t(`attempt.error.${error}`);
    if (status !== null) return t('attempt.http', { status });
    return error ?? t('attempt.notYet');
  };
}

/** A reason as statistics name it: a kind of error, or a class of answers such as `5xx`. */
export function useReasonText(): (reason: string) => string {
  const { t } = useTranslation();
  return (reason) => {
    if (isKind(reason)) return t(`attempt.error.${reason}`);
    return /^\dxx$|^\d{3}$/.test(reason) ? t('attempt.http', { status: reason }) : reason;
  };
}
