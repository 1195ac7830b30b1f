// The same about an alert from its row: whoever looks through many of them need not open each.
import { Menu } from '@mantine/core';
import {
  IconBell,
  IconBellOff,
  IconCheck,
  IconListDetails,
  IconRepeat,
  IconSend,
  IconUserCheck,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Alert } from '../../api/types.ts';
import { useMay, usePlace } from '../../place.ts';
import { RowMenu } from '../../ui/row-menu.tsx';
import { muted, muteTimes, useAlertAction } from './alert-actions.tsx';
import { dayBefore } from './day-before.ts';

const icon = { size: 16, 'aria-hidden': true } as const;

export function AlertMenu({ alert }: { readonly alert: Alert }) {
  const { t } = useTranslation();
  const mayWrite = useMay()('webhooks:write');
  const { act, isPending } = useAlertAction(alert.id);
  const isOver = alert.state === 'resolved' || !mayWrite;
  return (
    <RowMenu label={t('alerts.actionsFor', { name: alert.webhookName })} isPending={isPending} width={250}>
      {!isOver && alert.state === 'open' && (
        <Menu.Item leftSection={<IconUserCheck {...icon} />} onClick={() => act({ do: 'acknowledge' })}>
          {t('alerts.acknowledge')}
        </Menu.Item>
      )}
      {!isOver && alert.state === 'muted' && (
        <Menu.Item leftSection={<IconBell {...icon} />} onClick={() => act({ do: 'unmute' })}>
          {t('alerts.unmute')}
        </Menu.Item>
      )}
      {!isOver && (
        <Menu.Item leftSection={<IconCheck {...icon} />} onClick={() => act({ do: 'resolve' })}>
          {t('alerts.resolve')}
        </Menu.Item>
      )}
      {!isOver && <Menu.Divider />}
      <Ways alert={alert} mayWrite={mayWrite} />
      {!isOver && alert.state !== 'muted' && (
        <>
          <Menu.Divider />
          <Menu.Label>{t('alerts.mute')}</Menu.Label>
          {muteTimes.map((name) => (
            <Menu.Item key={name} leftSection={<IconBellOff {...icon} />} onClick={() => act(muted(name))}>
              {t(`alerts.muteFor.${name}`)}
            </Menu.Item>
          ))}
        </>
      )}
    </RowMenu>
  );
}

/** Where else one goes from a problem: what failed, a test, sending it again. */
function Ways({ alert, mayWrite }: { readonly alert: Alert; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const { webhookId, webhookDeleted, failingSince, failedAttempts } = alert;
  const from = dayBefore(failingSince);
  return (
    <>
      <Menu.Item
        leftSection={<IconListDetails {...icon} />}
        onClick={() =>
          void navigate({
            to: '/$appId/$env/events',
            params: place,
            search: { webhook: webhookId, status: 'failed', from },
          })
        }
      >
        {t('alerts.affected')}
      </Menu.Item>
      {!webhookDeleted && (
        <Menu.Item
          leftSection={<IconSend {...icon} className="mirrored" />}
          onClick={() =>
            void navigate({
              to: '/$appId/$env/webhooks/$webhookId',
              params: { ...place, webhookId },
              search: { tab: 'test' },
            })
          }
        >
          {t('alerts.test')}
        </Menu.Item>
      )}
      {!webhookDeleted && mayWrite && failedAttempts > 0 && (
        <Menu.Item
          leftSection={<IconRepeat {...icon} />}
          onClick={() =>
            void navigate({
              to: '/$appId/$env/replays/new',
              params: place,
              search: { what: 'failed', webhooks: webhookId, when: 'custom', from },
            })
          }
        >
          {t('alerts.replay')}
        </Menu.Item>
      )}
    </>
  );
}
