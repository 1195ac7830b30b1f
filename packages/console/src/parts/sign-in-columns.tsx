// Columns of lists of people: how each signs in, and when they last did.
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../ui/data-table.tsx';
import { Pill } from '../ui/status.tsx';
import { Time } from '../ui/time.tsx';

interface SignsIn {
  readonly twoFactor: boolean;
  readonly lastSignInAt: string | null;
}

export function useSignInColumns<T extends SignsIn>(): readonly Column<T>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'twoFactor',
      header: t('members.twoFactor'),
      narrow: true,
      cell: ({ twoFactor }) =>
        twoFactor ? <Pill tone="good" icon={IconShieldCheck} label={t('common.yes')} /> : t('common.no'),
    },
    {
      id: 'last',
      header: t('members.lastSignIn'),
      narrow: true,
      cell: ({ lastSignInAt }) => (lastSignInAt === null ? t('common.never') : <Time at={lastSignInAt} />),
    },
  ];
}
