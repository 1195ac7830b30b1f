// What a replay sends again, as the server keeps it, taken apart for people: pure, so that list and page say the same.
import type { Replay } from '../../api/types.ts';

const statuses = ['failed', 'missed', 'cancelled', 'succeeded', 'pending', 'held'] as const;
const severities = ['info', 'warning', 'error'] as const;

export type Selected =
  | { readonly kind: 'ids'; readonly count: number }
  | { readonly kind: 'status'; readonly values: readonly (typeof statuses)[number][] }
  | { readonly kind: 'pending'; readonly retrying: boolean }
  | { readonly kind: 'webhook'; readonly id: string }
  | { readonly kind: 'span'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'reason'; readonly values: readonly string[] }
  | { readonly kind: 'severity'; readonly values: readonly (typeof severities)[number][] }
  | { readonly kind: 'attempts'; readonly least: number }
  | { readonly kind: 'replay' }
  | { readonly kind: 'text'; readonly text: string };

type Raw = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const known = <T extends string>(values: readonly T[], given: unknown): readonly T[] =>
  values.filter((value) => list(given).includes(value));

export function selectedBy({ selection, webhookId }: Pick<Replay, 'selection' | 'webhookId'>) {
  const { ids, filter } = selection as { readonly ids?: unknown; readonly filter?: Raw };
  if (typeof ids === 'number') return [{ kind: 'ids', count: ids }] satisfies readonly Selected[];
  return partsOf({ ...(filter ?? (selection as Raw)), ...(webhookId !== null && { webhookId }) });
}

function partsOf(raw: Raw): readonly Selected[] {
  const parts: Selected[] = [];
  const values = known(statuses, raw['status']);
  const retrying = raw['retrying'];
  if (typeof retrying === 'boolean') parts.push({ kind: 'pending', retrying });
  else if (values.length > 0) parts.push({ kind: 'status', values });
  const webhook = textOf(raw['webhookId']);
  if (webhook !== null) parts.push({ kind: 'webhook', id: webhook });
  const [from, to] = [textOf(raw['from']), textOf(raw['to'])];
  if (from !== null || to !== null) parts.push({ kind: 'span', from, to });
  const reasons = [...list(raw['httpStatus']), ...list(raw['error'])];
  if (reasons.length > 0) parts.push({ kind: 'reason', values: reasons });
  const graves = known(severities, raw['severity']);
  if (graves.length > 0) parts.push({ kind: 'severity', values: graves });
  if (typeof raw['minAttempts'] === 'number') parts.push({ kind: 'attempts', least: raw['minAttempts'] });
  if (textOf(raw['replayId']) !== null) parts.push({ kind: 'replay' });
  for (const name of ['type', 'eventId', 'envelopeId', 'q']) {
    const text = textOf(raw[name]);
    if (text !== null) parts.push({ kind: 'text', text });
  }
  return parts;
}
