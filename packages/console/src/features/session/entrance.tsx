// The frame of the pages before somebody is signed in: the product's name, language and colours, one card.
import { Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { Brand } from '../../ui/brand.tsx';
import { LanguageMenu, SchemeMenu } from '../../ui/preferences.tsx';

interface EntranceProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  /** Below the card: other ways. */
  readonly below?: ReactNode;
  readonly wide?: boolean;
}

export function Entrance({ title, lead, children, below, wide = false }: EntranceProps) {
  useEffect(() => {
    document.title = `${title} · Signpost`;
  }, [title]);
  return (
    <Center component="main" id="main" mih="100vh" p="md">
      <Stack w="100%" maw={wide ? 560 : 420} gap="lg">
        <Group justify="space-between">
          <Brand always />
          <Group gap={4}>
            <LanguageMenu />
            <SchemeMenu />
          </Group>
        </Group>
        <Paper withBorder p={{ base: 'md', xs: 'xl' }} bg="var(--signpost-surface)" shadow="xs">
          <Stack gap="lg">
            <Stack gap={6}>
              <Title order={1} fz="xl" className="break">
                {title}
              </Title>
              {lead && (
                <Text c="dimmed" size="sm" component="div">
                  {lead}
                </Text>
              )}
            </Stack>
            {children}
          </Stack>
        </Paper>
        {below && (
          <Group justify="center" gap="lg">
            {below}
          </Group>
        )}
      </Stack>
    </Center>
  );
}
