// A copy of a webhook, here or in another environment. It begins disabled, with a secret of its own.
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EnvironmentName, environments, type Webhook } from '../../api/types.ts';
import { duplicateWebhook } from '../../api/webhooks.ts';
import { usePlace } from '../../place.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { Problem } from '../../ui/problem.tsx';
import SecretDialog from './secret-dialog.tsx';
import { useWebhookChange } from './use-changes.ts';

interface DialogProps {
  readonly webhook: Webhook;
  readonly onClose: () => void;
}

export default function DuplicateDialog({ webhook, onClose }: DialogProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const inEnvironment = useInEnvironment();
  const [env, setEnv] = useState<EnvironmentName>(place.env);
  const [copy, setCopy] = useState<Awaited<ReturnType<typeof duplicateWebhook>> | null>(null);
  const duplicate = useWebhookChange(() => duplicateWebhook(place, webhook.id, env), setCopy);
  if (copy !== null) {
    const open = () =>
      navigate({
        to: '/$appId/$env/webhooks/$webhookId',
        params: { appId: place.appId, env, webhookId: copy.id },
      });
    return (
      <SecretDialog
        webhook={copy}
        secret={copy.secret}
        publicKey={copy.signing.publicKey}
        onDone={() => {
          onClose();
          void open();
        }}
      />
    );
  }
  return (
    <Dialog opened onClose={onClose} title={t('webhooks.duplicate.title', { name: webhook.name })}>
      <Stack>
        <Text>{t('webhooks.duplicate.lead')}</Text>
        {webhook.auth.type !== 'none' && <Text>{t('webhooks.duplicate.noAuth')}</Text>}
        <Select
          label={t('webhooks.duplicate.environment')}
          data={environments.map((value) => ({ value, label: t(`environment.name.${value}`) }))}
          value={env}
          allowDeselect={false}
          onChange={(value) => setEnv(environments.find((name) => name === value) ?? place.env)}
        />
        {duplicate.error !== null && <Problem error={duplicate.error} urgent />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button loading={duplicate.isPending} onClick={() => duplicate.mutate(undefined)}>
            {inEnvironment(t('webhooks.action.duplicate'), env)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
