// A replay in words: where it stands, and what it sends again.
import { IconCircleCheck, IconCircleOff, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Replay, ReplayState } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useReasonText } from '../../parts/outcome.tsx';
import { useWebhookNames } from '../../parts/webhook-names.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Pill } from '../../ui/status.tsx';
import { useTimeStyle } from '../../ui/times.ts';
import { type Selected, selectedBy } from './selected.ts';

const looks = {
  running: { tone: 'calm', icon: IconPlayerPlay },
  paused: { tone: 'warn', icon: IconPlayerPause },
  done: { tone: 'good', icon: IconCircleCheck },
  cancelled: { tone: 'idle', icon: IconCircleOff },
} as const;

export function ReplayStatePill({ state }: { readonly state: ReplayState }) {
  const { t } = useTranslation();
  return <Pill {...looks[state]} label={t(`replays.state.${state}`)} />;
}

/** The name that it was given, else what it is. */
export function useReplayName(): (replay: Pick<Replay, 'name' | 'kind'>) => string {
  const { t } = useTranslation();
  return ({ name, kind }) => name ?? t(`replays.kind.${kind}`);
}

export function useSelectionWords(): (replay: Pick<Replay, 'selection' | 'webhookId'>) => readonly string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReasonText();
  const { find } = useWebhookNames();
  const zone = useTimeStyle() === 'utc' ? 'utc' : 'local';
  const words = (part: Selected): string => {
    switch (part.kind) {
      case 'ids':
        return t('replays.selected.ids', { count: part.count });
      case 'status':
        return format.list(part.values.map((value) => t(`replays.what.${value}`)));
      case 'pending':
        return t(part.retrying ? 'delivery.status.retrying' : 'delivery.status.pending');
      case 'webhook':
        return find(part.id)?.name ?? part.id;
      case 'span':
        return spanWords(part);
      case 'reason':
        return format.list(part.values.map(reason));
      case 'severity':
        return format.list(part.values.map((value) => t(`event.severity.${value}`)));
      case 'attempts':
        return t('replays.selected.attempts', { count: part.least });
      case 'replay':
        return t('replays.selected.replay');
      case 'text':
        return part.text;
    }
  };
  const moment = (at: string) => format.absolute(Date.parse(at), zone);
  const spanWords = ({ from, to }: Extract<Selected, { kind: 'span' }>) => {
    if (from !== null && to !== null) return t('history.span', { from: moment(from), to: moment(to) });
    return from !== null
      ? t('history.since', { from: moment(from) })
      : t('history.until', { to: moment(to ?? '') });
  };
  return (replay) => selectedBy(replay).map(words);
}

/** "12 of 40": of what it found, or about; of what is only known at its end, how many so far. */
export function useProgressWords(): (replay: Replay) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ done, skipped, total, totalIsEstimate, state }) => {
    const sent = format.number(done + skipped);
    if (total === null || state === 'done') return sent;
    const all = format.number(total);
    return t('replays.of', {
      sent,
      all: totalIsEstimate ? t('history.about', { count: all as never }) : all,
    });
  };
}

export function ReplayProgress({ replay }: { readonly replay: Replay }) {
  const { t } = useTranslation();
  const words = useProgressWords();
  const { done, skipped, progress } = replay;
  const gone = done + skipped;
  const share = (count: number) => (gone === 0 ? 0 : (count / gone) * progress);
  return (
    <ProgressBar
      label={t('replays.progress')}
      value={words(replay)}
      parts={[
        { tone: replay.state === 'done' ? 'good' : 'calm', share: share(done) },
        { tone: 'idle', share: share(skipped) },
      ]}
    />
  );
}
