// Whether somebody reads the rows of the list: scrolled down to them, chose some, is among them with the focus or the mouse, or
// looks at something that was opened from one. Rows that moved then would be lost, or pressed by mistake.
import { now } from '../../lib/now.ts';

const scrolledPx = 80;
/** A mouse that was left lying does not count for long. */
const movedMs = 3_000;
let movedAt = 0;

export function isReading(): boolean {
  return (
    window.scrollY > scrolledPx ||
    document.activeElement?.closest('#main tbody') != null ||
    document.querySelector('[role=dialog], #main tr[data-selected]') !== null ||
    now() - movedAt < movedMs
  );
}

/** Called when the mouse moves, wherever it does. */
export function noteMove({ target }: MouseEvent): void {
  if (target instanceof Element && target.closest('#main tbody') !== null) movedAt = now();
}
