import { expect, it } from 'vitest';
import { createLines } from './lines.ts';

const items = (webhookId: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ webhookId, name: `${webhookId}${index + 1}` }));

function linesOf(runningMax: number, ...all: readonly { webhookId: string; name: string }[]) {
  const lines = createLines<{ readonly webhookId: string; readonly name: string }>(runningMax);
  for (const item of all) lines.push(item);
  const takeAll = () => {
    const names: string[] = [];
    for (let item = lines.next(); item !== null; item = lines.next()) names.push(item.name);
    return names;
  };
  return { lines, takeAll };
}

it('serves webhooks in turn, each in its own order (N6)', () => {
  const { takeAll } = linesOf(100, ...items('a', 3), ...items('b', 2), ...items('c', 1));
  expect(takeAll()).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
});

it('lets no webhook run more than there are places left: one has half, two a third each (N6)', () => {
  expect(linesOf(30, ...items('a', 100)).takeAll()).toHaveLength(15);
  const both = linesOf(30, ...items('a', 100), ...items('b', 100)).takeAll();
  expect(both.filter((name) => name.startsWith('a'))).toHaveLength(10);
  expect(both.filter((name) => name.startsWith('b'))).toHaveLength(10);
});

it('has a place for one that is well, whatever hangs (N6)', () => {
  const { lines, takeAll } = linesOf(16, ...items('hangs', 1_000), ...items('hangs-too', 1_000));
  takeAll();
  lines.push({ webhookId: 'well', name: 'well1' });
  expect(takeAll()).toEqual(['well1']);
});

it('loses nothing of a long line, also where what is gone is dropped from it', () => {
  const { lines } = linesOf(10, ...items('a', 3_000));
  const names: string[] = [];
  for (let item = lines.next(); item !== null; item = lines.next()) {
    names.push(item.name);
    lines.done('a');
  }
  expect(names).toEqual(items('a', 3_000).map(({ name }) => name));
});

it('gives back what has not begun, and goes on with what comes then', () => {
  const { lines, takeAll } = linesOf(2, ...items('a', 3), ...items('b', 1));
  expect(takeAll()).toEqual(['a1', 'b1']);
  expect(lines.clear().map(({ name }) => name)).toEqual(['a2', 'a3']);
  expect(lines.next()).toBeNull();
  lines.done('a');
  lines.push({ webhookId: 'a', name: 'a4' });
  expect(takeAll()).toEqual(['a4']);
});
