// Everybody who has an account on this server, and what its super admins do about them.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleOff, IconFilterOff, IconSearch, IconStar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleOptions } from '../../api/people.ts';
import type { Person } from '../../api/types.ts';
import { type Handed, LinkDialog } from '../../parts/link-dialog.tsx';
import { OperatorsOnly } from '../../parts/operators-only.tsx';
import { useSignInColumns } from '../../parts/sign-in-columns.tsx';
import { serverPeopleRoute } from '../../routes.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { TextLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Pill } from '../../ui/status.tsx';
import { PersonMenu } from './person-menu.tsx';

export function PeoplePage() {
  const { t } = useTranslation();
  const server = (
    <TextLink key="server" to="/server" size="sm">
      {t('server.title')}
    </TextLink>
  );
  return (
    <OperatorsOnly title={t('people.title')}>
      <Page
        title={t('people.title')}
        lead={t('people.lead')}
        trail={[
          server,
          <Text key="this" span size="sm" c="dimmed">
            {t('people.title')}
          </Text>,
        ]}
      >
        <People />
      </Page>
    </OperatorsOnly>
  );
}

function People() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = serverPeopleRoute.useSearch();
  const [handed, setHanded] = useState<Handed | null>(null);
  const query = useQuery(peopleOptions(search));
  const columns = useColumns(setHanded);
  const go = (next: typeof search, replace: boolean) =>
    void navigate({ to: '/server/people', search: next, replace });
  return (
    <Stack gap="md">
      <TextInput
        type="search"
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search.q ?? ''}
        onChange={(event) => go({ q: event.currentTarget.value || undefined }, true)}
        w={{ base: '100%', xs: 320 }}
      />
      <Loaded query={query} lines={8}>
        {({ data, nextCursor }) =>
          data.length === 0 ? (
            <Nothing isFiltered={search.q !== undefined} onClear={() => go({}, true)} />
          ) : (
            <>
              <DataTable
                caption={t('people.title')}
                columns={columns}
                rows={data}
                idOf={({ id }) => id}
                busy={query.isPlaceholderData}
              />
              <Pager
                cursor={search.cursor}
                nextCursor={nextCursor}
                shown={data.length}
                onMove={(cursor) => go({ ...search, cursor }, false)}
              />
            </>
          )
        }
      </Loaded>
      {handed && <LinkDialog handed={handed} onDone={() => setHanded(null)} />}
    </Stack>
  );
}

function Nothing({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  const { t } = useTranslation();
  if (!isFiltered) return <Text c="dimmed">{t('people.none')}</Text>;
  return (
    <Empty
      icon={<IconFilterOff size={40} />}
      title={t('people.noMatch')}
      actions={<Button onClick={onClear}>{t('common.clearFilters')}</Button>}
    />
  );
}

function useColumns(onHanded: (handed: Handed) => void): readonly Column<Person>[] {
  const { t } = useTranslation();
  const signIn = useSignInColumns<Person>();
  return [
    { id: 'name', header: t('common.name'), isName: true, cell: (person) => <Named person={person} /> },
    {
      id: 'organizations',
      header: t('people.organizations'),
      cell: ({ organizations }) => (
        <Stack gap={0}>
          {organizations.map(({ id, name, role }) => (
            <Group key={id} gap={6}>
              <TextLink to="/organizations/$orgId/members" params={{ orgId: id }} size="sm">
                <bdi>{name}</bdi>
              </TextLink>
              <Text span size="sm" c="dimmed">
                {t(`role.${role}`)}
              </Text>
            </Group>
          ))}
        </Stack>
      ),
    },
    ...signIn,
    {
      id: 'actions',
      header: t('common.actions'),
      headerHidden: true,
      narrow: true,
      align: 'end',
      cell: (person) => <PersonMenu person={person} onHanded={onHanded} />,
    },
  ];
}

function Named({ person: { name, email, superAdmin, status } }: { readonly person: Person }) {
  const { t } = useTranslation();
  return (
    <Stack gap={0}>
      <Group gap="xs">
        <Text fw={600} size="sm" component="bdi">
          {name}
        </Text>
        {superAdmin && <Pill tone="calm" icon={IconStar} label={t('role.super_admin')} />}
        {status === 'disabled' && <Pill tone="idle" icon={IconCircleOff} label={t('members.disabled')} />}
      </Group>
      <Text size="sm" c="dimmed" className="break">
        <bdi dir="ltr">{email}</bdi>
      </Text>
    </Stack>
  );
}
