// Fields that belong together, under one name.
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface FieldGroupProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

export function FieldGroup({ label, hint, children }: FieldGroupProps) {
  return (
    <Stack gap="xs" component="fieldset" bd={0} p={0} m={0} miw={0}>
      <Text component="legend" size="sm" fw={600} p={0}>
        {label}
      </Text>
      {hint && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      {children}
    </Stack>
  );
}
