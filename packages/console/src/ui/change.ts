// A change through the API, and which reads it makes stale.
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';

export function useChange<I, O>(
  change: (input: I) => Promise<O>,
  stale: readonly QueryKey[],
  onDone: (answer: O) => void,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      onDone(answer);
      await Promise.all(stale.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
  });
}
