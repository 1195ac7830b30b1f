// How a replay is steered: paused, let go on, slower or faster, cancelled; and begun anew with what failed.
import { Button, Text } from '@mantine/core';
import {
  IconGauge,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefreshAlert,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginResend, changePace, isUnfinished, type ReplayStep, steerReplay } from '../../api/replays.ts';
import type { Replay } from '../../api/types.ts';
import { useMay, usePlace } from '../../place.ts';
import { useChange } from '../../ui/change.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { notify } from '../../ui/notify.ts';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { FormDialog, useFieldErrors } from '../../ui/simple-form.tsx';
import { useReplayName } from './in-words.tsx';

interface ReplayActionsProps {
  readonly replay: Replay;
  /** How many of its deliveries failed again. */
  readonly failed: number;
}

const icon = { size: 16, 'aria-hidden': true } as const;

export function ReplayActions({ replay, failed }: ReplayActionsProps) {
  const mayWrite = useMay()('webhooks:write');
  if (!mayWrite) return null;
  if (!isUnfinished(replay)) return failed > 0 && <RetryFailures replay={replay} failed={failed} />;
  return <Steering replay={replay} />;
}

function Steering({ replay }: { readonly replay: Replay }) {
  const { t } = useTranslation();
  const place = usePlace();
  const inEnvironment = useInEnvironment();
  const [asked, setAsked] = useState<'cancel' | 'pace' | null>(null);
  const notifyProblem = useNotifyProblem();
  const step = useChange(
    (wanted: ReplayStep) => steerReplay(place, replay.id, wanted),
    [['replays', place]],
    () => setAsked(null),
  );
  const isRunning = replay.state === 'running';
  return (
    <>
      <Button
        variant="default"
        leftSection={isRunning ? <IconPlayerPause {...icon} /> : <IconPlayerPlay {...icon} />}
        loading={step.isPending}
        onClick={() => step.mutate(isRunning ? 'pause' : 'resume', { onError: notifyProblem })}
      >
        {inEnvironment(t(isRunning ? 'replays.pause' : 'replays.resume'))}
      </Button>
      <Button variant="default" leftSection={<IconGauge {...icon} />} onClick={() => setAsked('pace')}>
        {t('replays.pace')}…
      </Button>
      <Button variant="default" leftSection={<IconPlayerStop {...icon} />} onClick={() => setAsked('cancel')}>
        {t('replays.stop')}…
      </Button>
      {asked === 'pace' && <PaceDialog replay={replay} onClose={() => setAsked(null)} />}
      {asked === 'cancel' && (
        <Confirm
          title={t('replays.stopTitle')}
          action={inEnvironment(t('replays.stop'))}
          isPending={step.isPending}
          error={step.error}
          onConfirm={() => step.mutate('cancel')}
          onClose={() => setAsked(null)}
        >
          {t('replays.stopHint')}
        </Confirm>
      )}
    </>
  );
}

function PaceDialog({ replay, onClose }: { readonly replay: Replay; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const place = usePlace();
  const inEnvironment = useInEnvironment();
  const [typed, setTyped] = useState(String(replay.perSecond));
  const change = useChange(
    (perSecond: number) => changePace(place, replay.id, perSecond),
    [['replays', place]],
    () => {
      notify(t('replays.paceChanged'));
      onClose();
    },
  );
  const errors = useFieldErrors(change.error, ['perSecond']);
  const [isWrong, setWrong] = useState(false);
  return (
    <FormDialog
      title={t('replays.pace')}
      action={inEnvironment(t('common.save'))}
      isPending={change.isPending}
      error={Object.keys(errors).length > 0 ? null : change.error}
      onSubmit={() => {
        const isWhole = /^[1-9]\d*$/.test(typed.trim());
        setWrong(!isWhole);
        if (isWhole) change.mutate(Number(typed));
      }}
      onClose={onClose}
    >
      <NumberField
        label={t('replays.perSecond')}
        description={t('replays.perSecondHint')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={isWrong ? t('replays.perSecondWrong') : errors['perSecond']}
        data-autofocus
      />
    </FormDialog>
  );
}

function RetryFailures({ replay, failed }: ReplayActionsProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const inEnvironment = useInEnvironment();
  const [asked, setAsked] = useState(false);
  const name = useReplayName()(replay);
  const selection = { filter: { replayId: replay.id, status: 'failed' } } as const;
  const retry = useChange(
    () => beginResend(place, selection, { name: null, perSecond: replay.perSecond }),
    [['replays', place]],
    ({ id }) => void navigate({ to: '/$appId/$env/replays/$replayId', params: { ...place, replayId: id } }),
  );
  return (
    <>
      <Button leftSection={<IconRefreshAlert {...icon} />} onClick={() => setAsked(true)}>
        {t('replays.retryFailures', { count: failed })}…
      </Button>
      {asked && (
        <Confirm
          title={t('replays.retryTitle', { name })}
          isSafe
          action={inEnvironment(t('replays.begin'))}
          isPending={retry.isPending}
          error={retry.error}
          onConfirm={() => retry.mutate(undefined)}
          onClose={() => setAsked(false)}
        >
          <Text>{t('replays.retryHint', { count: failed })}</Text>
        </Confirm>
      )}
    </>
  );
}
