// Invitations that nobody has accepted yet: sent again, or taken back.
import { ActionIcon, Group, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconMailForward, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invitationsOptions, resendInvitation, revokeInvitation } from '../../api/members.ts';
import type { Invitation } from '../../api/types.ts';
import type { Handed } from '../../parts/link-dialog.tsx';
import { May } from '../../parts/may.tsx';
import { useChange } from '../../ui/change.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { notify } from '../../ui/notify.ts';
import { Time } from '../../ui/time.tsx';
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

function Resend({
  orgId,
  invitation: { id, email },
  onHanded,
}: OneProps & Pick<InvitationsProps, 'onHanded'>) {
  const { t } = useTranslation();
  return (
    <Asked
      orgId={orgId}
      icon={IconMailForward}
      action={t('members.resend.action')}
      title={t('members.resend.title', { email })}
      hint={t('members.resend.hint')}
      change={() => resendInvitation(orgId, id)}
      onDone={({ link, mailProblem }) => {
        if (link === null) notify(t('members.invited', { email }));
        else onHanded({ email, link, mailProblem });
      }}
    />
  );
}

function Revoke({ orgId, invitation: { id, email } }: OneProps) {
  const { t } = useTranslation();
  return (
    <Asked
      orgId={orgId}
      icon={IconTrash}
      action={t('members.revoke.action')}
      title={t('members.revoke.title', { email })}
      hint={t('members.revoke.hint')}
      change={() => revokeInvitation(orgId, id)}
      onDone={() => notify(t('members.revoke.done', { email }))}
    />
  );
}

interface AskedProps<T> {
  readonly orgId: string;
  readonly icon: typeof IconTrash;
  readonly action: string;
  readonly title: string;
  readonly hint: string;
  readonly change: () => Promise<T>;
  readonly onDone: (answer: T) => void;
}

/** A button that asks before it changes an invitation. */
function Asked<T>({ orgId, icon: Icon, action, title, hint, change, onDone }: AskedProps<T>) {
  const [asking, setAsking] = useState(false);
  const changing = useChange(change, [['members', orgId]], (answer) => {
    setAsking(false);
    onDone(answer);
  });
  return (
    <>
      <Tooltip label={action}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={title}
          onClick={() => setAsking(true)}
        >
          <Icon size={18} />
        </ActionIcon>
      </Tooltip>
      {asking && (
        <Confirm
          title={title}
          action={action}
          isPending={changing.isPending}
          error={changing.error}
          onConfirm={() => changing.mutate(undefined)}
          onClose={() => setAsking(false)}
        >
          {hint}
        </Confirm>
      )}
    </>
  );
}
