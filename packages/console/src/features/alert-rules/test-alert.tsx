// A test alert by mail: whom it reached, in the words of the mail server.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendTestAlert } from '../../api/alert-rules.ts';
import type { AlertTest } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useChange } from '../../ui/change.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Section } from '../../ui/section.tsx';
import { useFieldErrors } from '../../ui/simple-form.tsx';
import { Pill } from '../../ui/status.tsx';

export default function TestAlert({ orgId }: { readonly orgId: string }) {
  const { t } = useTranslation();
  const [to, setTo] = useState('');
  const test = useChange(
    () => sendTestAlert(orgId, to.trim()),
    [],
    () => {},
  );
  const errors = useFieldErrors(test.error, ['to']);
  return (
    <Section id="test" title={t('alertRules.test')} lead={t('alertRules.testLead')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          test.mutate(undefined);
        }}
      >
        <Stack>
          <TextInput
            type="email"
            label={t('alertRules.to')}
            description={t('alertRules.toHint')}
            dir="ltr"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            error={errors['to']}
          />
          <Group>
            <Button
              type="submit"
              variant="default"
              loading={test.isPending}
              leftSection={<IconMailForward size={16} aria-hidden className="mirrored" />}
            >
              {t('alertRules.send')}
            </Button>
          </Group>
          {test.error && Object.keys(errors).length === 0 && <Problem error={test.error} urgent />}
          {test.data && !test.isPending && <Result result={test.data} />}
        </Stack>
      </form>
    </Section>
  );
}

function Result({ result: { recipients, data } }: { readonly result: AlertTest }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: readonly Column<AlertTest['data'][number]>[] = [
    {
      id: 'to',
      header: t('alertRules.column.to'),
      isName: true,
      cell: ({ to }) => (
        <bdi dir="ltr" className="break">
          {to}
        </bdi>
      ),
    },
    {
      id: 'sent',
      header: t('delivery.column.status'),
      narrow: true,
      cell: ({ sent }) => (
        <Pill
          tone={sent ? 'good' : 'bad'}
          icon={sent ? IconCircleCheck : IconCircleX}
          label={t(sent ? 'alertRules.sent' : 'alertRules.notSent')}
        />
      ),
    },
    {
      id: 'answer',
      header: t('alertRules.column.answer'),
      cell: ({ answer }) => (
        <Text span size="sm" ff="monospace" dir="ltr" className="break">
          {answer}
        </Text>
      ),
    },
    {
      id: 'duration',
      header: t('alertRules.column.duration'),
      narrow: true,
      align: 'end',
      cell: ({ durationMs }) => format.duration(durationMs),
    },
  ];
  return (
    <Stack gap="xs" role="status">
      {data.length === 0 ? (
        <Text>{t('alertRules.nobody')}</Text>
      ) : (
        <DataTable caption={t('alertRules.result')} columns={columns} rows={data} idOf={({ to }) => to} />
      )}
      {recipients > data.length && (
        <Text size="sm" c="dimmed">
          {t('alertRules.more', { tried: data.length, count: recipients })}
        </Text>
      )}
    </Stack>
  );
}
