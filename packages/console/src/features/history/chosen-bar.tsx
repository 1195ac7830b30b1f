// What can be done with the rows that are chosen.
import { Button, Group, Paper, Text } from '@mantine/core';
import { IconCopy, IconRefresh, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { resendDelivery } from '../../api/events.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { Delivery } from '../../api/types.ts';
import { copyText } from '../../lib/copy-text.ts';
import { usePlace } from '../../place.ts';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { notify } from '../../ui/notify.ts';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import classes from './chosen-bar.module.css';

interface ChosenBarProps {
  readonly chosen: readonly Delivery[];
  readonly onDone: () => void;
}

export function ChosenBar({ chosen, onDone }: ChosenBarProps) {
  const { t } = useTranslation();
  const inEnvironment = useInEnvironment();
  const resend = useResendAll(onDone);
  const copy = async () => {
    const done = await copyText(chosen.map(({ eventId }) => eventId).join('\n'));
    notify(t(done ? 'common.copied' : 'common.copyFailed'));
  };
  if (chosen.length === 0) return null;
  const icon = { size: 16, 'aria-hidden': true } as const;
  return (
    <Paper
      withBorder
      shadow="md"
      p="sm"
      className={classes['bar']}
      role="region"
      aria-label={t('history.chosenLabel')}
    >
      <Group gap="sm">
        <Text fw={600} size="sm" role="status">
          {t('history.chosen', { count: chosen.length })}
        </Text>
        <Button
          size="xs"
          leftSection={<IconRefresh {...icon} />}
          loading={resend.isPending}
          onClick={() => resend.mutate(chosen)}
        >
          {inEnvironment(t('delivery.resend'))}
        </Button>
        <Button size="xs" variant="default" leftSection={<IconCopy {...icon} />} onClick={() => void copy()}>
          {t('history.copyIds')}
        </Button>
        <Button size="xs" variant="subtle" leftSection={<IconX {...icon} />} onClick={onDone}>
          {t('history.chooseNone')}
        </Button>
      </Group>
    </Paper>
  );
}

/** One after the other; what cannot be sent does not keep the others back. */
function useResendAll(onDone: () => void) {
  const { t } = useTranslation();
  const place = usePlace();
  const queryClient = useQueryClient();
  const notifyProblem = useNotifyProblem();
  return useMutation({
    mutationFn: async (deliveries: readonly Delivery[]) => {
      const refused: ApiProblem[] = [];
      for (const { id } of deliveries) {
        await resendDelivery(place, id).catch((error: unknown) => {
          if (!(error instanceof ApiProblem) || error.status !== 409) throw error;
          refused.push(error);
        });
      }
      return { sent: deliveries.length - refused.length, refused };
    },
    onError: notifyProblem,
    onSuccess: ({ sent, refused }) => {
      notify(t('history.resent', { count: sent }));
      if (refused[0]) notifyProblem(refused[0]);
      onDone();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['deliveries', place] }),
  });
}
