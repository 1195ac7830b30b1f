// The frame of every page: its name in the tab and as heading, the way back up, and what can be done with the whole.
import { Box, Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

interface PageProps {
  readonly title: string;
  /** Beside the title: a status, for example. */
  readonly aside?: ReactNode;
  readonly lead?: ReactNode;
  /** Links to the pages above this one. */
  readonly trail?: readonly ReactNode[];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, aside, lead, trail, actions, children }: PageProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · Signpost`;
  }, [title]);
  return (
    <Stack gap="lg">
      <Stack gap={6}>
        {trail && (
          <Breadcrumbs component="nav" aria-label={t('common.trail')} fz="sm" separatorMargin={6}>
            {trail}
          </Breadcrumbs>
        )}
        <Group justify="space-between" align="flex-start" gap="sm">
          <Box miw={0}>
            <Group gap="sm" align="center">
              <Title order={1} fz={{ base: 22, sm: 26 }} className="break">
                {title}
              </Title>
              {aside}
            </Group>
            {lead && (
              <Text c="dimmed" maw={720} mt={4} component="div">
                {lead}
              </Text>
            )}
          </Box>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
      </Stack>
      {children}
    </Stack>
  );
}
