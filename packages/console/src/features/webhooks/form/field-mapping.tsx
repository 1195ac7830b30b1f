// Which fields of an event are reported under which names: as a table, or as JSON. The preview shows what comes of it.
import { ActionIcon, Button, Group, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../../ui/field-group.tsx';
import { readText, toRows, toText } from '../field-mapping.ts';
import { useWebhookForm } from './context.ts';

const path = 'payload.fieldMapping';

export function FieldMapping() {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { fieldMapping, mappingText } = form.values.payload;
  const read = mappingText === null ? null : readText(mappingText);
  const switchTo = (mode: string) => {
    form.clearFieldError(path);
    if (mode === 'json') form.setFieldValue('payload.mappingText', toText(fieldMapping));
    else if (read?.kind === 'mapping') {
      form.setFieldValue(path, toRows(read.mapping));
      form.setFieldValue('payload.mappingText', null);
    }
  };
  const error = form.errors[path];
  return (
    <FieldGroup label={t('form.mapping.label')} hint={t('form.mapping.hint')}>
      <SegmentedControl
        aria-label={t('form.mapping.as')}
        w="fit-content"
        value={mappingText === null ? 'table' : 'json'}
        onChange={switchTo}
        data={[
          { value: 'table', label: t('form.mapping.table') },
          { value: 'json', label: 'JSON' },
        ]}
        // There is no table of what cannot be read.
        disabled={read !== null && read.kind !== 'mapping'}
      />
      {mappingText === null ? <Rows /> : <AsText text={mappingText} />}
      {error && mappingText === null && (
        <Text size="sm" c="var(--mantine-color-error)">
          {error}
        </Text>
      )}
    </FieldGroup>
  );
}

function Rows() {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const rows = form.values.payload.fieldMapping;
  return (
    <>
      {rows.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <Group key={index} gap="xs" align="flex-start" wrap="nowrap">
          <TextInput
            aria-label={t('form.mapping.from', { number: index + 1 })}
            placeholder="customer.email"
            dir="ltr"
            flex={1}
            miw={0}
            {...form.getInputProps(`${path}.${index}.from`)}
          />
          <TextInput
            aria-label={t('form.mapping.to', { number: index + 1 })}
            placeholder={t('form.mapping.same')}
            dir="ltr"
            flex={1}
            miw={0}
            {...form.getInputProps(`${path}.${index}.to`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="input-sm"
            aria-label={t('form.mapping.remove', { number: index + 1 })}
            onClick={() => form.removeListItem(path, index)}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        data-path={path}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => form.insertListItem(path, { from: '', to: '', was: null })}
      >
        {t('form.mapping.add')}
      </Button>
    </>
  );
}

function AsText({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const read = readText(text);
  const wrong =
    read.kind === 'syntax'
      ? t('form.mapping.syntax', { reason: read.reason })
      : read.kind === 'shape'
        ? t(read.entry === null ? 'form.mapping.noList' : 'form.mapping.wrongEntry', {
            number: (read.entry ?? 0) + 1,
          })
        : null;
  return (
    <Textarea
      aria-label={t('form.mapping.json')}
      description={t('form.mapping.jsonHint')}
      autosize
      minRows={4}
      maxRows={20}
      dir="ltr"
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
      value={text}
      onChange={(event) => {
        form.clearFieldError(path);
        form.setFieldValue('payload.mappingText', event.currentTarget.value);
      }}
      error={wrong ?? form.errors[path]}
      data-path={path}
    />
  );
}
