// Routing: which webhooks an event goes to, and why. A pure function of the event's facts and the environment's webhooks.
// Webhooks are indexed by the type and the filter that they ask for, so that ten thousand of them cost an event little.
import type { RoutableEvent, RoutableWebhook } from './routable.ts';
import { isSpecific, type Miss, misses, selects } from './verdict.ts';

export interface Verdict<W extends RoutableWebhook> {
  readonly webhook: W;
  /** Empty: it gets the event. */
  readonly misses: readonly Miss[];
}

export interface Router<W extends RoutableWebhook> {
  /** The webhooks that get the event, in the order of their creation. */
  match(event: RoutableEvent): readonly W[];
  /** Every webhook, with every rule that keeps the event from it. */
  explain(event: RoutableEvent): readonly Verdict<W>[];
}

export function createRouter<W extends RoutableWebhook>(webhooks: Iterable<W>): Router<W> {
  const all = [...webhooks];
  const order = new Map(all.map((webhook, index) => [webhook, index]));
  const candidates = all.filter(({ status, kind }) => status === 'enabled' && kind === 'notification');
  const byType = new Map<string, TypeIndex<W>>();

  function indexOf(type: string): TypeIndex<W> {
    const known = byType.get(type);
    if (known) return known;
    const index = buildIndex(candidates.filter(({ events }) => selects(events, type)));
    byType.set(type, index);
    return index;
  }

  return {
    match(event) {
      const index = indexOf(event.type);
      const matched = lookUp(index, event).filter((webhook) => misses(event, webhook).length === 0);
      const taken = matched.some((webhook) => webhook.routing.receives === 'matching' && isSpecific(webhook));
      const rest = taken ? [] : index.unrouted.filter((webhook) => misses(event, webhook).length === 0);
      return [...matched, ...rest].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    },
    explain(event) {
      const verdicts = all.map((webhook) => ({ webhook, misses: misses(event, webhook) }));
      const takenBy = verdicts
        .filter(({ webhook, misses: found }) => found.length === 0 && takesFromDefault(webhook))
        .map(({ webhook }) => webhook.id);
      return verdicts.map((verdict) =>
        verdict.webhook.routing.receives === 'unrouted' && takenBy.length > 0
          ? { ...verdict, misses: [...verdict.misses, { rule: 'unrouted', takenBy }] }
          : verdict,
      );
    },
  };
}

const takesFromDefault = (webhook: RoutableWebhook) =>
  webhook.routing.receives === 'matching' && isSpecific(webhook);

/** The webhooks that want one type: each under the values of one of its filters, or among those without any. */
interface TypeIndex<W> {
  readonly byValue: ReadonlyMap<string, readonly W[]>;
  readonly open: readonly W[];
  readonly unrouted: readonly W[];
}

/** The filters by which a webhook can be found, the one that tells most apart first. */
const dimensions = [
  ['f', ({ routing }: RoutableWebhook) => routing.requestFrom, (event: RoutableEvent) => event.requestFrom],
  ['d', ({ routing }: RoutableWebhook) => routing.departments, (event: RoutableEvent) => [event.department]],
  [
    'b',
    ({ routing }: RoutableWebhook) => routing.businessUnits,
    (event: RoutableEvent) => [event.businessUnit],
  ],
  ['t', ({ routing }: RoutableWebhook) => routing.templates, (event: RoutableEvent) => [event.template]],
] as const;

function buildIndex<W extends RoutableWebhook>(webhooks: readonly W[]): TypeIndex<W> {
  const byValue = new Map<string, W[]>();
  const open: W[] = [];
  const add = (key: string, webhook: W) => {
    const entries = byValue.get(key);
    if (entries) entries.push(webhook);
    else byValue.set(key, [webhook]);
  };
  for (const webhook of webhooks.filter(({ routing }) => routing.receives === 'matching')) {
    const keys = keysOf(webhook);
    if (keys.length === 0) open.push(webhook);
    for (const key of keys) add(key, webhook);
  }
  return { byValue, open, unrouted: webhooks.filter(({ routing }) => routing.receives === 'unrouted') };
}

function keysOf(webhook: RoutableWebhook): readonly string[] {
  // Who fires only when told is found by its own id, whatever else it asks for.
  if (webhook.firing === 'explicit') return [`w${webhook.id}`];
  for (const [prefix, wanted] of dimensions) {
    const values = wanted(webhook);
    if (values.length > 0) return [...new Set(values)].map((value) => prefix + value);
  }
  return [];
}

function lookUp<W extends RoutableWebhook>(
  { byValue, open }: TypeIndex<W>,
  event: RoutableEvent,
): readonly W[] {
  if (byValue.size === 0) return open;
  const found = new Set(open);
  const take = (key: string) => {
    for (const webhook of byValue.get(key) ?? []) found.add(webhook);
  };
  for (const [prefix, , given] of dimensions) for (const value of given(event)) take(prefix + value);
  for (const id of [...event.integrations, ...event.coupled]) take(`w${id}`);
  return [...found];
}
