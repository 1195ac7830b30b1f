// Asks before what was typed is lost.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { watchUnsaved } from '../../../lib/unsaved.ts';
import { Dialog } from '../../../ui/dialog.tsx';

/** @returns the question, while there is one */
export function useLeaveGuard(hasChanges: () => boolean) {
  const { t } = useTranslation();
  const latest = useRef(hasChanges);
  latest.current = hasChanges;
  useEffect(() => watchUnsaved(() => latest.current()), []);
  const blocker = useBlocker({
    shouldBlockFn: hasChanges,
    enableBeforeUnload: hasChanges,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Dialog opened onClose={blocker.reset} title={t('leave.title')}>
      <Stack>
        <Text>{t('leave.hint')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={blocker.reset}>
            {t('leave.stay')}
          </Button>
          <Button color="red" onClick={blocker.proceed}>
            {t('leave.go')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
