// How a person wants times: how long ago, or the date; in the zone of the browser, or in UTC. Kept in this browser.
import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '../lib/stored.ts';

export const timeStyles = ['relative', 'local', 'utc'] as const;
export type TimeStyle = (typeof timeStyles)[number];

let style: TimeStyle = timeStyles.find((known) => known === readStored('signpost.times')) ?? 'relative';
const listeners = new Set<() => void>();

export function setTimeStyle(wanted: TimeStyle): void {
  style = wanted;
  writeStored('signpost.times', wanted);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTimeStyle = (): TimeStyle => useSyncExternalStore(subscribe, () => style);
