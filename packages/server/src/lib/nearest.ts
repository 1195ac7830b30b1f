// "Did you mean": which of many names somebody may have meant to write. A courtesy, so it must never cost much.

/** Longer input is nobody's typing error; the limit keeps the comparison cheap. */
const comparedCharactersMax = 64;
/** Steps of comparison after which no further names are looked at: some 10 ms. */
const stepsMax = 4_000_000;

interface Candidate {
  readonly name: string;
  readonly distance: number;
}

/** Up to `n` names close enough to what was written to be suggested, ignoring case, the closest first. */
export function nearest(names: Iterable<string>, text: string, n: number): string[] {
  const written = text.trim().slice(0, comparedCharactersMax).toLowerCase();
  const near: Candidate[] = [];
  let steps = 0;
  for (const name of names) {
    const most = name.length / 2;
    if (Math.abs(written.length - name.length) > most) continue;
    steps += written.length * name.length;
    if (steps > stepsMax) break;
    const distance = editDistance(written, name.toLowerCase());
    if (distance <= most) near.push({ name, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, n)
    .map(({ name }) => name);
}

/** Levenshtein's: how many letters must be put in, taken out or exchanged to get from one text to the other. */
function editDistance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 0; row < from.length; row += 1) {
    const current = [row + 1];
    for (let at = 1; at <= to.length; at += 1) {
      const exchanged = (above[at - 1] ?? 0) + (from[row] === to[at - 1] ? 0 : 1);
      current.push(Math.min(exchanged, (above[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[to.length] ?? 0;
}
