// Where one is signed in, and ending that anywhere.
import { Button, Group, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { endOtherSessions, endSession, sessionsOptions } from '../../api/me.ts';
import type { OwnSession } from '../../api/types.ts';
import { useChange } from '../../ui/change.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { notify } from '../../ui/notify.ts';
import { Problem } from '../../ui/problem.tsx';
import { Section } from '../../ui/section.tsx';
import { Pill } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { deviceOf } from './device.ts';

export function Sessions() {
  const { t } = useTranslation();
  const query = useQuery(sessionsOptions());
  const others = useChange(
    () => endOtherSessions(),
    [['me', 'sessions']],
    () => notify(t('account.othersEnded')),
  );
  const hasOthers = (query.data?.data.length ?? 0) > 1;
  return (
    <Section id="sessions" title={t('account.sessions')} lead={t('account.sessionsLead')}>
      <Loaded query={query}>{({ data }) => <SessionTable sessions={data} />}</Loaded>
      {others.error && <Problem error={others.error} urgent />}
      {hasOthers && (
        <Group>
          <Button variant="default" loading={others.isPending} onClick={() => others.mutate(undefined)}>
            {t('account.endOthers')}
          </Button>
        </Group>
      )}
    </Section>
  );
}

function SessionTable({ sessions }: { readonly sessions: readonly OwnSession[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<OwnSession>[] = [
    {
      id: 'device',
      header: t('account.device'),
      isName: true,
      cell: (session) => (
        <Group gap="xs">
          <Text fw={600} size="sm" component="bdi">
            {deviceOf(session.userAgent ?? '') ?? t('account.unknownDevice')}
          </Text>
          {session.current && <Pill tone="good" icon={IconCircleCheck} label={t('account.thisOne')} />}
        </Group>
      ),
    },
    {
      id: 'via',
      header: t('account.via'),
      cell: ({ via }) => t(`account.viaWhat.${via}`),
    },
    {
      id: 'address',
      header: t('account.address'),
      cell: ({ address }) => <bdi dir="ltr">{address ?? '—'}</bdi>,
    },
    {
      id: 'since',
      header: t('account.signedIn'),
      narrow: true,
      cell: ({ createdAt }) => <Time at={createdAt} />,
    },
    {
      id: 'used',
      header: t('account.lastUsed'),
      narrow: true,
      cell: ({ lastUsedAt }) => <Time at={lastUsedAt} />,
    },
    {
      id: 'end',
      header: t('common.actions'),
      headerHidden: true,
      narrow: true,
      align: 'end',
      cell: (session) => !session.current && <End session={session} />,
    },
  ];
  return (
    <DataTable caption={t('account.sessionList')} columns={columns} rows={sessions} idOf={({ id }) => id} />
  );
}

function End({ session }: { readonly session: OwnSession }) {
  const { t } = useTranslation();
  const end = useChange(
    () => endSession(session.id),
    [['me', 'sessions']],
    () => notify(t('account.ended')),
  );
  return (
    <Button
      variant="subtle"
      color="gray"
      size="xs"
      loading={end.isPending}
      onClick={() => end.mutate(undefined)}
    >
      {t('account.end')}
    </Button>
  );
}
