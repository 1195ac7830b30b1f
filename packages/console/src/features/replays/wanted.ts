// What somebody wants to send again, as what the API takes: one job for each webhook that was named, or one for all.
import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { beginRecovery, beginResend, previewOptions, type Selection, type Way } from '../../api/replays.ts';
import type { Place, Replay } from '../../api/types.ts';
import { missedWithinOptions } from '../../api/webhooks.ts';
import { usePlace } from '../../place.ts';
import type { replayKinds } from '../../routes.ts';
import { useChange } from '../../ui/change.ts';
import type { Span } from './span.ts';

export interface Wanted {
  readonly what: (typeof replayKinds)[number];
  /** Ids; none: all webhooks. */
  readonly webhooks: readonly string[];
  readonly span: Span;
}

/** @param webhookId null: of all webhooks */
export function selectionOf({ what, span }: Wanted, webhookId: string | null): Selection {
  const status = what === 'all' || what === 'missed' ? undefined : what;
  return { filter: { ...span, status, webhookId: webhookId ?? undefined } };
}

const targetsOf = ({ webhooks }: Wanted): readonly (string | null)[] =>
  webhooks.length === 0 ? [null] : webhooks;

/** How many deliveries in all; null while that is not known, or where it is only known at the end. */
export function useTotal(wanted: Wanted | null): number | null {
  const place = usePlace();
  const isMissed = wanted?.what === 'missed';
  const previews = useQueries({
    queries:
      wanted === null || isMissed
        ? []
        : targetsOf(wanted).map((id) => previewOptions(place, selectionOf(wanted, id))),
  });
  const missed = useQueries({
    queries: isMissed ? wanted.webhooks.map((id) => missedWithinOptions(place, id, wanted.span)) : [],
  });
  const sent = previews.map(({ data, isPlaceholderData }) =>
    // About none: none in what was looked at.
    isPlaceholderData || (data?.total.isEstimate && data.total.count === 0) ? null : data?.total.count,
  );
  const added = missed.map(({ data, isPlaceholderData }) =>
    isPlaceholderData || data?.isAtLeast ? null : data?.count,
  );
  return sumOf([...sent, ...added]);
}

function sumOf(counts: readonly (number | null | undefined)[]): number | null {
  const known = counts.filter((count) => typeof count === 'number');
  if (counts.length === 0 || known.length < counts.length) return null;
  return known.reduce((sum, count) => sum + count, 0);
}

/** Begins them one after the other, and leads to what was begun. */
export function useBegin(wanted: Wanted | null) {
  const place = usePlace();
  const navigate = useNavigate();
  return useChange(
    (way: Way) => (wanted === null ? Promise.resolve([]) : beginAll(place, wanted, way)),
    [
      ['replays', place],
      ['deliveries', place],
    ],
    ([first, second]) =>
      void (first && second === undefined
        ? navigate({ to: '/$appId/$env/replays/$replayId', params: { ...place, replayId: first.id } })
        : navigate({ to: '/$appId/$env/replays', params: place })),
  );
}

async function beginAll(place: Place, wanted: Wanted, way: Way): Promise<readonly Replay[]> {
  const begun: Replay[] = [];
  for (const webhookId of targetsOf(wanted)) {
    begun.push(
      wanted.what === 'missed'
        ? await beginRecovery(place, { webhookId: webhookId ?? '', ...wanted.span, status: ['missed'] }, way)
        : await beginResend(place, selectionOf(wanted, webhookId), way),
    );
  }
  return begun;
}
