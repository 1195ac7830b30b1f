// Newer and older pages of a list that is continued by cursor. The way back is the browser's: each page is an address.
import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface PagerProps {
  readonly cursor: string | undefined;
  readonly nextCursor: string | null;
  /** undefined: the newest page. */
  readonly onMove: (cursor: string | undefined) => void;
  readonly shown: number;
}

export function Pager({ cursor, nextCursor, onMove, shown }: PagerProps) {
  const { t } = useTranslation();
  if (cursor === undefined && nextCursor === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('common.rowsShown', { count: shown })}
      </Text>
    );
  }
  return (
    <Group component="nav" aria-label={t('common.pages')} justify="space-between">
      <Text size="sm" c="dimmed">
        {t('common.rowsShown', { count: shown })}
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          disabled={cursor === undefined}
          leftSection={<IconChevronLeft size={16} className="mirrored" aria-hidden />}
          onClick={() => onMove(undefined)}
        >
          {t('common.newest')}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={nextCursor === null}
          rightSection={<IconChevronRight size={16} className="mirrored" aria-hidden />}
          onClick={() => onMove(nextCursor ?? undefined)}
        >
          {t('common.older')}
        </Button>
      </Group>
    </Group>
  );
}
