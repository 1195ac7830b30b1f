// A page for whoever runs the server.
import { IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { homeOptions } from '../api/home.ts';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';

interface OperatorsOnlyProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function OperatorsOnly({ title, children }: OperatorsOnlyProps) {
  const { t } = useTranslation();
  const query = useQuery(homeOptions());
  if (query.data?.isOperator) return children;
  return (
    <Page title={title}>
      <Loaded query={query}>
        {() => (
          <Empty icon={<IconEye size={40} />} title={t('readersOnly.closed')}>
            {t('readersOnly.operator')}
          </Empty>
        )}
      </Loaded>
    </Page>
  );
}
