// Entries of the audit log, each with what was before and is since, below it when that is asked for.
import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../api/types.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Time } from '../../ui/time.tsx';
import { Changes } from './changes.tsx';
import { changesOf } from './changes-of.ts';
import { useAuditWords } from './words.ts';

interface AuditTableProps {
  readonly entries: readonly AuditEntry[];
  readonly busy: boolean;
}

export function AuditTable({ entries, busy }: AuditTableProps) {
  const { t } = useTranslation();
  const words = useAuditWords();
  const columns: readonly Column<AuditEntry>[] = [
    { id: 'at', header: t('audit.when'), narrow: true, cell: ({ at }) => <Time at={at} /> },
    {
      id: 'what',
      header: t('audit.what'),
      isName: true,
      cell: (entry) => (
        <Stack gap={0}>
          <Text size="sm" fw={600}>
            {words.action(entry)}
          </Text>
          <Text size="sm" className="break">
            <bdi>{entry.object.name ?? ''}</bdi>
          </Text>
          <Where entry={entry} />
        </Stack>
      ),
    },
    { id: 'who', header: t('audit.who'), cell: (entry) => <Who entry={entry} /> },
    { id: 'changes', header: t('audit.changes'), cell: (entry) => <Details entry={entry} /> },
  ];
  return (
    <DataTable
      caption={t('audit.title')}
      columns={columns}
      rows={entries}
      idOf={({ id }) => id}
      busy={busy}
    />
  );
}

function Where({ entry: { applicationId, environment } }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation();
  if (applicationId === null) return null;
  const known = (['DEVELOPMENT', 'TEST', 'STAGING', 'PRODUCTION'] as const).find(
    (name) => name === environment,
  );
  return (
    <Text size="sm" c="dimmed">
      <bdi dir="ltr">{applicationId}</bdi>
      {known && <> · {t(`environment.name.${known}`)}</>}
    </Text>
  );
}

function Who({ entry: { actor, address } }: { readonly entry: AuditEntry }) {
  const words = useAuditWords();
  return (
    <Stack gap={0}>
      <Text size="sm">
        <bdi>{words.actor(actor)}</bdi>
      </Text>
      {address !== null && (
        <Text size="sm" c="dimmed">
          <bdi dir="ltr">{address}</bdi>
        </Text>
      )}
    </Stack>
  );
}

function Details({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const changes = changesOf(entry.before, entry.after);
  if (changes.length === 0) return <Text c="dimmed">—</Text>;
  return (
    <Stack gap="xs" align="flex-start">
      <Button variant="subtle" size="compact-sm" aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {t(opened ? 'audit.hide' : 'audit.show', { count: changes.length })}
        <VisuallyHidden>{t('audit.showOf', { name: entry.object.name ?? entry.action })}</VisuallyHidden>
      </Button>
      {opened && <Changes changes={changes} />}
      {opened && entry.requestId !== null && (
        <Group gap={4}>
          <Text size="sm" c="dimmed">
            {t('common.requestId')}
          </Text>
          <Mono copyLabel={t('common.copyRequestId')}>{entry.requestId}</Mono>
        </Group>
      )}
    </Stack>
  );
}
