// A part of a long form, with a heading that can be jumped to.
import { Box, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <Paper
      component="section"
      id={id}
      aria-labelledby={`${id}-title`}
      withBorder
      p={{ base: 'md', sm: 'lg' }}
      bg="var(--signpost-surface)"
      style={{ scrollMarginTop: 80 }}
    >
      <Stack gap="md">
        <Box>
          <Title order={2} fz="lg" id={`${id}-title`}>
            {title}
          </Title>
          {lead && (
            <Text size="sm" c="dimmed" mt={2}>
              {lead}
            </Text>
          )}
        </Box>
        {children}
      </Stack>
    </Paper>
  );
}
