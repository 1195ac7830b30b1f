import { expect, it } from 'vitest';
import type { Delivery } from '../../api/types.ts';
import { answersMax, type Found, type SearchOn, searchMsMax, searchOn } from './search-on.ts';

/** A history of which each answer looks at so many places, one of them a row wherever `isRow` says so. */
function historyOf(length: number, perAnswer: number, isRow: (at: number) => boolean) {
  const asked: (readonly [string, number])[] = [];
  let ms = 0;
  const ask = async (cursor: string, limit: number): Promise<Found> => {
    asked.push([cursor, limit]);
    ms += 150;
    const begin = Number(cursor);
    const rows: Delivery[] = [];
    let at = begin;
    while (at < length && at < begin + perAnswer && rows.length < limit) {
      if (isRow(at)) rows.push({ id: String(at) } as Delivery);
      at++;
    }
    const isOver = at >= length;
    return { data: rows, nextCursor: isOver ? null : String(at), searchedTo: isOver ? null : `place ${at}` };
  };
  const search = (given: Partial<SearchOn> = {}) =>
    searchOn({
      from: { nextCursor: '0', searchedTo: 'place 0' },
      missing: 5,
      ask,
      now: () => ms,
      onAnswer: () => {},
      signal: new AbortController().signal,
      ...given,
    });
  return { asked, search };
}
const ids = ({ data }: Found) => data.map(({ id }) => Number(id));

it('fills the page and no more, and says where the next one begins', async () => {
  const { asked, search } = historyOf(1_000, 20, (at) => at % 10 === 0);
  const found = await search();
  expect(ids(found)).toEqual([0, 10, 20, 30, 40]);
  expect(found.nextCursor).toBe('41');
  expect(asked.map(([, limit]) => limit)).toEqual([5, 3, 1]);
});

it('ends where nothing is left', async () => {
  const { search } = historyOf(100, 30, (at) => at === 77);
  expect(await search()).toEqual({ data: [{ id: '77' }], nextCursor: null, searchedTo: null });
});

it('ends after so many answers, or so long, and can go on from there', async () => {
  const { asked, search } = historyOf(100_000, 10, (at) => at === 250);
  const found = await search();
  expect(asked).toHaveLength(answersMax);
  expect(found).toEqual({ data: [], nextCursor: '200', searchedTo: 'place 200' });
  const before: Found = { ...found, data: [{ id: 'found before' } as Delivery] };
  expect(ids(await search({ from: before }))).toEqual([250]);
  let ms = 0;
  await search({ now: () => (ms += searchMsMax / 3) });
  expect(asked).toHaveLength(answersMax * 2 + 2);
});

it('tells after each answer what is there, and nothing once it is stopped', async () => {
  const { search } = historyOf(1_000, 10, (at) => at % 10 === 0);
  const stop = new AbortController();
  const told: number[] = [];
  const found = await search({
    onAnswer: ({ data }) => {
      told.push(data.length);
      if (data.length === 2) stop.abort();
    },
    signal: stop.signal,
  });
  expect(told).toEqual([1, 2]);
  expect(ids(found)).toEqual([0, 10]);
});
