import { expect, it } from 'vitest';
import { createIdGenerator, isUuid, lowestIdAt, randomToken, timeOfId } from './ids.ts';

const now = Date.parse('2026-01-31T10:00:00.123Z');

it('ids of one process grow strictly, also within a millisecond and when the clock is set back', () => {
  const newId = createIdGenerator();
  const times = [...Array(5_000).fill(now), now + 1, now - 1, now - 500_000, now, now + 5];
  const ids = times.map((time) => newId(time));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

it('an id is a UUIDv7 that carries its time', () => {
  const id = createIdGenerator()(now);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(timeOfId(id)).toBe(now);
});

it('ids of two processes differ', () => {
  expect(createIdGenerator()(now)).not.toBe(createIdGenerator()(now));
});

it('the lowest id of a time stands between all ids made before and all made from then on', () => {
  const newId = createIdGenerator();
  const [before, at] = [newId(now - 1), newId(now)];
  expect(before < lowestIdAt(now)).toBe(true);
  expect(lowestIdAt(now) <= at).toBe(true);
  expect(timeOfId(lowestIdAt(now))).toBe(now);
});

it.each([
  [-1, '00000000-0000-0000-0000-000000000000'],
  [0, '00000000-0000-0000-0000-000000000000'],
  [Date.parse('9999-12-31T23:59:59.999Z'), 'e677d21f-dbff-0000-0000-000000000000'],
])('the lowest id at %i is a UUID', (time, id) => {
  expect(lowestIdAt(time)).toBe(id);
});

it.each([
  ['01900000-0000-7000-8000-000000000000', true],
  ['01900000-0000-7000-8000-00000000000A', true],
  ['urn:uuid:01900000-0000-7000-8000-000000000000', false],
  ['{01900000-0000-7000-8000-000000000000}', false],
  ['01900000-0000-7000-8000-000000000000\n', false],
  ['01900000000070008000000000000000', false],
  ['', false],
])('%j is a UUID as PostgreSQL takes it: %s', (text, verdict) => {
  expect(isUuid(text)).toBe(verdict);
});

it('a random token has its length, letters and digits alone, and no favourites', () => {
  const token = randomToken(62_000);
  expect(token).toMatch(/^[0-9A-Za-z]{62000}$/);
  const counts = Object.values(Object.groupBy(token, (letter) => letter)).map((all) => all?.length ?? 0);
  expect(counts).toHaveLength(62);
  // 1,000 of each are expected; ten standard deviations never happen by chance.
  expect(Math.min(...counts)).toBeGreaterThan(680);
  expect(Math.max(...counts)).toBeLessThan(1_320);
  expect(randomToken(0)).toBe('');
});
