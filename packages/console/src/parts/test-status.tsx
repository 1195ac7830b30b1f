// Whether a test passed, for lists.
import { useTranslation } from 'react-i18next';
import type { TestSend } from '../api/types.ts';
import { AttemptOutcome } from '../ui/status.tsx';

export function TestStatus({ test: { outcome } }: { readonly test: Pick<TestSend, 'outcome'> }) {
  const { t } = useTranslation();
  const ok = outcome === 'succeeded';
  return <AttemptOutcome ok={ok} label={t(ok ? 'delivery.status.succeeded' : 'delivery.status.failed')} />;
}
