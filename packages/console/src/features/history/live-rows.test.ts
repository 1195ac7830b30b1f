// A list that is followed live keeps its place, its order and its size (I32).
import { expect, it } from 'vitest';
import type { Delivery } from '../../api/types.ts';
import { collectedMax, collectNews } from './live-news.ts';
import { begin, merge, rowsMax, showAll } from './live-rows.ts';

const row = (id: string, status = 'succeeded') => ({ id, status }) as Delivery;
const news = (told: readonly Delivery[], left: readonly string[] = [], isMissed = false) => ({
  ...{ told, left, isMissed },
});
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => row(`x${String(n).padStart(4, '0')}`)).reverse();
const ids = (rows: readonly Delivery[]) => rows.map(({ id }) => id);
const start = begin([row('b'), row('a', 'pending')], news([]));

it('changes what is shown in its place, and puts what is new on top', () => {
  const after = merge(start, news([row('a'), row('d'), row('c')]), false);
  expect(ids(after.rows)).toEqual(['d', 'c', 'b', 'a']);
  expect(after.rows[3]?.status).toBe('succeeded');
});

it('leaves a row that did not change the same, so that it is not drawn again', () => {
  const after = merge(start, news([row('a'), row('c')]), false);
  expect(after.rows[1]).toBe(start.rows[0]);
});

it('lets new ones wait while somebody reads, changes those too, and shows them when asked', () => {
  const waits = merge(start, news([row('d'), row('c')]), true);
  expect([ids(waits.rows), waits.count]).toEqual([['b', 'a'], 2]);
  const shown = showAll(merge(waits, news([row('d', 'failed')]), true));
  expect(ids(shown.rows)).toEqual(['d', 'c', 'b', 'a']);
  expect([shown.rows[0]?.status, shown.count]).toEqual(['failed', 0]);
});

it('takes away what the filter does not find any more, but not from under whoever reads', () => {
  expect(ids(merge(start, news([], ['b']), false).rows)).toEqual(['a']);
  const held = merge(start, news([], ['b']), true);
  expect(ids(held.rows)).toEqual(['b', 'a']);
  expect(ids(merge(held, news([]), false).rows)).toEqual(['a']);
});

it('says that there may be more than it counts, once something was missed', () => {
  const waits = merge(start, news([row('c')], [], true), true);
  expect([waits.count, waits.isMore]).toEqual([1, true]);
  expect(begin([row('c')], news([])).isMore).toBe(false);
});

it('never holds more than its bound, and counts what it does not hold', () => {
  const waits = merge(start, news(many(rowsMax * 3)), true);
  expect([waits.waiting.length, waits.count]).toEqual([rowsMax, rowsMax * 3]);
  expect(showAll(waits).rows).toHaveLength(rowsMax);
});

it('does not take an old one that changes for a new one, once the list is full', () => {
  const full = begin(many(rowsMax + 1).slice(0, rowsMax), news([]));
  const after = merge(full, news([row('x0000', 'failed')]), true);
  expect([after.count, after.came]).toEqual([0, 0]);
});

it('has in it what was told while the list was being read', () => {
  expect(ids(begin([row('a')], news([row('b')], ['a'])).rows)).toEqual(['b']);
});

it('keeps the last that was told of each, of a bounded number, and says when it let go of one', () => {
  const collected = collectNews();
  for (const { id } of many(collectedMax)) collected.told(row(id, 'pending'));
  collected.told(row('x0000'));
  expect(collected.look()).toMatchObject({ isMissed: false });
  expect(collected.look().told.at(-1)).toEqual(row('x0000'));
  collected.told(row('y'));
  const { told, isMissed } = collected.take();
  expect([told.length, isMissed]).toEqual([collectedMax, true]);
  expect(collected.isEmpty()).toBe(true);
});
