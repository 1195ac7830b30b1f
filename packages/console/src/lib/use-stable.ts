// A function that stays the same for as long as its component lives, and does what the last render said: what it is handed to
// need not be drawn again for it.
import { useRef, useState } from 'react';

export function useStable<Given extends readonly unknown[], Answer>(
  act: (...given: Given) => Answer,
): (...given: Given) => Answer {
  const present = useRef(act);
  present.current = act;
  return useState(
    () =>
      (...given: Given) =>
        present.current(...given),
  )[0];
}
