// The time that is looked at: the last minutes, hours or days, with what that is, or from one moment to another.
import { Button, Group, Select, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/use-now.ts';
import { useSpanWords } from '../../parts/span-words.ts';
import { ranges } from '../../routes.ts';
import type { FiltersProps } from './filter.ts';
import { startOf } from './range.ts';

const SpanDialog = lazy(() => import('../../parts/span-dialog.tsx'));

export function TimeFilter({ search, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const words = useSpanWords();
  const present = useNow();
  const [asked, setAsked] = useState(false);
  const { range, from, to } = search;
  return (
    <div>
      {from === undefined && to === undefined ? (
        <Select
          aria-label={t('history.range')}
          placeholder={t('history.range')}
          data={[
            ...ranges.map((value) => ({ value, label: t(`history.ranges.${value}`) })),
            { value: 'custom', label: `${t('history.custom')}…` },
          ]}
          value={range ?? null}
          onChange={(value) => {
            if (value === 'custom') setAsked(true);
            else onChange({ range: ranges.find((known) => known === value) });
          }}
          clearable
          clearButtonProps={{ 'aria-label': t('history.removeSpan') }}
          w={{ base: '100%', xs: 190 }}
        />
      ) : (
        <Group gap={4} wrap="nowrap">
          <Button variant="default" onClick={() => setAsked(true)} miw={0}>
            {words(from, to)}
          </Button>
          <Button
            variant="subtle"
            px="xs"
            aria-label={t('history.removeSpan')}
            onClick={() => onChange({ from: undefined, to: undefined })}
          >
            <IconX size={16} aria-hidden />
          </Button>
        </Group>
      )}
      {range !== undefined && (
        <Text size="xs" c="dimmed" mt={2}>
          {words(new Date(startOf(range, present)).toISOString(), undefined)}
        </Text>
      )}
      <Suspense fallback={null}>
        {asked && (
          <SpanDialog
            from={from ?? (range && new Date(startOf(range, present)).toISOString())}
            to={to}
            onChoose={(span) => {
              setAsked(false);
              onChange({ range: undefined, ...span });
            }}
            onClose={() => setAsked(false)}
          />
        )}
      </Suspense>
    </div>
  );
}
