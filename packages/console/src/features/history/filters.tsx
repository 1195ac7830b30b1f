// The filters of the history. Each is in the address; a choice takes effect at once, a text with Enter or when it is left.
import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconFilterOff, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { isGiven } from '../../lib/search.ts';
import { useReasonText } from '../../parts/outcome.tsx';
import { useWebhookNames } from '../../parts/webhook-names.ts';
import { errorKinds, httpClasses, isHttpCode, leastAttempts, severities, triggers } from '../../routes.ts';
import type { FiltersProps, HistorySearch } from './filter.ts';
import classes from './filters.module.css';
import { TimeFilter } from './time-filter.tsx';

export default function Filters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation();
  // Where the screen is narrow they would push the list away; those that are chosen are never hidden.
  const [opened, setOpened] = useState(isGiven({ ...search, q: undefined, status: undefined }));
  const [typed, setTyped] = useState('');
  const codes = [...new Set([typed, search.result ?? ''])].filter(isHttpCode);
  const format = useFormat();
  const reason = useReasonText();
  const { all } = useWebhookNames();
  const set = (change: HistorySearch) => {
    const next = Object.entries({ ...search, ...change }).filter(([, value]) => value);
    onChange(Object.fromEntries(next) as HistorySearch);
  };
  const options = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  const chooser = { search, onChange: set };
  return (
    <Group gap="sm" align="flex-start" role="search" aria-label={t('common.filters')}>
      <Typed name="q" label={t('history.search')} width={310} {...chooser} />
      <Button
        hiddenFrom="xs"
        variant="default"
        leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
        fullWidth
      >
        {t('common.filters')}
      </Button>
      <div className={classes['others']} data-opened={opened || undefined}>
        <Choice
          name="webhook"
          label={t('delivery.column.webhook')}
          data={all.map(({ id, name }) => ({ value: id, label: name }))}
          {...chooser}
        />
        <Typed name="type" label={t('history.type')} {...chooser} />
        <Choice
          name="result"
          label={t('history.result')}
          onSearch={setTyped}
          data={[
            { group: t('history.results.http'), items: options([...httpClasses, ...codes], reason) },
            { group: t('history.results.error'), items: options(errorKinds, reason) },
          ]}
          {...chooser}
        />
        <Choice
          name="severity"
          label={t('history.severity')}
          data={options(severities, (value) => t(`event.severity.${value}`))}
          {...chooser}
        />
        <Choice
          name="attempts"
          label={t('history.attempts')}
          data={options(leastAttempts, (value) =>
            t('history.least', { count: format.number(Number(value)) as never }),
          )}
          {...chooser}
        />
        <Typed name="envelope" label={t('history.envelope')} {...chooser} />
        <Typed name="department" label={t('routing.department')} {...chooser} />
        <Typed name="requestFrom" label={t('routing.requestFrom')} {...chooser} />
        <Choice
          name="trigger"
          label={t('webhooks.column.trigger')}
          data={options(triggers, (value) => t(`routing.triggers.${value}`))}
          {...chooser}
        />
        <TimeFilter {...chooser} />
      </div>
      {search.replay !== undefined && (
        <Button
          variant="default"
          rightSection={<IconX size={16} aria-hidden />}
          aria-label={`${t('common.remove')}: ${t('history.replay')}`}
          onClick={() => set({ replay: undefined })}
        >
          {t('history.replay')}
        </Button>
      )}
      {isGiven(search) && (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={() => onChange({})}
        >
          {t('common.clearFilters')}
        </Button>
      )}
    </Group>
  );
}

interface FieldProps extends FiltersProps {
  readonly name: Exclude<keyof HistorySearch, 'status' | 'cursor' | 'range' | 'from' | 'to' | 'replay'>;
  readonly label: string;
}

function Typed({ name, label, width = 180, search, onChange }: FieldProps & { readonly width?: number }) {
  const present = search[name] ?? '';
  const take = (value: string) => {
    if (value.trim() !== present) onChange({ [name]: value.trim() });
  };
  return (
    <TextInput
      key={present}
      aria-label={label}
      placeholder={label}
      defaultValue={present}
      dir={present === '' ? undefined : 'ltr'}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(event.currentTarget.value);
      }}
      w={{ base: '100%', xs: width }}
    />
  );
}

type ChoiceData = React.ComponentProps<typeof Select>['data'];

interface ChoiceProps extends FieldProps {
  readonly data: ChoiceData;
  /** Told what is typed, where more can be chosen than is listed. */
  readonly onSearch?: (typed: string) => void;
}

function Choice({ name, label, data, search, onChange, onSearch }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={label}
      placeholder={label}
      data={data ?? []}
      value={search[name] ?? null}
      onChange={(value) => onChange({ [name]: value ?? undefined })}
      searchable={name === 'webhook' || onSearch !== undefined}
      {...(onSearch && { onSearchChange: onSearch })}
      clearable
      clearButtonProps={{ 'aria-label': `${t('common.remove')}: ${label}` }}
      w={{ base: '100%', xs: name === 'attempts' || name === 'severity' ? 140 : 180 }}
    />
  );
}
