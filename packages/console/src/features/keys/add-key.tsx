// A new key: what for, what it may do, how long.
import { Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createKey } from '../../api/tenants.ts';
import type { KeyInput } from '../../api/types.ts';
import { now } from '../../lib/now.ts';
import { usePlace } from '../../place.ts';
import { useChange } from '../../ui/change.ts';
import { FormDialog, useFieldErrors } from '../../ui/simple-form.tsx';

type Scope = KeyInput['scopes'][number];
const scopes: readonly Scope[] = [
  'events:write',
  'events:read',
  'webhooks:write',
  'webhooks:read',
  'sources:write',
  'sources:read',
];

/** Days that a key lives. */
const lifetimes = ['never', '30', '90', '365'] as const;
type Lifetime = (typeof lifetimes)[number];

const dayMs = 86_400_000;
const expiryOf = (days: Lifetime) =>
  days === 'never' ? null : new Date(now() + Number(days) * dayMs).toISOString();

interface AddKeyProps {
  readonly onClose: () => void;
  readonly onMade: (made: { name: string; key: string }) => void;
}

export function AddKey({ onClose, onMade }: AddKeyProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Scope[]>(['events:write']);
  const [days, setDays] = useState<Lifetime>('never');
  const create = useChange(
    () => createKey(place, { name: name.trim(), scopes: chosen, expiresAt: expiryOf(days) }),
    [['keys', place]],
    ({ key }) => onMade({ name: name.trim(), key }),
  );
  const errors = useFieldErrors(create.error, ['name', 'scopes', 'expiresAt']);
  return (
    <FormDialog
      title={t('keys.add')}
      action={t('keys.add')}
      isPending={create.isPending}
      error={Object.keys(errors).length > 0 ? null : create.error}
      onSubmit={() => create.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        label={t('common.name')}
        description={t('keys.nameHint')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        error={errors['name']}
        data-autofocus
      />
      <Checkbox.Group
        label={t('keys.scopes')}
        value={chosen}
        onChange={(value) => setChosen(scopes.filter((scope) => value.includes(scope)))}
        error={errors['scopes']}
      >
        <Stack gap="xs" mt="xs">
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={t(`keys.scope.${scope}`)} description={scope} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Select
        label={t('keys.expires')}
        description={t('keys.expiresHint')}
        data={lifetimes.map((value) => ({ value, label: t(`keys.lifetime.${value}`) }))}
        value={days}
        onChange={(value) => value && setDays(value)}
        allowDeselect={false}
        error={errors['expiresAt']}
      />
    </FormDialog>
  );
}
