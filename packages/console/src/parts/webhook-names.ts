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

export function useWebhookNames(): WebhookNames {
  const { data } = useQuery(webhooksOptions(usePlace()));
  const all = data?.webhooks ?? [];
  const byId = new Map(all.map((webhook) => [webhook.id, webhook]));
  return { all, find: (id) => byId.get(id), known: data?.complete ?? false };
}
