// How grave an event or alert is: as icon, word and colour.
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Pill } from './status.tsx';

const looks = {
  info: { tone: 'calm', icon: IconInfoCircle },
  warning: { tone: 'warn', icon: IconAlertTriangle },
  error: { tone: 'bad', icon: IconCircleX },
} as const;

export function SeverityPill({ severity }: { readonly severity: keyof typeof looks }) {
  const { t } = useTranslation();
  return <Pill {...looks[severity]} label={t(`event.severity.${severity}`)} />;
}
