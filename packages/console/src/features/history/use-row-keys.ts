// Keys that lead through the rows of the list: the row with the focus is the one that they are about.
import { useKeys } from '../../ui/keys.ts';

interface RowKeys {
  readonly onPage: (id: string) => void;
  readonly onSelect: (id: string) => void;
  readonly onResend: (id: string) => void;
  readonly onTail: () => void;
}

const rowsOf = () => [...document.querySelectorAll<HTMLElement>('#main tbody [data-row]')];
const present = () => document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;

function move(by: 1 | -1): void {
  const rows = rowsOf();
  const row = present();
  const at = row === null ? -1 : rows.indexOf(row);
  const next = at < 0 ? rows.at(by === 1 ? 0 : -1) : rows[at + by];
  next?.querySelector<HTMLElement>('th a')?.focus();
}

export function useRowKeys({ onPage, onSelect, onResend, onTail }: RowKeys): void {
  const about = (act: (id: string) => void) => () => {
    const id = present()?.dataset['row'];
    if (id !== undefined) act(id);
  };
  useKeys({
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    o: about(onPage),
    x: about(onSelect),
    r: about(onResend),
    t: onTail,
    '/': () => document.querySelector<HTMLElement>('#main [role=search] input')?.focus(),
  });
}
