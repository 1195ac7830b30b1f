// An alert in words: its problem, and where it stands.
import { IconBell, IconBellOff, IconCircleCheck, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Alert, AlertState } from '../../api/types.ts';
import { useOutcomeText } from '../../parts/outcome.tsx';
import { Pill } from '../../ui/status.tsx';

const looks = {
  open: { tone: 'bad', icon: IconBell },
  acknowledged: { tone: 'calm', icon: IconUserCheck },
  muted: { tone: 'idle', icon: IconBellOff },
  resolved: { tone: 'good', icon: IconCircleCheck },
} as const;

export function AlertStatePill({ state }: { readonly state: AlertState }) {
  const { t } = useTranslation();
  return <Pill {...looks[state]} label={t(`alerts.state.${state}`)} />;
}

export function useProblemWords(): (alert: Pick<Alert, 'kind' | 'lastFailure'>) => string {
  const { t } = useTranslation();
  const outcome = useOutcomeText();
  return ({ kind, lastFailure }) => {
    const problem = t(`alerts.problem.${kind}`);
    if (kind === 'gone' || lastFailure === null) return problem;
    const { status, error } = lastFailure;
    return t('alerts.problem.with', { problem, outcome: outcome({ status, error: error?.kind ?? null }) });
  };
}
