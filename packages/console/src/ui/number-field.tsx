// A whole number, or nothing. The text is kept as typed, so that what is no number is seen and can be refused in words.
import { TextInput, type TextInputProps } from '@mantine/core';

export function NumberField(props: TextInputProps) {
  return <TextInput inputMode="numeric" autoComplete="off" dir="ltr" {...props} />;
}
