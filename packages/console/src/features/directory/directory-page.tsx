// The directory of an organization: the names that envelopes and webhooks refer to.
import { ActionIcon, Button, Group, Stack, Tabs, Text, TextInput } from '@mantine/core';
import { IconAddressBook, IconEdit, IconFilterOff, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type DirectoryEntry,
  type DirectoryKind,
  deleteEntry,
  directoryKinds,
  directoryOptions,
} from '../../api/directory.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { May } from '../../parts/may.tsx';
import { directoryRoute } from '../../routes.ts';
import { useChange } from '../../ui/change.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { notify } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Time } from '../../ui/time.tsx';
import { EntryDialog } from './entry-dialog.tsx';

export function DirectoryPage() {
  const { t } = useTranslation();
  const { orgId, kind: wanted } = directoryRoute.useParams();
  const { q = '' } = directoryRoute.useSearch();
  const navigate = useNavigate();
  const kind = directoryKinds.find((known) => known === wanted) ?? 'departments';
  const [adding, setAdding] = useState(false);
  const query = useQuery(directoryOptions(orgId, kind));
  const go = (next: DirectoryKind, search: { q?: string }) =>
    navigate({
      to: '/organizations/$orgId/directory/$kind',
      params: { orgId, kind: next },
      search,
      replace: next === kind,
    });
  const isEmpty = query.data?.length === 0;
  const add = (
    <May access="directory:write">
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
        {t(`directory.add.${kind}`)}
      </Button>
    </May>
  );
  return (
    <Page title={t('directory.title')} lead={t('directory.lead')} actions={!isEmpty && add}>
      <Tabs
        value={kind}
        onChange={(value) => void go(directoryKinds.find((known) => known === value) ?? kind, {})}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('directory.title')} mb="md">
          {directoryKinds.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`directory.kind.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {directoryKinds.map((name) => (
          <Tabs.Panel key={name} value={name}>
            <Loaded query={query}>
              {(entries) =>
                entries.length === 0 ? (
                  <Empty
                    icon={<IconAddressBook size={40} />}
                    title={t(`directory.none.${kind}`)}
                    actions={add}
                  >
                    {t(`directory.hint.${kind}`)}
                  </Empty>
                ) : (
                  <Entries
                    orgId={orgId}
                    kind={kind}
                    entries={entries}
                    q={q}
                    onSearch={(text) => void go(kind, text === '' ? {} : { q: text })}
                  />
                )
              }
            </Loaded>
          </Tabs.Panel>
        ))}
      </Tabs>
      {adding && <EntryDialog orgId={orgId} kind={kind} entry={null} onClose={() => setAdding(false)} />}
    </Page>
  );
}

interface EntriesProps {
  readonly orgId: string;
  readonly kind: DirectoryKind;
  readonly entries: readonly DirectoryEntry[];
  readonly q: string;
  readonly onSearch: (text: string) => void;
}

function Entries({ orgId, kind, entries, q, onSearch }: EntriesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = entries
    .filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()))
    .toSorted((a, b) => a.name.localeCompare(b.name, language));
  const counted: Column<DirectoryEntry> | null =
    kind === 'business-units'
      ? {
          id: 'companies',
          header: t('directory.companies'),
          cell: (entry) => t('directory.companyCount', { count: entry.companies?.length ?? 0 }),
        }
      : kind === 'templates'
        ? {
            id: 'webhooks',
            header: t('directory.coupled'),
            cell: (entry) => t('directory.webhookCount', { count: entry.webhooks?.length ?? 0 }),
          }
        : null;
  const columns: readonly Column<DirectoryEntry>[] = [
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
    ...(counted ? [counted] : []),
    {
      id: 'created',
      header: t('common.created'),
      narrow: true,
      cell: ({ createdAt }) => <Time at={createdAt} />,
    },
    {
      id: 'actions',
      header: t('common.actions'),
      headerHidden: true,
      narrow: true,
      align: 'end',
      cell: (entry) => (
        <May access="directory:write">
          <EntryActions orgId={orgId} kind={kind} entry={entry} />
        </May>
      ),
    },
  ];
  return (
    <Stack gap="md">
      <TextInput
        type="search"
        aria-label={t('directory.search')}
        placeholder={t('directory.search')}
        value={q}
        onChange={(event) => onSearch(event.currentTarget.value)}
        maw={320}
      />
      {shown.length > 0 ? (
        <DataTable
          caption={t(`directory.kind.${kind}`)}
          columns={columns}
          rows={shown}
          idOf={({ id }) => id}
        />
      ) : (
        <Empty icon={<IconFilterOff size={40} />} title={t('common.nothingFound')} />
      )}
    </Stack>
  );
}

interface EntryActionsProps {
  readonly orgId: string;
  readonly kind: DirectoryKind;
  readonly entry: DirectoryEntry;
}

function EntryActions({ orgId, kind, entry }: EntryActionsProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<'edit' | 'delete' | null>(null);
  const close = () => setOpened(null);
  const remove = useChange(
    () => deleteEntry(orgId, kind, entry.id),
    [['directory', orgId, kind]],
    () => {
      notify(t('directory.deleted', { name: entry.name }));
      close();
    },
  );
  const icon = { variant: 'subtle', color: 'gray', size: 'lg' } as const;
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <ActionIcon
        {...icon}
        aria-label={t('directory.editNamed', { name: entry.name })}
        onClick={() => setOpened('edit')}
      >
        <IconEdit size={18} />
      </ActionIcon>
      <ActionIcon
        {...icon}
        aria-label={t('directory.deleteNamed', { name: entry.name })}
        onClick={() => setOpened('delete')}
      >
        <IconTrash size={18} />
      </ActionIcon>
      {opened === 'edit' && <EntryDialog orgId={orgId} kind={kind} entry={entry} onClose={close} />}
      {opened === 'delete' && (
        <Confirm
          title={t('directory.deleteNamed', { name: entry.name })}
          action={t('common.delete')}
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(undefined)}
          onClose={close}
        >
          {t('directory.deleteHint')}
        </Confirm>
      )}
    </Group>
  );
}
