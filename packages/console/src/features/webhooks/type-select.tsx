// One type of the event catalogue, or the first that the webhook wants.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { eventTypesOptions } from '../../api/catalogue.ts';

interface TypeSelectProps {
  readonly label: string;
  /** null: the first that the webhook wants. */
  readonly value: string | null;
  readonly onChange: (type: string | null) => void;
}

export function TypeSelect({ label, value, onChange }: TypeSelectProps) {
  const { t } = useTranslation();
  const { data } = useQuery(eventTypesOptions());
  return (
    <Select
      label={label}
      placeholder={t('test.firstType')}
      data={data?.data.map(({ type }) => type) ?? []}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('test.firstTypeAgain') }}
      nothingFoundMessage={t('common.nothingFound')}
      value={value}
      onChange={onChange}
      dir="ltr"
    />
  );
}
