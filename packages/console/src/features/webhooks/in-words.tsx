// Which events a webhook wants and whose, as short words with the whole in a tooltip.
import { Group, Stack, Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { scopeOf, wantedTypes } from './wanted.ts';

const shownMax = 9;

export function WantedEvents({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const { types, except } = wantedTypes(webhook);
  const listed = types ?? except;
  const label =
    types === null
      ? t(except.length === 0 ? 'webhooks.events.all' : 'webhooks.events.allExcept', { count: except.length })
      : t('webhooks.events.some', { count: types.length });
  if (listed.length === 0) return <span>{label}</span>;
  return (
    <Tooltip
      label={
        <Stack gap={0} className="ltr">
          {listed.slice(0, shownMax).map((type) => (
            <span key={type}>{type}</span>
          ))}
          {listed.length > shownMax && <span>…</span>}
        </Stack>
      }
    >
      {listed.length === 1 && types !== null ? <bdi dir="ltr">{listed[0]}</bdi> : <span>{label}</span>}
    </Tooltip>
  );
}

export function Scope({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = scopeOf(webhook);
  if (webhook.routing.receives === 'unrouted') return <span>{t('webhooks.scope.unrouted')}</span>;
  if (parts.length === 0)
    return (
      <Text size="sm" c="dimmed" component="span">
        {t('webhooks.scope.open')}
      </Text>
    );
  return (
    <Stack gap={2}>
      {parts.map(({ kind, names }) => (
        <Text key={kind} size="sm" component="span">
          <Text span c="dimmed" size="sm">
            {t(`routing.${kind}`)}:{' '}
          </Text>
          {format.list(names)}
        </Text>
      ))}
    </Stack>
  );
}

export function TriggerSources({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const { triggers } = webhook.routing;
  return (
    <Group gap={4}>
      {triggers.length === 2 ? t('common.any') : t(`routing.triggers.${triggers[0] ?? 'page'}`)}
    </Group>
  );
}
