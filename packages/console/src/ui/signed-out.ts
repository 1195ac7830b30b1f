// Whether whoever is here has to sign in again before what is unsaved on the page can be saved.
import { useSyncExternalStore } from 'react';

let asked = false;
const listeners = new Set<() => void>();

function set(value: boolean): void {
  asked = value;
  for (const listener of listeners) listener();
}

export const askToSignInAgain = (): void => set(true);
export const signedInAgain = (): void => set(false);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useAskedToSignIn = (): boolean => useSyncExternalStore(subscribe, () => asked);
