// One type of the event catalogue.
import { TextInput } from '@mantine/core';

interface TypeSelectProps {
  readonly label: string;
  readonly description: string;
  readonly value: string | null;
  readonly onChange: (type: string | null) => void;
}

export function TypeSelect({ label, description, value, onChange }: TypeSelectProps) {
  return (
    <TextInput
      label={label}
      description={description}
      placeholder="webhook.test"
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value.trim() || null)}
      dir="ltr"
    />
  );
}
