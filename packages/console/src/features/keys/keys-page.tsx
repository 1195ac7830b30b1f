// The API keys of an environment. A key is shown once, when it is made.
import { ActionIcon, Badge, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconKey, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createKey, keysOptions, revokeKey } from '../../api/tenants.ts';
import type { Key, KeyInput } from '../../api/types.ts';
import { May } from '../../parts/may.tsx';
import { usePlace } from '../../place.ts';
import { useChange } from '../../ui/change.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { notify } from '../../ui/notify.ts';
import { ShownOnce } from '../../ui/once.tsx';
import { Page } from '../../ui/page.tsx';
import { FormDialog, useFieldErrors } from '../../ui/simple-form.tsx';
import { Time } from '../../ui/time.tsx';

type Scope = KeyInput['scopes'][number];
const scopes: readonly Scope[] = [
  'events:write',
  'events:read',
  'webhooks:write',
  'webhooks:read',
  'sources:write',
  'sources:read',
];

export function KeysPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const query = useQuery(keysOptions(place));
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<{ name: string; key: string } | null>(null);
  const isEmpty = query.data?.data.length === 0;
  const add = (
    <May access="keys:write">
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
        {t('keys.add')}
      </Button>
    </May>
  );
  return (
    <Page title={t('keys.title')} lead={t('keys.lead')} actions={!isEmpty && add}>
      <Loaded query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty
              icon={<IconKey size={40} />}
              title={t('keys.none', { environment: t(`environment.name.${place.env}`) })}
              actions={add}
            >
              {t('keys.noneHint')}
            </Empty>
          ) : (
            <KeyTable keys={data} />
          )
        }
      </Loaded>
      {adding && (
        <AddKey
          onClose={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false);
            setMade(key);
          }}
        />
      )}
      {made && (
        <ShownOnce
          title={t('keys.madeTitle', { name: made.name })}
          label={t('keys.key')}
          secret={made.key}
          fileName={`${made.name.replace(/[^\p{L}\p{N}]+/gu, '-')}-key.txt`}
          onDone={() => setMade(null)}
        />
      )}
    </Page>
  );
}

interface AddKeyProps {
  readonly onClose: () => void;
  readonly onMade: (made: { name: string; key: string }) => void;
}

function AddKey({ onClose, onMade }: AddKeyProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Scope[]>(['events:write']);
  const create = useChange(
    () => createKey(place, { name: name.trim(), scopes: chosen }),
    [['keys', place]],
    ({ key }) => onMade({ name: name.trim(), key }),
  );
  const errors = useFieldErrors(create.error, ['name', 'scopes']);
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
    </FormDialog>
  );
}

function KeyTable({ keys }: { readonly keys: readonly Key[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<Key>[] = [
    {
      id: 'name',
      header: t('common.name'),
      isName: true,
      cell: ({ name }) => (
        <Text fw={600} size="sm">
          {name}
        </Text>
      ),
    },
    {
      id: 'scopes',
      header: t('keys.scopes'),
      cell: (key) => (
        <Group gap={6}>
          {key.scopes.map((scope) => (
            <Badge key={scope} variant="default" tt="none" fw={500} radius="sm" dir="ltr">
              {scope}
            </Badge>
          ))}
        </Group>
      ),
    },
    {
      id: 'created',
      header: t('common.created'),
      narrow: true,
      cell: ({ createdAt }) => <Time at={createdAt} />,
    },
    {
      id: 'revoke',
      header: t('common.actions'),
      headerHidden: true,
      narrow: true,
      align: 'end',
      cell: (key) => <Revoke apiKey={key} />,
    },
  ];
  return <DataTable caption={t('keys.title')} columns={columns} rows={keys} idOf={({ id }) => id} />;
}

function Revoke({ apiKey }: { readonly apiKey: Key }) {
  const { t } = useTranslation();
  const place = usePlace();
  const inEnvironment = useInEnvironment();
  const [asking, setAsking] = useState(false);
  const revoke = useChange(
    () => revokeKey(place, apiKey.id),
    [['keys', place]],
    () => {
      notify(t('keys.revoked', { name: apiKey.name }));
      setAsking(false);
    },
  );
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('keys.revokeNamed', { name: apiKey.name })}
        onClick={() => setAsking(true)}
      >
        <IconTrash size={18} />
      </ActionIcon>
      {asking && (
        <Confirm
          title={t('keys.revokeNamed', { name: apiKey.name })}
          action={inEnvironment(t('keys.revoke'))}
          isPending={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate(undefined)}
          onClose={() => setAsking(false)}
        >
          {t('keys.revokeHint')}
        </Confirm>
      )}
    </>
  );
}
