// One webhook of the environment, found by name or URL. What cannot be chosen says why.
import { Group, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../api/types.ts';
import { WebhookStatus } from '../../ui/status.tsx';

interface WebhookChoiceProps {
  readonly label: string;
  readonly description: string;
  readonly webhooks: readonly Webhook[];
  /** Why it cannot be chosen; null: it can. */
  readonly reasonAgainst: (webhook: Webhook) => string | null;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

/** More are found by their names. */
const shownMax = 50;

export function WebhookChoice({
  label,
  description,
  webhooks,
  reasonAgainst,
  value,
  onChange,
}: WebhookChoiceProps) {
  const { t } = useTranslation();
  const mayBe = (webhook: Webhook) => reasonAgainst(webhook) === null;
  const inOrder = webhooks.toSorted(
    (a, b) => Number(mayBe(b)) - Number(mayBe(a)) || a.name.localeCompare(b.name),
  );
  const byId = new Map(webhooks.map((webhook) => [webhook.id, webhook]));
  const has = (webhook: Webhook | undefined, search: string) =>
    webhook !== undefined && `${webhook.name} ${webhook.url}`.toLowerCase().includes(search);
  return (
    <Select
      label={label}
      description={description}
      placeholder={t('resend.choose')}
      data={inOrder.map((webhook) => ({
        value: webhook.id,
        label: webhook.name,
        disabled: !mayBe(webhook),
      }))}
      value={value}
      onChange={onChange}
      searchable
      limit={shownMax}
      filter={({ options, search, limit }) =>
        options
          .filter((option) => 'value' in option && has(byId.get(option.value), search.trim().toLowerCase()))
          .slice(0, limit)
      }
      nothingFoundMessage={t('resend.nothing')}
      renderOption={({ option }) => {
        const webhook = byId.get(option.value);
        return webhook && <Option webhook={webhook} reason={reasonAgainst(webhook)} />;
      }}
      maxDropdownHeight={280}
      // Why one cannot be chosen is there to be read.
      styles={{ option: { opacity: 1 } }}
    />
  );
}

function Option({ webhook, reason }: { readonly webhook: Webhook; readonly reason: string | null }) {
  return (
    <Stack gap={0} w="100%" miw={0} {...(reason !== null && { c: 'dimmed' })}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600} className="break">
          <bdi>{webhook.name}</bdi>
        </Text>
        <WebhookStatus webhook={webhook} />
      </Group>
      <Text size="xs" className="break">
        {reason ?? <bdi dir="ltr">{webhook.url}</bdi>}
      </Text>
    </Stack>
  );
}
