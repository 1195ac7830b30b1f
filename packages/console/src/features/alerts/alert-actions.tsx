// What a person can do about an alert, by the state that it is in.
import { Button, Menu } from '@mantine/core';
import { IconBell, IconBellOff, IconCheck, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type AlertAction, actOnAlert } from '../../api/alerts.ts';
import type { AlertDetail } from '../../api/types.ts';
import { now } from '../../lib/now.ts';
import { useMay, usePlace } from '../../place.ts';
import { useChange } from '../../ui/change.ts';
import { notify } from '../../ui/notify.ts';
import { useNotifyProblem } from '../../ui/notify-problem.ts';

const hourMs = 3_600_000;
const times = { hour: hourMs, eight: 8 * hourMs, day: 24 * hourMs, week: 7 * 24 * hourMs } as const;
export const muteTimes = ['hour', 'eight', 'day', 'week'] as const;

/** What is done about an alert, said when it is done. */
export function useAlertAction(alertId: string) {
  const { t } = useTranslation();
  const place = usePlace();
  const notifyProblem = useNotifyProblem();
  const change = useChange(
    (action: AlertAction) => actOnAlert(place, alertId, action).then(() => action.do),
    [
      ['alerts', place],
      ['webhooks', place],
    ],
    (done) => notify(t(`alerts.done.${done}`)),
  );
  const act = (action: AlertAction) => change.mutate(action, { onError: notifyProblem });
  return { act, isPending: change.isPending };
}

export const muted = (name: keyof typeof times): AlertAction => ({
  do: 'mute',
  until: new Date(now() + times[name]).toISOString(),
});

export function AlertActions({ alert }: { readonly alert: AlertDetail }) {
  const { t } = useTranslation();
  const mayWrite = useMay()('webhooks:write');
  const { act, isPending } = useAlertAction(alert.id);
  const shared = { loading: isPending } as const;
  const icon = { size: 16, 'aria-hidden': true } as const;
  if (alert.state === 'resolved' || !mayWrite) return null;
  return (
    <>
      {alert.state === 'open' && (
        <Button
          variant="default"
          leftSection={<IconUserCheck {...icon} />}
          onClick={() => act({ do: 'acknowledge' })}
          {...shared}
        >
          {t('alerts.acknowledge')}
        </Button>
      )}
      {alert.state === 'muted' ? (
        <Button
          variant="default"
          leftSection={<IconBell {...icon} />}
          onClick={() => act({ do: 'unmute' })}
          {...shared}
        >
          {t('alerts.unmute')}
        </Button>
      ) : (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconBellOff {...icon} />} {...shared}>
              {t('alerts.mute')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {muteTimes.map((name) => (
              <Menu.Item key={name} onClick={() => act(muted(name))}>
                {t(`alerts.muteFor.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Button leftSection={<IconCheck {...icon} />} onClick={() => act({ do: 'resolve' })} {...shared}>
        {t('alerts.resolve')}
      </Button>
    </>
  );
}
