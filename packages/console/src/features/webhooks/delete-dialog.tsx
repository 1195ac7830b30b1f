// Deleting takes two steps: what is lost, then the name typed.
import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../api/types.ts';
import { deleteWebhook } from '../../api/webhooks.ts';
import { usePlace } from '../../place.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { notify } from '../../ui/notify.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWebhookChange } from './use-changes.ts';

interface DialogProps {
  readonly webhook: Webhook;
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

export default function DeleteDialog({ webhook, onClose, onDone }: DialogProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<1 | 2>(1);
  return (
    <Dialog opened onClose={onClose} title={t('webhooks.delete.title', { name: webhook.name })}>
      {step === 1 ? (
        <Stack>
          <Text>{t('webhooks.delete.lead')}</Text>
          <List withPadding spacing={4}>
            <List.Item>{t('webhooks.delete.settings')}</List.Item>
            <List.Item>{t('webhooks.delete.pending')}</List.Item>
            <List.Item>{t('webhooks.delete.history')}</List.Item>
          </List>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button color="red" variant="light" onClick={() => setStep(2)}>
              {t('webhooks.delete.next')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <TypeTheName webhook={webhook} onClose={onClose} onDone={onDone} />
      )}
    </Dialog>
  );
}

function TypeTheName({ webhook, onClose, onDone }: DialogProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const label = useInEnvironment();
  const [typed, setTyped] = useState('');
  const remove = useWebhookChange(
    (name: string) => deleteWebhook(place, webhook.id, name),
    () => {
      notify(t('webhooks.deleted', { name: webhook.name }));
      onClose();
      onDone?.();
    },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === webhook.name) remove.mutate(typed);
      }}
    >
      <Stack>
        <TextInput
          label={t('webhooks.delete.typeName', { name: webhook.name })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        {remove.error !== null && <Problem error={remove.error} urgent />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" color="red" disabled={typed !== webhook.name} loading={remove.isPending}>
            {label(t('webhooks.action.deleteForGood'))}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
