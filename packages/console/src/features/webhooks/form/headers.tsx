// Own headers, as rows. Names that requests have already are named before the server refuses them.
import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../../ui/field-group.tsx';
import { isReserved } from '../reserved-headers.ts';
import { useWebhookForm } from './context.ts';

export function Headers() {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { headers } = form.values.delivery;
  const error = form.errors['delivery.headers'];
  return (
    <FieldGroup label={t('webhook.headers')} hint={t('webhook.headersHint')}>
      {headers.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <Group key={index} gap="xs" align="flex-start" wrap="nowrap">
          <TextInput
            aria-label={t('webhook.headerName', { number: index + 1 })}
            placeholder="X-Team"
            dir="ltr"
            flex={1}
            miw={0}
            {...form.getInputProps(`delivery.headers.${index}.name`)}
            error={isReserved(row.name) && t('form.reservedHeader')}
          />
          <TextInput
            aria-label={t('webhook.headerValue', { number: index + 1 })}
            dir="ltr"
            flex={2}
            miw={0}
            {...form.getInputProps(`delivery.headers.${index}.value`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="input-sm"
            aria-label={t('webhook.removeHeader', { number: index + 1 })}
            onClick={() => form.removeListItem('delivery.headers', index)}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      {error && (
        <Text size="sm" c="var(--mantine-color-error)">
          {error}
        </Text>
      )}
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        data-path="delivery.headers"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => form.insertListItem('delivery.headers', { name: '', value: '' })}
      >
        {t('webhook.addHeader')}
      </Button>
    </FieldGroup>
  );
}
