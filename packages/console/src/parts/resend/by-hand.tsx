// Who sent an event to a webhook that routing had not chosen.
import { Text } from '@mantine/core';
import { IconHandFinger } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeliveryDetail } from '../../api/types.ts';
import { Time } from '../../ui/time.tsx';

type ByHandProps = NonNullable<DeliveryDetail['byHand']>;

export function ByHand({ at, by }: ByHandProps) {
  const { t } = useTranslation();
  const name = by.name ?? '';
  return (
    <Text size="sm" component="div">
      <IconHandFinger size={16} aria-hidden style={{ verticalAlign: '-3px' }} />{' '}
      {t(`resend.by.${by.kind}`, { name })} · <Time at={at} focusable />
    </Text>
  );
}
