// The name of the product. On a phone the sign alone.
import { Box, Group, Text } from '@mantine/core';

export function Brand({ always = false }: { readonly always?: boolean }) {
  return (
    <Group gap={8} wrap="nowrap">
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="#3b5bdb" />
        <path d="M15 4h2.5v3H23l3.500 3.500L23 14h-5.500v2h0v11H15V20H9l-3.500-3.500L9 13h6z" fill="#fff" />
      </svg>
      <Box {...(!always && { visibleFrom: 'lg' })}>
        <Text fw={700} fz="lg" lh={1}>
          Signpost
        </Text>
      </Box>
    </Group>
  );
}
