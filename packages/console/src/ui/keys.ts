// Single keys that do something on a page. They never fire where text is entered, nor behind a dialog; and they can be turned
// off, for whoever speaks to the computer or presses keys by accident (WCAG 2.1.4).
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { now } from '../lib/now.ts';
import { readStored, writeStored } from '../lib/stored.ts';

let on = readStored('signpost.keys') !== 'off';
const listeners = new Set<() => void>();

export function turnKeys(wanted: boolean): void {
  on = wanted;
  writeStored('signpost.keys', wanted ? 'on' : 'off');
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useKeysOn = (): boolean => useSyncExternalStore(subscribe, () => on);

const fields =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=combobox], [role=menu], [role=listbox]';
/** Things that arrows move within. */
const arrowed = '[type=radio], [role=tablist], [role=slider], pre';

function isForPage({ key, target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || ctrlKey || metaKey || altKey) return false;
  if (!(target instanceof Element)) return true;
  return target.closest(fields) === null && !(key.startsWith('Arrow') && target.closest(arrowed) !== null);
}

/** Until when the key after a first one is awaited. */
let armedUntil = 0;
const patienceMs = 1_500;

export type Keys = Readonly<Record<string, (() => void) | undefined>>;

interface Where {
  /** Within a dialog; else only while none is open. */
  readonly inDialog?: boolean;
}

/** @param keys by what `KeyboardEvent.key` calls them; Enter and Escape are the browser's own */
export function useKeys(keys: Keys, { inDialog = false }: Where = {}): void {
  const present = useRef(keys);
  present.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = present.current[event.key];
      if (!act || !on || now() < armedUntil || !isForPage(event) || dialogsOpen() !== (inDialog ? 1 : 0))
        return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [inDialog]);
}

const dialogsOpen = () => document.querySelectorAll('[role=dialog]').length;

/** Two keys, one after the other: `g` then `w`. While the second is awaited no other key does anything. */
export function useKeysAfter(first: string, keys: Keys): void {
  const present = useRef(keys);
  present.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!on || !isForPage(event) || dialogsOpen() > 0) return;
      if (now() < armedUntil) {
        armedUntil = 0;
        event.preventDefault();
        present.current[event.key]?.();
      } else if (event.key === first) {
        armedUntil = now() + patienceMs;
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [first]);
}
