// Why the list is empty: nothing was ever delivered, or nothing matches.
import { Button } from '@mantine/core';
import { IconFilterOff, IconListDetails } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isGiven } from '../../lib/search.ts';
import { usePlace } from '../../place.ts';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import type { HistorySearch } from './filter.ts';
import RetentionEdge from './retention-edge.tsx';

interface NothingProps {
  readonly filters: HistorySearch;
  readonly onFilter: (filters: HistorySearch) => void;
}

export default function Nothing({ filters, onFilter }: NothingProps) {
  const { t } = useTranslation();
  const place = usePlace();
  return isGiven(filters) ? (
    <Empty
      icon={<IconFilterOff size={40} />}
      title={t('history.noMatch')}
      actions={<Loosen filters={filters} onFilter={onFilter} />}
    >
      {t('history.noMatchHint')}
      <RetentionEdge />
    </Empty>
  ) : (
    <Empty
      icon={<IconListDetails size={40} />}
      title={t('history.none')}
      actions={
        <ButtonLink variant="default" to="/$appId/$env" params={place}>
          {t('history.toChecklist')}
        </ButtonLink>
      }
    >
      {t('history.noneHint')}
    </Empty>
  );
}

/** Each of the filters can be taken away by itself. */
function Loosen({ filters, onFilter }: Pick<NothingProps, 'filters' | 'onFilter'>) {
  const { t } = useTranslation();
  const labels: Readonly<Record<string, string>> = {
    status: t('delivery.column.status'),
    q: t('history.id'),
    webhook: t('delivery.column.webhook'),
    type: t('history.type'),
    envelope: t('history.envelope'),
    severity: t('history.severity'),
    result: t('history.result'),
    attempts: t('history.attempts'),
    department: t('routing.department'),
    requestFrom: t('routing.requestFrom'),
    trigger: t('webhooks.column.trigger'),
    replay: t('history.replay'),
    time: t('history.time'),
  };
  const { range, from, to, cursor: _, ...others } = filters;
  const given = Object.entries({ ...others, time: range ?? from ?? to })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  const without = (name: string) => onFilter(name === 'time' ? others : { ...filters, [name]: undefined });
  return (
    <>
      {given.length > 1 &&
        given.map((name) => (
          <Button key={name} variant="default" onClick={() => without(name)}>
            {t('history.without', { filter: labels[name] })}
          </Button>
        ))}
      <Button onClick={() => onFilter({})}>{t('common.clearFilters')}</Button>
    </>
  );
}
