// Saving a webhook, and putting what the server finds wrong at its fields.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { usePlace } from '../../../place.ts';
import { type PlacedProblem, placeProblems } from '../../../ui/form-problems.ts';
import { asProblem, useProblemText } from '../../../ui/problem.tsx';
import { fieldsOf, renamed } from '../form-fields.ts';
import type { WebhookValues } from '../form-values.ts';

export function useSave<T>(
  save: (values: WebhookValues) => Promise<T>,
  setErrors: (errors: Record<string, string>) => void,
  onSaved: (answer: T) => void,
) {
  const place = usePlace();
  const queryClient = useQueryClient();
  const textOf = useProblemText();
  const mutation = useMutation({
    mutationFn: save,
    onSuccess: async (answer) => {
      onSaved(answer);
      await queryClient.invalidateQueries({ queryKey: ['webhooks', place] });
    },
    onError: (error, values) => {
      const named = placed(error, values).flatMap((problem) =>
        problem.field === null ? [] : [[problem.field, textOf(problem).message] as const],
      );
      setErrors(Object.fromEntries(named));
    },
  });
  const { error, variables, isPending, mutate } = mutation;
  return { error, problems: error && variables ? placed(error, variables) : [], isPending, submit: mutate };
}

const placed = (error: unknown, values: WebhookValues): readonly PlacedProblem[] =>
  placeProblems(asProblem(error), fieldsOf(values), renamed);
