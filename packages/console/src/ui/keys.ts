// Single keys that do something on a page. They never fire where text is entered, nor behind a dialog; and they can be turned
// off, for whoever speaks to the computer or presses keys by accident (WCAG 2.1.4).
import { useEffect, useRef } from 'react';
import { readStored } from '../lib/stored.ts';

const on = readStored('signpost.keys') !== 'off';

const fields =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=combobox], [role=menu], [role=listbox]';
/** Things that arrows move within. */
const arrowed = '[type=radio], [role=tablist], [role=slider], pre';

function isForPage({ key, target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || ctrlKey || metaKey || altKey) return false;
  if (!(target instanceof Element)) return true;
  return target.closest(fields) === null && !(key.startsWith('Arrow') && target.closest(arrowed) !== null);
}

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
      if (!act || !on || !isForPage(event)) return;
      const dialogs = document.querySelectorAll('[role=dialog]').length;
      if (inDialog ? dialogs !== 1 : dialogs !== 0) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [inDialog]);
}
