// The event of a delivery to another webhook, whatever its filters say.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle, IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReadEvent, resendDelivery } from '../../api/events.ts';
import type { Delivery, Webhook } from '../../api/types.ts';
import { usePlace } from '../../place.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { notify } from '../../ui/notify.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWebhookNames } from '../webhook-names.ts';
import { WebhookChoice } from './webhook-choice.tsx';

interface ElsewhereDialogProps {
  readonly event: ReadEvent;
  readonly delivery: Delivery;
  readonly onSent: (deliveryId: string) => void;
  readonly onClose: () => void;
}

export function ElsewhereDialog({ event, delivery, onSent, onClose }: ElsewhereDialogProps) {
  const { t } = useTranslation();
  const inEnvironment = useInEnvironment();
  const { all, find } = useWebhookNames();
  const [chosen, setChosen] = useState<string | null>(null);
  const send = useSend(delivery.id, (sent) => {
    notify(t('resend.elsewhere.done', { name: find(sent.webhookId)?.name ?? sent.webhookId }));
    onSent(sent.id);
    onClose();
  });
  const hasIt = event.deliveries.some(({ webhookId }) => webhookId === chosen);
  return (
    <Dialog opened onClose={onClose} title={t('resend.elsewhere.title')} size="lg">
      <Stack>
        <Text size="sm">{t('resend.elsewhere.lead')}</Text>
        <WebhookChoice
          label={t('resend.webhook')}
          description={t('resend.elsewhere.hint')}
          webhooks={all.filter(({ id }) => id !== delivery.webhookId)}
          reasonAgainst={useReasonAgainst()}
          value={chosen}
          onChange={setChosen}
        />
        {hasIt && (
          <Alert color="blue" icon={<IconInfoCircle aria-hidden />}>
            {t('resend.elsewhere.hasIt')}
          </Alert>
        )}
        {send.error && <Problem error={send.error} urgent />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            leftSection={<IconSend size={16} className="mirrored" aria-hidden />}
            disabled={chosen === null}
            loading={send.isPending}
            onClick={() => chosen !== null && send.mutate(chosen)}
          >
            {inEnvironment(t('resend.elsewhere.send'))}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function useReasonAgainst(): (webhook: Webhook) => string | null {
  const { t } = useTranslation();
  return ({ status, kind }) => {
    if (kind === 'callout') return t('resend.elsewhere.callout');
    return status === 'disabled' ? t('resend.elsewhere.disabled') : null;
  };
}

/** The event is read again before anybody is led to its new delivery. */
function useSend(deliveryId: string, onDone: (sent: Delivery) => void) {
  const place = usePlace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (webhookId: string) => resendDelivery(place, deliveryId, webhookId),
    onSuccess: async (sent) => {
      await Promise.all(
        ['events', 'deliveries'].map((read) => queryClient.invalidateQueries({ queryKey: [read, place] })),
      );
      onDone(sent);
    },
  });
}
