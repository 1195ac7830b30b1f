// Whether the signature of a request verifies, as icon, word and colour.
import {
  IconCircleDashed,
  IconClockExclamation,
  IconShieldCheck,
  IconShieldOff,
  IconShieldX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InboxRequest } from '../../api/types.ts';
import { Pill } from '../../ui/status.tsx';

const looks = {
  verified: { tone: 'good', icon: IconShieldCheck },
  wrong: { tone: 'bad', icon: IconShieldX },
  stale: { tone: 'warn', icon: IconClockExclamation },
  unsigned: { tone: 'warn', icon: IconShieldOff },
  unknown: { tone: 'idle', icon: IconCircleDashed },
} as const;

export function Signature({ verdict }: { readonly verdict: InboxRequest['signature'] }) {
  const { t } = useTranslation();
  return <Pill {...looks[verdict]} label={t(`inboxes.verdict.${verdict}`)} />;
}
