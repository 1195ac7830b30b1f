// Where somebody has put the first steps away. People find it so in every browser; of a key only this browser remembers it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { homeOptions } from '../../api/home.ts';
import { dismissInMe } from '../../api/me.ts';
import type { Place } from '../../api/types.ts';
import { readStored, writeStored } from '../../lib/stored.ts';
import { useNotifyProblem } from '../../ui/notify-problem.ts';

const namesMax = 50;
const stored = () => (readStored('signpost.start') ?? '').split(' ').filter(Boolean);

export function useDismissed({ appId, env }: Place) {
  const name = `start:${appId}/${env}`;
  const { data: home } = useQuery(homeOptions());
  const queryClient = useQueryClient();
  const [ofKey, setOfKey] = useState(stored);
  const write = useMutation({
    mutationFn: dismissInMe,
    onError: useNotifyProblem(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: homeOptions().queryKey }),
  });
  const person = home?.person;
  const names = write.isPending ? write.variables : (person?.dismissed ?? ofKey);
  const set = (next: readonly string[]) => {
    const kept = next.slice(-namesMax);
    if (person) return write.mutate(kept);
    setOfKey(kept);
    writeStored('signpost.start', kept.join(' '));
  };
  return {
    isDismissed: names.includes(name),
    dismiss: () => set([...names.filter((other) => other !== name), name]),
    bringBack: () => set(names.filter((other) => other !== name)),
  };
}
