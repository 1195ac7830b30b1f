// Where somebody has put the first steps away: remembered in this browser, by environment and by who it is.
import { useState } from 'react';
import type { Place } from '../../api/types.ts';
import { readStored, writeStored } from '../../lib/stored.ts';

const namesMax = 50;
const stored = () => (readStored('signpost.start') ?? '').split(' ').filter(Boolean);

/** @param who their id; undefined: a key */
export function useDismissed({ appId, env }: Place, who: string | undefined) {
  const name = `${who ?? 'key'}/${appId}/${env}`;
  const [names, setNames] = useState(stored);
  const set = (next: readonly string[]) => {
    const kept = next.slice(-namesMax);
    setNames(kept as string[]);
    writeStored('signpost.start', kept.join(' '));
  };
  return {
    isDismissed: names.includes(name),
    dismiss: () => set([...names.filter((other) => other !== name), name]),
    bringBack: () => set(names.filter((other) => other !== name)),
  };
}
