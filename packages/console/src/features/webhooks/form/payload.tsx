// What requests carry, and in which form: the receiver's format, content type, how much, further fields, renamed fields.
import { Radio, SegmentedControl, Select, SimpleGrid, Stack, TagsInput, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dialectsOptions } from '../../../api/catalogue.ts';
import type { Dialect } from '../../../api/types.ts';
import { Section } from '../../../ui/section.tsx';
import { contentTypeNames, type WebhookValues } from '../form-values.ts';
import { useWebhookForm } from './context.ts';
import { DialectOptions } from './dialect-options.tsx';
import { FieldMapping } from './field-mapping.tsx';

type ContentType = WebhookValues['payload']['contentType'];

export function Payload() {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { data } = useQuery(dialectsOptions());
  const chosen = data?.data.find(({ name }) => name === form.values.payload.dialect) ?? null;
  return (
    <Section id="payload" title={t('webhook.section.payload')} lead={t('form.payload.lead')}>
      <FormatSelect dialects={data?.data ?? []} chosen={chosen} />
      {chosen && <DialectOptions options={chosen.options} />}
      <ContentTypes dialect={chosen} />
      <Radio.Group label={t('form.payload.data')} {...form.getInputProps('payload.data')}>
        <Stack gap="xs" mt="xs">
          {(['everything', 'status'] as const).map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`form.payload.datas.${value}`)}
              description={t(`form.payload.dataHints.${value}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <TagsInput
        label={t('form.payload.extraFields')}
        description={t('form.payload.extraFieldsHint')}
        acceptValueOnBlur
        splitChars={[',']}
        {...form.getInputProps('payload.extraFields')}
      />
      <FieldMapping />
    </Section>
  );
}

interface FormatSelectProps {
  readonly dialects: readonly Dialect[];
  readonly chosen: Dialect | null;
}

function FormatSelect({ dialects, chosen }: FormatSelectProps) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { payload } = form.values;
  const data = chosen
    ? dialects.map(({ name, title }) => ({ value: name, label: title }))
    : [{ value: payload.dialect, label: payload.dialect }];
  return (
    <Stack gap={4}>
      <Select
        label={t('form.payload.dialect')}
        description={t('form.payload.dialectHint')}
        data={data}
        allowDeselect={false}
        {...form.getInputProps('payload.dialect')}
        onChange={(name) => {
          const next = dialects.find((dialect) => dialect.name === name);
          if (next) form.setFieldValue('payload', { ...payload, ...inFormat(next, payload.contentType) });
        }}
      />
      {chosen?.wantsToken && (
        <Text size="sm" c="dimmed">
          {t('form.payload.token')}
        </Text>
      )}
    </Stack>
  );
}

/** Options of the format before it are gone; a content type that it does not speak is too. */
function inFormat({ name, contentTypes: spoken, options }: Dialect, contentType: ContentType) {
  return {
    dialect: name,
    contentType: spoken.includes(contentType) ? contentType : (spoken[0] ?? 'application/json'),
    options: Object.fromEntries(options.map((option) => [option.name, ''])),
  };
}

function ContentTypes({ dialect }: { readonly dialect: Dialect | null }) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { error, ...content } = form.getInputProps('payload.contentType');
  const label = (value: ContentType) => t(`form.payload.contents.${contentTypeNames[value]}`);
  const spoken = dialect?.contentTypes ?? [form.values.payload.contentType];
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Stack gap={4}>
        <Text size="sm" fw={600} id="content-type">
          {t('form.payload.contentType')}
        </Text>
        <SegmentedControl
          aria-labelledby="content-type"
          data={spoken.map((value) => ({ value, label: label(value) }))}
          {...content}
        />
        {error && (
          <Text size="sm" c="var(--mantine-color-error)">
            {error}
          </Text>
        )}
      </Stack>
      <Select
        label={t('form.payload.accept')}
        data={(['application/json', 'application/xml'] as const).map((value) => ({
          value,
          label: label(value),
        }))}
        allowDeselect={false}
        {...form.getInputProps('payload.accept')}
      />
    </SimpleGrid>
  );
}
