// The keys of an environment, with when each was last used.
import { ActionIcon, Badge, Group, Text } from '@mantine/core';
import { IconClockOff, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { revokeKey } from '../../api/tenants.ts';
import type { Key } from '../../api/types.ts';
import { May } from '../../parts/may.tsx';
import { usePlace } from '../../place.ts';
import { useChange } from '../../ui/change.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { notify } from '../../ui/notify.ts';
import { Pill } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';

export function KeyTable({ keys }: { readonly keys: readonly Key[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<Key>[] = [
    {
      id: 'name',
      header: t('common.name'),
      isName: true,
      cell: ({ name, status }) => (
        <Group gap="xs">
          <Text fw={600} size="sm" component="bdi">
            {name}
          </Text>
          {status === 'expired' && <Pill tone="idle" icon={IconClockOff} label={t('keys.expired')} />}
        </Group>
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
      id: 'used',
      header: t('keys.lastUsed'),
      narrow: true,
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('common.never') : <Time at={lastUsedAt} />),
    },
    {
      id: 'expires',
      header: t('keys.expires'),
      narrow: true,
      cell: ({ expiresAt }) => (expiresAt === null ? t('keys.lifetime.never') : <Time at={expiresAt} />),
    },
    {
      id: 'revoke',
      header: t('common.actions'),
      headerHidden: true,
      narrow: true,
      align: 'end',
      cell: (key) => (
        <May access="keys:write">
          <Revoke apiKey={key} />
        </May>
      ),
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
