// Invitations that nobody has accepted yet: sent again, or taken back.
import { ActionIcon, Group, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconMailForward, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invitationsOptions, resendInvitation, revokeInvitation } from '../../api/members.ts';
import type { Invitation } from '../../api/types.ts';
import { May } from '../../parts/may.tsx';
import { useChange } from '../../ui/change.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { notify } from '../../ui/notify.ts';
import { Time } from '../../ui/time.tsx';
import type { Handed } from './link-dialog.tsx';
import { RoleInWords } from './role-in-words.tsx';

interface InvitationsProps {
  readonly orgId: string;
  readonly onHanded: (handed: Handed) => void;
}

export function Invitations({ orgId, onHanded }: InvitationsProps) {
  const { t } = useTranslation();
  const query = useQuery(invitationsOptions(orgId));
  const columns: readonly Column<Invitation>[] = [
    {
      id: 'email',
      header: t('members.email'),
      isName: true,
      cell: ({ email }) => (
        <Text fw={600} size="sm" className="break">
          <bdi dir="ltr">{email}</bdi>
        </Text>
      ),
    },
    { id: 'role', header: t('members.role'), cell: (invitation) => <RoleInWords {...invitation} /> },
    {
      id: 'by',
      header: t('members.invitedBy'),
      cell: ({ invitedBy }) => (invitedBy ? <bdi>{invitedBy.name}</bdi> : t('members.root')),
    },
    {
      id: 'expires',
      header: t('members.expires'),
      narrow: true,
      cell: ({ expiresAt }) => <Time at={expiresAt} />,
    },
    {
      id: 'actions',
      header: t('common.actions'),
      headerHidden: true,
      narrow: true,
      align: 'end',
      cell: (invitation) => (
        <May access="members:write">
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <Resend orgId={orgId} invitation={invitation} onHanded={onHanded} />
            <Revoke orgId={orgId} invitation={invitation} />
          </Group>
        </May>
      ),
    },
  ];
  return (
    <Stack gap="sm">
      <Title order={2} fz="lg">
        {t('members.invitations')}
      </Title>
      <Loaded query={query} lines={2}>
        {({ data }) =>
          data.length === 0 ? (
            <Text c="dimmed">{t('members.noInvitations')}</Text>
          ) : (
            <DataTable
              caption={t('members.invitations')}
              columns={columns}
              rows={data}
              idOf={({ id }) => id}
            />
          )
        }
      </Loaded>
    </Stack>
  );
}

interface OneProps {
  readonly orgId: string;
  readonly invitation: Invitation;
}

function Resend({ orgId, invitation, onHanded }: OneProps & Pick<InvitationsProps, 'onHanded'>) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { id, email } = invitation;
  const resend = useChange(
    () => resendInvitation(orgId, id),
    [['members', orgId]],
    ({ link, mailProblem }) => {
      setAsking(false);
      if (link === null) notify(t('members.invited', { email }));
      else onHanded({ email, link, mailProblem });
    },
  );
  const label = t('members.resend.title', { email });
  return (
    <>
      <Tooltip label={t('members.resend.action')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={label}
          onClick={() => setAsking(true)}
        >
          <IconMailForward size={18} />
        </ActionIcon>
      </Tooltip>
      {asking && (
        <Confirm
          title={label}
          action={t('members.resend.action')}
          isPending={resend.isPending}
          error={resend.error}
          onConfirm={() => resend.mutate(undefined)}
          onClose={() => setAsking(false)}
        >
          {t('members.resend.hint')}
        </Confirm>
      )}
    </>
  );
}

function Revoke({ orgId, invitation: { id, email } }: OneProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const revoke = useChange(
    () => revokeInvitation(orgId, id),
    [['members', orgId]],
    () => {
      setAsking(false);
      notify(t('members.revoke.done', { email }));
    },
  );
  const label = t('members.revoke.title', { email });
  return (
    <>
      <Tooltip label={t('members.revoke.action')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={label}
          onClick={() => setAsking(true)}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </Tooltip>
      {asking && (
        <Confirm
          title={label}
          action={t('members.revoke.action')}
          isPending={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate(undefined)}
          onClose={() => setAsking(false)}
        >
          {t('members.revoke.hint')}
        </Confirm>
      )}
    </>
  );
}
