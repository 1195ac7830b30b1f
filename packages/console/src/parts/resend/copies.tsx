// The copies of an event that were sent as tests.
import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { copiesOptions } from '../../api/tests.ts';
import type { TestSend } from '../../api/types.ts';
import { usePlace } from '../../place.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Time } from '../../ui/time.tsx';
import { TestStatus } from '../test-status.tsx';
import { WebhookLink } from '../webhook-link.tsx';

export function Copies({ eventId }: { readonly eventId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(copiesOptions(usePlace(), eventId));
  if (!data || data.data.length === 0) return null;
  const columns: readonly Column<TestSend>[] = [
    {
      id: 'outcome',
      header: t('delivery.column.status'),
      narrow: true,
      cell: (test) => <TestStatus test={test} />,
    },
    {
      id: 'content',
      header: t('resend.copies.content'),
      isName: true,
      cell: ({ isEdited }) => t(isEdited ? 'resend.copies.edited' : 'resend.copies.asItWas'),
    },
    {
      id: 'webhook',
      header: t('delivery.column.webhook'),
      cell: ({ webhookId }) => webhookId !== null && <WebhookLink id={webhookId} />,
    },
    { id: 'summary', header: t('delivery.column.outcome'), cell: ({ summary }) => <bdi>{summary}</bdi> },
    {
      id: 'at',
      header: t('resend.copies.at'),
      narrow: true,
      cell: ({ createdAt }) => <Time at={createdAt} />,
    },
  ];
  return (
    <Stack gap="xs" mt="md">
      <Title order={2} fz="md">
        {t('resend.copies.title')}
      </Title>
      <DataTable
        caption={t('resend.copies.title')}
        columns={columns}
        rows={data.data}
        idOf={({ id }) => id}
      />
    </Stack>
  );
}
