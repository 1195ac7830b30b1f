// The identity providers, with what has to be entered at each, and whether it answers.
import { Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { IdentityProvider } from '../../api/types.ts';
import { CopyButton } from '../../ui/copy.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Pill } from '../../ui/status.tsx';
import { ProviderMenu } from './provider-menu.tsx';

interface ProviderTableProps {
  readonly orgId: string | null;
  readonly providers: readonly IdentityProvider[];
}

export function ProviderTable({ orgId, providers }: ProviderTableProps) {
  const { t } = useTranslation();
  const columns: readonly Column<IdentityProvider>[] = [
    {
      id: 'name',
      header: t('common.name'),
      isName: true,
      cell: ({ name, issuer }) => (
        <Stack gap={0}>
          <Text fw={600} size="sm">
            <bdi>{name}</bdi>
          </Text>
          <Text size="sm" c="dimmed" className="break">
            <bdi dir="ltr">{issuer}</bdi>
          </Text>
        </Stack>
      ),
    },
    {
      id: 'state',
      header: t('signOn.state'),
      narrow: true,
      cell: ({ enabled }) =>
        enabled ? (
          <Pill tone="good" icon={IconCircleCheck} label={t('signOn.on')} />
        ) : (
          <Pill tone="idle" icon={IconCircleOff} label={t('signOn.off')} />
        ),
    },
    {
      id: 'role',
      header: t('signOn.defaultRole'),
      cell: ({ defaultRole, onSignInPage, domains }) => (
        <Stack gap={0}>
          <span>{defaultRole === null ? t('signOn.nobody') : t(`role.${defaultRole}`)}</span>
          {onSignInPage && (
            <Text span size="sm" c="dimmed">
              {t('signOn.onSignInPage')}
            </Text>
          )}
          {domains.length > 0 && (
            <Text size="sm" c="dimmed">
              <bdi dir="ltr">{domains.join(', ')}</bdi>
            </Text>
          )}
        </Stack>
      ),
    },
    {
      id: 'urls',
      header: t('signOn.addresses'),
      narrow: true,
      cell: ({ redirectUrl, signInUrl }) => (
        <Stack gap={4} align="flex-start">
          <CopyButton value={redirectUrl} label={t('signOn.redirectUrl')} />
          <CopyButton value={signInUrl} label={t('signOn.signInUrl')} />
        </Stack>
      ),
    },
    {
      id: 'actions',
      header: t('common.actions'),
      headerHidden: true,
      narrow: true,
      align: 'end',
      cell: (provider) => <ProviderMenu orgId={orgId} provider={provider} />,
    },
  ];
  return <DataTable caption={t('signOn.title')} columns={columns} rows={providers} idOf={({ id }) => id} />;
}
