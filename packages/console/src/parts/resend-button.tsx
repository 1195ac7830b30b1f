// Sends a delivery again; where that cannot be, says why instead. Not shown to those who may not.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { resendDelivery } from '../api/events.ts';
import type { Delivery } from '../api/types.ts';
import { usePlace } from '../place.ts';
import { useInEnvironment } from '../ui/in-environment.ts';
import { notify } from '../ui/notify.ts';
import { useNotifyProblem } from '../ui/notify-problem.ts';
import { May } from './may.tsx';
import { useWebhookNames } from './webhook-names.ts';

interface ResendButtonProps {
  readonly delivery: Delivery;
  /** An icon alone, for rows. */
  readonly small?: boolean;
}

export function ResendButton(props: ResendButtonProps) {
  return (
    <May access="webhooks:write">
      <ShownButton {...props} />
    </May>
  );
}

function ShownButton({ delivery, small = false }: ResendButtonProps) {
  const { t } = useTranslation();
  const inEnvironment = useInEnvironment();
  const resend = useResend();
  const reason = useReasonAgainst(delivery);
  const pending = delivery.status === 'pending';
  const action = inEnvironment(t(pending ? 'delivery.retryNow' : 'delivery.resend'));
  const label = reason ?? action;
  const shared = {
    // Stays reachable by keyboard, so that the reason can be read.
    'aria-disabled': reason !== null || undefined,
    ...(reason !== null && { 'data-disabled': true }),
    loading: resend.isPending,
    onClick: () => {
      if (reason === null) resend.mutate(delivery.id);
    },
  };
  return (
    <Tooltip label={label} disabled={!small && reason === null}>
      {small ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`${label}: ${delivery.type}`}
          {...shared}
        >
          <IconRefresh size={18} />
        </ActionIcon>
      ) : (
        <Button variant="default" size="xs" leftSection={<IconRefresh size={16} aria-hidden />} {...shared}>
          {action}
        </Button>
      )}
    </Tooltip>
  );
}

function useReasonAgainst({ webhookId }: Delivery): string | null {
  const { t } = useTranslation();
  const { find, known } = useWebhookNames();
  const webhook = find(webhookId);
  if (!webhook) return known ? t('delivery.noResend.deleted') : null;
  return webhook.status === 'disabled' ? t('delivery.noResend.disabled') : null;
}

/** One delivery, at once. */
export function useResend() {
  const { t } = useTranslation();
  const place = usePlace();
  const queryClient = useQueryClient();
  const notifyProblem = useNotifyProblem();
  return useMutation({
    mutationFn: (id: string) => resendDelivery(place, id),
    onError: notifyProblem,
    onSuccess: async () => {
      notify(t('delivery.resent'));
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['deliveries', place] }),
        queryClient.invalidateQueries({ queryKey: ['events', place] }),
      ]);
    },
  });
}
