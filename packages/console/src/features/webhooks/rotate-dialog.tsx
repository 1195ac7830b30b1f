// A new secret: first how long the old one goes on signing, then the new one, shown once.
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../api/types.ts';
import { rotateSecret } from '../../api/webhooks.ts';
import { usePlace } from '../../place.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { Problem } from '../../ui/problem.tsx';
import SecretDialog from './secret-dialog.tsx';
import { useWebhookChange } from './use-changes.ts';

const overlaps = { none: 0, hour: 3600, day: 24 * 3600, week: 7 * 24 * 3600 } as const;
type Overlap = keyof typeof overlaps;

interface DialogProps {
  readonly webhook: Webhook;
  readonly onClose: () => void;
}

export default function RotateDialog({ webhook, onClose }: DialogProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const label = useInEnvironment();
  const [overlap, setOverlap] = useState<Overlap>('day');
  const [made, setMade] = useState<{ secret: string | null; publicKey: string | null } | null>(null);
  const rotate = useWebhookChange(
    () => rotateSecret(place, webhook.id, overlaps[overlap]),
    ({ secret, signing }) => setMade({ secret, publicKey: signing.publicKey }),
  );
  if (made !== null) return <SecretDialog webhook={webhook} {...made} onDone={onClose} />;
  return (
    <Dialog opened onClose={onClose} title={t('webhooks.rotate.title', { name: webhook.name })}>
      <Stack>
        <Text>{t('webhooks.rotate.lead')}</Text>
        <Radio.Group
          label={t('webhooks.rotate.question')}
          value={overlap}
          onChange={(value) => setOverlap(value as Overlap)}
        >
          <Stack gap="xs" mt="xs">
            {(Object.keys(overlaps) as Overlap[]).map((choice) => (
              <Radio key={choice} value={choice} label={t(`webhooks.rotate.overlap.${choice}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {overlap === 'none' && <Text size="sm">{t('webhooks.rotate.noneWarning')}</Text>}
        {rotate.error !== null && <Problem error={rotate.error} urgent />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button loading={rotate.isPending} onClick={() => rotate.mutate(undefined)}>
            {label(t('webhooks.action.rotate'))}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
