// The present, for components that show how long ago something was: one timer for all of them.
import { useSyncExternalStore } from 'react';
import { now } from './now.ts';

const tickMs = 5_000;
let present = now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

function tick(): void {
  present = now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    present = now();
    timer = setInterval(tick, tickMs);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== null) clearInterval(timer);
  };
}

export const useNow = (): number => useSyncExternalStore(subscribe, () => present);
