// What can be done to a webhook, with what has to be read again afterwards.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { usePlace } from '../../place.ts';

/** @param change does it; what it answers goes to `onDone` */
export function useWebhookChange<I, O>(
  change: (input: I) => Promise<O>,
  onDone: (answer: O) => void,
  onError?: (error: unknown) => void,
) {
  const queryClient = useQueryClient();
  const place = usePlace();
  return useMutation({
    mutationFn: change,
    ...(onError && { onError }),
    onSuccess: async (answer) => {
      onDone(answer);
      await queryClient.invalidateQueries({ queryKey: ['webhooks', place] });
    },
  });
}
