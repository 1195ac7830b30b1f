// Chooses an event type, or a whole topic. The types are asked for when the list is opened: they are many, and seldom wanted.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { eventTypesOptions, topicsOptions } from '../../api/catalogue.ts';

interface TypeFilterProps {
  /** `signer.signed`, or `signer.*`. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

export function TypeFilter({ value, onChange }: TypeFilterProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const topics = useQuery({ ...topicsOptions(), enabled: wanted }).data?.data ?? [];
  const types = useQuery({ ...eventTypesOptions(), enabled: wanted }).data?.data ?? [];
  const option = (name: string) => ({
    value: name,
    label: name.endsWith('.*') ? t('types.wholeTopic', { topic: name.slice(0, -2) }) : name,
  });
  const listed = topics.map(({ topic, title }) => ({
    group: title,
    items: [`${topic}.*`, ...types.filter((type) => type.topic === topic).map(({ type }) => type)].map(
      option,
    ),
  }));
  const isListed = listed.some(({ items }) => items.some((item) => item.value === value));
  return (
    <Select
      aria-label={t('types.type')}
      placeholder={t('types.allTypes')}
      data={value === undefined || isListed ? listed : [option(value), ...listed]}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      onFocus={() => setWanted(true)}
      nothingFoundMessage={t('types.noSuchType')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `${t('common.remove')}: ${t('types.type')}` }}
      w={{ base: '100%', xs: 240 }}
    />
  );
}
