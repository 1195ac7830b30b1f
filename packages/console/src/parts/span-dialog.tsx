// A span of time of one's own choice; either end may stay open unless it is said to be closed.
import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import { useTimeStyle } from '../ui/times.ts';
import { MomentField } from './moment-field.tsx';

interface Span {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

interface SpanDialogProps extends Span {
  /** Both ends have to be chosen. */
  readonly isClosed?: boolean;
  readonly onChoose: (span: Span) => void;
  readonly onClose: () => void;
}

export default function SpanDialog({ isClosed = false, onChoose, onClose, ...given }: SpanDialogProps) {
  const { t } = useTranslation();
  const isUtc = useTimeStyle() === 'utc';
  const [{ from, to }, setSpan] = useState<Span>({ from: given.from, to: given.to });
  const isTurned = from !== undefined && to !== undefined && Date.parse(to) <= Date.parse(from);
  const missing = [from, to].filter((end) => end === undefined).length;
  const isOpen = missing > (isClosed ? 0 : 1);
  return (
    <Dialog opened onClose={onClose} title={t('history.custom')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isTurned) onChoose({ from, to });
        }}
      >
        <Stack>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <MomentField
              label={t('history.from')}
              value={from}
              onChange={(value) => setSpan({ from: value, to })}
            />
            <MomentField
              label={t('history.to')}
              value={to}
              onChange={(value) => setSpan({ from, to: value })}
              error={isTurned ? t('history.turned') : undefined}
            />
          </SimpleGrid>
          <Text size="sm" c="dimmed">
            {t(isUtc ? 'history.inUtc' : 'history.inLocal')}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={isTurned || isOpen}>
              {t('history.choose')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
