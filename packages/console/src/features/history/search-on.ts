// A search whose answers hold too few rows, gone on with: asks again and again from where the last answer ended, until a page is
// full, nothing is left, it has gone on long enough, or it is stopped.
import type { Delivery } from '../../api/types.ts';

/** One answer: what was found, how far it looked, and where the next begins (null: nothing is left). */
export interface Found {
  readonly data: readonly Delivery[];
  readonly nextCursor: string | null;
  readonly searchedTo: string | null;
}

export interface SearchOn {
  readonly from: Pick<Found, 'nextCursor' | 'searchedTo'>;
  /** Rows that the page still has room for. */
  readonly missing: number;
  readonly ask: (cursor: string, limit: number) => Promise<Found>;
  readonly now: () => number;
  /** Told after every answer, with all that was found since it began. */
  readonly onAnswer: (all: Found) => void;
  readonly signal: AbortSignal;
}

/** Each answer takes up to some 150 ms of the database: a search that nobody waits for any more ends by itself. */
export const answersMax = 20;
export const searchMsMax = 10_000;

export async function searchOn({ from, missing, ask, now, onAnswer, signal }: SearchOn): Promise<Found> {
  const begun = now();
  let all: Found = { nextCursor: from.nextCursor, searchedTo: from.searchedTo, data: [] };
  for (let answers = 0; answers < answersMax && now() - begun < searchMsMax; answers++) {
    const { nextCursor, data } = all;
    if (signal.aborted || nextCursor === null || data.length >= missing) break;
    const answer = await ask(nextCursor, missing - data.length);
    // Whoever stopped it has what was there then.
    if (signal.aborted) break;
    all = { ...answer, data: [...data, ...answer.data] };
    onAnswer(all);
  }
  return all;
}
