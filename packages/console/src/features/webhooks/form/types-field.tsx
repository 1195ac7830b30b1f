// Event types, or whole topics with all types that they will ever have: `signer.*`.
import { TagsInput } from '@mantine/core';
import { useWebhookForm } from './context.ts';

interface TypesFieldProps {
  readonly label: string;
  readonly description: string;
  readonly path: 'events.types' | 'events.except';
}

export function TypesField({ label, description, path }: TypesFieldProps) {
  const form = useWebhookForm();
  return (
    <TagsInput
      label={label}
      description={description}
      splitChars={[',', ' ']}
      acceptValueOnBlur
      dir="ltr"
      {...form.getInputProps(path)}
    />
  );
}
