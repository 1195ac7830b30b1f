// Couples a webhook that was just saved with the templates that were chosen for it. It is saved whatever becomes of this: a
// failure is told, and can be mended in the form or in the directory.
import { useQueryClient } from '@tanstack/react-query';
import { coupleTemplates } from '../../../api/directory.ts';
import { useOrganizationOf, usePlace } from '../../../place.ts';
import { useNotifyProblem } from '../../../ui/notify-problem.ts';
import type { WebhookValues } from '../form-values.ts';

export function useCouple() {
  const orgId = useOrganizationOf(usePlace().appId)?.id ?? null;
  const queryClient = useQueryClient();
  const notifyProblem = useNotifyProblem();
  return async (webhookId: string, { firing, coupled }: WebhookValues): Promise<void> => {
    if (firing !== 'explicit' || coupled === null || orgId === null) return;
    await coupleTemplates(orgId, webhookId, coupled).catch(notifyProblem);
    await queryClient.invalidateQueries({ queryKey: ['directory', orgId, 'templates'] });
  };
}
