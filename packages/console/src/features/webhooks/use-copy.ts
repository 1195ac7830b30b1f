// Copies webhooks of another environment into that of the page, one after the other. One that is refused stops no other.
import type { EnvironmentName, Webhook } from '../../api/types.ts';
import { duplicateWebhook } from '../../api/webhooks.ts';
import { usePlace } from '../../place.ts';
import { useWebhookChange } from './use-changes.ts';

export type CopyResult =
  | { readonly kind: 'copied'; readonly copy: Awaited<ReturnType<typeof duplicateWebhook>> }
  | { readonly kind: 'refused'; readonly webhook: Webhook; readonly error: unknown };

export function useCopy(from: EnvironmentName) {
  const place = usePlace();
  const copyOne = async (webhook: Webhook): Promise<CopyResult> => {
    try {
      return { kind: 'copied', copy: await duplicateWebhook({ ...place, env: from }, webhook.id, place.env) };
    } catch (error) {
      return { kind: 'refused', webhook, error };
    }
  };
  return useWebhookChange(
    async (webhooks: readonly Webhook[]) => {
      const results: CopyResult[] = [];
      for (const webhook of webhooks) results.push(await copyOne(webhook));
      return results;
    },
    () => undefined,
  );
}
