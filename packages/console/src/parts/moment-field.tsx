// A field of date and time, in the zone that times are shown in.
import { TextInput } from '@mantine/core';
import { useTimeStyle } from '../ui/times.ts';
import { fromField, toField } from './moment.ts';

interface MomentFieldProps {
  readonly label: string;
  /** As the API writes it. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly error?: string | undefined;
}

export function MomentField({ label, value, onChange, error }: MomentFieldProps) {
  const style = useTimeStyle();
  return (
    <TextInput
      type="datetime-local"
      label={label}
      value={toField(value, style)}
      onChange={(event) => onChange(fromField(event.currentTarget.value, style))}
      error={error}
    />
  );
}
