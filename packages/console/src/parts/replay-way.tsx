// How a replay goes: its name and its pace; and the question before a large one, answered by typing how many.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Way } from '../api/replays.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useInEnvironment } from '../ui/in-environment.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useFieldErrors } from '../ui/simple-form.tsx';

/** From here on one types the number: a slip of the hand should not send thousands. */
const askedFrom = 1_000;
const perSecondUsual = 50;

interface ReplayWayProps {
  /** How many it would send; null: that is known at its end alone. */
  readonly count: number | null;
  readonly disabled?: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onBegin: (way: Way) => void;
  readonly onCancel: () => void;
}

export function ReplayWay({ count, disabled = false, isPending, error, onBegin, onCancel }: ReplayWayProps) {
  const { t } = useTranslation();
  const inEnvironment = useInEnvironment();
  const [name, setName] = useState('');
  const [perSecond, setPerSecond] = useState(String(perSecondUsual));
  const [typed, setTyped] = useState('');
  const errors = useFieldErrors(error, ['name', 'perSecond']);
  const asks = count !== null && count > askedFrom;
  const isSure = !asks || typed.replace(/\D/g, '') === String(count);
  const isWhole = /^[1-9]\d*$/.test(perSecond.trim());
  const begin = () => onBegin({ name: name.trim() || null, perSecond: Number(perSecond) });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!disabled && isSure && isWhole) begin();
      }}
    >
      <Stack>
        <Group gap="md" grow align="flex-start" preventGrowOverflow={false}>
          <TextInput
            label={t('replays.name')}
            description={t('replays.nameHint')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={errors['name']}
            autoComplete="off"
          />
          <NumberField
            label={t('replays.perSecond')}
            description={t('replays.perSecondHint')}
            value={perSecond}
            onChange={(event) => setPerSecond(event.currentTarget.value)}
            error={isWhole ? errors['perSecond'] : t('replays.perSecondWrong')}
          />
        </Group>
        {asks && <AreYouSure count={count} typed={typed} onChange={setTyped} />}
        {error !== null && Object.keys(errors).length === 0 && <Problem error={error} urgent />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            leftSection={<IconPlayerPlay size={16} className="mirrored" aria-hidden />}
            disabled={disabled || !isSure || !isWhole}
            loading={isPending}
          >
            {inEnvironment(t('replays.begin'))}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface SureProps {
  readonly count: number;
  readonly typed: string;
  readonly onChange: (typed: string) => void;
}

function AreYouSure({ count, typed, onChange }: SureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <Text size="sm" mb={4}>
        {t('replays.many', { count: format.number(count) as never })}
      </Text>
      <NumberField
        label={t('replays.typeNumber', { number: String(count) })}
        value={typed}
        onChange={(event) => onChange(event.currentTarget.value)}
        w={{ base: '100%', xs: 220 }}
      />
    </div>
  );
}
