// One delivery is sent again by key: that is asked first.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../api/types.ts';
import { useResend } from '../../parts/resend-button.tsx';
import { useWebhookNames } from '../../parts/webhook-names.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';

interface ResendOneProps {
  readonly delivery: Delivery;
  readonly onClose: () => void;
}

export default function ResendOne({ delivery, onClose }: ResendOneProps) {
  const { t } = useTranslation();
  const inEnvironment = useInEnvironment();
  const { find } = useWebhookNames();
  const resend = useResend();
  const { id, type, webhookId } = delivery;
  return (
    <Confirm
      title={t('history.resendOne')}
      action={inEnvironment(t('delivery.resend'))}
      isSafe
      isPending={resend.isPending}
      error={null}
      onConfirm={() => resend.mutate(id, { onSettled: onClose })}
      onClose={onClose}
    >
      <Text>
        <bdi dir="ltr">{type}</bdi> → <bdi>{find(webhookId)?.name ?? webhookId}</bdi>
      </Text>
    </Confirm>
  );
}
