// A state as icon, word and colour together: none of the three has to be seen for the others to be understood.
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleOff,
  IconCircleX,
  IconClock,
  IconPlayerPause,
  IconRefresh,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Delivery, Webhook } from '../api/types.ts';
import classes from './status.module.css';

type Tone = 'good' | 'bad' | 'warn' | 'calm' | 'idle';

interface PillProps {
  readonly tone: Tone;
  readonly icon: typeof IconClock;
  readonly label: string;
}

export function Pill({ tone, icon: Icon, label }: PillProps) {
  return (
    <span className={classes['pill']} data-tone={tone}>
      <Icon size={15} stroke={2} aria-hidden />
      {label}
    </span>
  );
}

export type DeliveryShown = 'succeeded' | 'failed' | 'retrying' | 'pending' | 'held' | 'cancelled';

/** A delivery that failed before and will be tried again is not the same as one that waits for its first attempt. */
function deliveryShown({ status, attempts }: Pick<Delivery, 'status' | 'attempts'>): DeliveryShown {
  return status === 'pending' && attempts > 0 ? 'retrying' : status;
}

const deliveryLooks: Readonly<Record<DeliveryShown, Pick<PillProps, 'tone' | 'icon'>>> = {
  succeeded: { tone: 'good', icon: IconCircleCheck },
  failed: { tone: 'bad', icon: IconCircleX },
  retrying: { tone: 'warn', icon: IconRefresh },
  pending: { tone: 'calm', icon: IconClock },
  held: { tone: 'idle', icon: IconPlayerPause },
  cancelled: { tone: 'idle', icon: IconCircleOff },
};

export function DeliveryStatus({ delivery }: { readonly delivery: Pick<Delivery, 'status' | 'attempts'> }) {
  const { t } = useTranslation();
  const shown = deliveryShown(delivery);
  return <Pill {...deliveryLooks[shown]} label={t(`delivery.status.${shown}`)} />;
}

export type WebhookShown = 'enabled' | 'failing' | 'disabled' | 'autoDisabled';

function webhookShown({ status, disabledReason, health }: Webhook): WebhookShown {
  if (status === 'disabled')
    return disabledReason === 'manual' || disabledReason === null ? 'disabled' : 'autoDisabled';
  return health.state === 'healthy' ? 'enabled' : 'failing';
}

const webhookLooks: Readonly<Record<WebhookShown, Pick<PillProps, 'tone' | 'icon'>>> = {
  enabled: { tone: 'good', icon: IconCircleCheck },
  failing: { tone: 'bad', icon: IconAlertTriangle },
  disabled: { tone: 'idle', icon: IconCircleDashed },
  autoDisabled: { tone: 'warn', icon: IconCircleOff },
};

export function WebhookStatus({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const shown = webhookShown(webhook);
  return <Pill {...webhookLooks[shown]} label={t(`webhook.status.${shown}`)} />;
}

/** The outcome of one attempt: the HTTP status, or why there is none. */
export function AttemptOutcome({ ok, label }: { readonly ok: boolean; readonly label: string }) {
  return <Pill tone={ok ? 'good' : 'bad'} icon={ok ? IconCircleCheck : IconCircleX} label={label} />;
}

const healthLooks = {
  healthy: { tone: 'good', icon: IconCircleCheck },
  failing: { tone: 'bad', icon: IconAlertTriangle },
  warned: { tone: 'bad', icon: IconAlertTriangle },
  disabled: { tone: 'idle', icon: IconCircleOff },
} as const;

export function HealthPill({ state }: { readonly state: Webhook['health']['state'] }) {
  const { t } = useTranslation();
  return <Pill {...healthLooks[state]} label={t(`alerts.health.states.${state}`)} />;
}
