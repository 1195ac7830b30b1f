// What a receiver's format wants to know beside its name. An option that the console has no words for is told in the server's.
import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Dialect } from '../../../api/types.ts';
import { useWebhookForm } from './context.ts';

type Option = Dialect['options'][number];

export function DialectOptions({ options }: { readonly options: readonly Option[] }) {
  if (options.length === 0) return null;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {options.map((option) => (
        <Field key={option.name} option={option} />
      ))}
    </SimpleGrid>
  );
}

function Field({ option: { name, meaning, required, values } }: { readonly option: Option }) {
  const { t, i18n } = useTranslation();
  const form = useWebhookForm();
  const say = (part: 'option' | 'optionHint', otherwise: string) => {
    const key = `form.${part}.${name}`;
    return i18n.exists(key) ? String(t(key as never)) : otherwise;
  };
  const shared = {
    label: say('option', name),
    description: say('optionHint', meaning),
    required,
    ...form.getInputProps(`payload.options.${name}`),
    value: form.values.payload.options[name] ?? '',
  };
  if (values === null) return <TextInput dir="ltr" {...shared} />;
  return (
    <Select
      data={values}
      clearable={!required}
      {...shared}
      value={shared.value || null}
      onChange={(value) => form.setFieldValue(`payload.options.${name}`, value ?? '')}
    />
  );
}
