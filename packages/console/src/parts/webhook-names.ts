// The names behind webhook ids, wherever deliveries are shown.
import { useQuery } from '@tanstack/react-query';
import type { Webhook } from '../api/types.ts';
import { webhooksOptions } from '../api/webhooks.ts';
import { usePlace } from '../place.ts';

export interface WebhookNames {
  readonly all: readonly Webhook[];
  /** undefined: deleted, or beyond what is listed. */
  find(id: string): Webhook | undefined;
  readonly known: boolean;
}

/** One map for a list, however many rows ask for a name of it. */
const namesOf = new WeakMap<readonly Webhook[], ReadonlyMap<string, Webhook>>();

function mapOf(webhooks: readonly Webhook[]): ReadonlyMap<string, Webhook> {
  const known = namesOf.get(webhooks);
  if (known) return known;
  const names = new Map(webhooks.map((webhook) => [webhook.id, webhook]));
  namesOf.set(webhooks, names);
  return names;
}

const none: readonly Webhook[] = [];

export function useWebhookNames(): WebhookNames {
  const { data } = useQuery(webhooksOptions(usePlace()));
  const all = data?.webhooks ?? none;
  return { all, find: (id) => mapOf(all).get(id), known: data?.complete ?? false };
}
