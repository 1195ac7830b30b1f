// Disabling asks one question: what becomes of the deliveries that wait.
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../api/types.ts';
import { disableWebhook } from '../../api/webhooks.ts';
import { usePlace } from '../../place.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { notify } from '../../ui/notify.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWebhookChange } from './use-changes.ts';

interface DialogProps {
  readonly webhook: Webhook;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

export default function DisableDialog({ webhook, onClose, onDone }: DialogProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const label = useInEnvironment();
  const [pending, setPending] = useState<'hold' | 'skip'>('hold');
  const disable = useWebhookChange(
    () => disableWebhook(place, webhook.id, pending),
    () => {
      notify(t('webhooks.disabled', { name: webhook.name }));
      onClose();
      onDone?.();
    },
  );
  return (
    <Dialog opened onClose={onClose} title={t('webhooks.disable.title', { name: webhook.name })}>
      <Stack>
        <Text>{t('webhooks.disable.lead')}</Text>
        <Radio.Group
          label={t('webhooks.disable.question')}
          value={pending}
          onChange={(value) => setPending(value === 'skip' ? 'skip' : 'hold')}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="hold"
              label={t('webhooks.disable.hold')}
              description={t('webhooks.disable.holdHint')}
            />
            <Radio
              value="skip"
              label={t('webhooks.disable.skip')}
              description={t('webhooks.disable.skipHint')}
            />
          </Stack>
        </Radio.Group>
        {disable.error !== null && <Problem error={disable.error} urgent />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button loading={disable.isPending} onClick={() => disable.mutate(undefined)}>
            {label(t('webhooks.action.disable'))}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
