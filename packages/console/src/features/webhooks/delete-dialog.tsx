// Deleting takes two steps: what is lost, then the name typed.
import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statisticsByWebhookOptions, statisticsSpans } from '../../api/statistics.ts';
import type { Webhook } from '../../api/types.ts';
import { deleteWebhook } from '../../api/webhooks.ts';
import { useFormat } from '../../i18n/use-format.ts';
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
            <List.Item>
              <Waiting webhookId={webhook.id} />
            </List.Item>
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

/** How many deliveries are cancelled with it, as soon as that is known. */
function Waiting({ webhookId }: { readonly webhookId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const place = usePlace();
  const { data } = useQuery(
    statisticsByWebhookOptions(place, statisticsSpans['24h'], { webhookIds: [webhookId] }),
  );
  const waiting = data?.groups?.[0]?.waiting;
  if (!waiting) return t('webhooks.delete.pending');
  const number = (count: number) => `${format.number(count)}${waiting.isAtLeast ? '+' : ''}`;
  return t('fares.cancelled', { pending: number(waiting.pending), held: number(waiting.held) });
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
