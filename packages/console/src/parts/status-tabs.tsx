// The states of deliveries as tabs, each with how many there are; passed and failed stand first.
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeliveryCounts } from '../api/types.ts';
import { useFormat } from '../i18n/use-format.ts';
import { shownStates } from '../routes.ts';
import { type Count, countOf, type ShownState } from './delivery-states.ts';

interface StatusTabsProps {
  readonly status: ShownState | undefined;
  readonly counts: DeliveryCounts | undefined;
  readonly onChange: (status: ShownState | undefined) => void;
}

export function StatusTabs({ status, counts, onChange }: StatusTabsProps) {
  const { t } = useTranslation();
  const words = useCountWords();
  const label = (word: string, shown: ShownState | 'all') =>
    counts === undefined ? word : `${word} ${words(countOf(counts, shown))}`;
  return (
    <SegmentedControl
      aria-label={t('delivery.column.status')}
      value={status ?? 'all'}
      onChange={(value) => onChange(shownStates.find((known) => known === value))}
      data={[
        { value: 'all', label: label(t('common.all'), 'all') },
        ...shownStates.map((value) => ({ value, label: label(t(`delivery.status.${value}`), value) })),
      ]}
      w="fit-content"
      maw="100%"
      style={{ overflowX: 'auto' }}
    />
  );
}

export function useCountWords(): (count: Count) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ count, isEstimate }) => {
    const number = format.number(count);
    // None in what was looked at before the time was up, which does not say that there is none.
    if (isEstimate && count === 0) return `${number}+`;
    return isEstimate ? t('history.about', { count: number as never }) : number;
  };
}
