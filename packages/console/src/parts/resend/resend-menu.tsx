// The further ways to send a delivery again: its event to another webhook, and with other content.
import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconArrowRight, IconChevronDown, IconEdit } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadEvent } from '../../api/events.ts';
import type { Delivery } from '../../api/types.ts';
import { usePlace } from '../../place.ts';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { EditedDialog } from './edited-dialog.tsx';
import { ElsewhereDialog } from './elsewhere-dialog.tsx';

interface ResendMenuProps {
  readonly event: ReadEvent;
  readonly delivery: Delivery;
  /** A delivery was made, or sent again. */
  readonly onSent: (deliveryId: string) => void;
}

export function ResendMenu({ event, delivery, onSent }: ResendMenuProps) {
  const { t } = useTranslation();
  const inEnvironment = useInEnvironment();
  const { env } = usePlace();
  const [opened, setOpened] = useState<'elsewhere' | 'edited' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpened(null);
    // After the dialog has let go of the focus.
    setTimeout(() => button.current?.focus(), 0);
  };
  const item = { size: 16, 'aria-hidden': true } as const;
  return (
    <>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <ActionIcon ref={button} variant="default" size={30} aria-label={t('resend.more')}>
            <IconChevronDown size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArrowRight {...item} className="mirrored" />}
            onClick={() => setOpened('elsewhere')}
          >
            {inEnvironment(t('resend.elsewhere.action'))}…
          </Menu.Item>
          {env === 'PRODUCTION' ? (
            <Menu.Item leftSection={<IconEdit {...item} />} aria-disabled closeMenuOnClick={false} c="dimmed">
              {t('resend.edited.action')}
              <Text size="xs" component="div">
                {t('resend.edited.notInProduction')}
              </Text>
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconEdit {...item} />} onClick={() => setOpened('edited')}>
              {t('resend.edited.action')}…
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {opened === 'elsewhere' && (
        <ElsewhereDialog event={event} delivery={delivery} onSent={onSent} onClose={close} />
      )}
      {opened === 'edited' && <EditedDialog event={event} delivery={delivery} onClose={close} />}
    </>
  );
}
