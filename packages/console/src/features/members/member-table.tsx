// The members, each with what can be done about them.
import { Group, Stack, Text } from '@mantine/core';
import { IconCircleOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { membersOptions } from '../../api/members.ts';
import type { Member } from '../../api/types.ts';
import type { Handed } from '../../parts/link-dialog.tsx';
import { May } from '../../parts/may.tsx';
import { useSignInColumns } from '../../parts/sign-in-columns.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pill } from '../../ui/status.tsx';
import { MemberMenu } from './member-menu.tsx';
import { RoleInWords } from './role-in-words.tsx';

interface MemberTableProps {
  readonly orgId: string;
  readonly onHanded: (handed: Handed) => void;
}

export function MemberTable({ orgId, onHanded }: MemberTableProps) {
  const query = useQuery(membersOptions(orgId));
  const columns = useColumns(orgId, onHanded);
  const { t } = useTranslation();
  return (
    <Loaded query={query}>
      {({ data }) =>
        data.length === 0 ? (
          <Text c="dimmed">{t('members.none')}</Text>
        ) : (
          <DataTable caption={t('members.title')} columns={columns} rows={data} idOf={({ id }) => id} />
        )
      }
    </Loaded>
  );
}

function useColumns(orgId: string, onHanded: (handed: Handed) => void): readonly Column<Member>[] {
  const { t } = useTranslation();
  const signIn = useSignInColumns<Member>();
  return [
    {
      id: 'name',
      header: t('common.name'),
      isName: true,
      cell: ({ name, email, status }) => (
        <Stack gap={0}>
          <Group gap="xs">
            <Text fw={600} size="sm" component="bdi">
              {name}
            </Text>
            {status === 'disabled' && <Pill tone="idle" icon={IconCircleOff} label={t('members.disabled')} />}
          </Group>
          <Text size="sm" c="dimmed" className="break">
            <bdi dir="ltr">{email}</bdi>
          </Text>
        </Stack>
      ),
    },
    { id: 'role', header: t('members.role'), cell: (member) => <RoleInWords {...member} /> },
    ...signIn,
    {
      id: 'actions',
      header: t('common.actions'),
      headerHidden: true,
      narrow: true,
      align: 'end',
      cell: (member) => (
        <May access="members:write">
          <MemberMenu orgId={orgId} member={member} onHanded={onHanded} />
        </May>
      ),
    },
  ];
}
