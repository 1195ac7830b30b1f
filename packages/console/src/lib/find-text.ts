// Where a text occurs in another, whatever the case.

/** @returns where each begins, one behind the other; of more than `max` the first */
export function findText(text: string, wanted: string, max: number): readonly number[] {
  const found: number[] = [];
  if (wanted === '') return found;
  // Letter by letter: lower case of some is longer, and places would shift.
  const [all, small] = [[...text].map(lower).join(''), [...wanted].map(lower).join('')];
  for (
    let at = all.indexOf(small);
    at !== -1 && found.length < max;
    at = all.indexOf(small, at + small.length)
  )
    found.push(at);
  return found;
}

function lower(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}
