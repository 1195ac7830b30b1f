import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('a run without flags has every contestant and three rounds', () => {
  expect(readOptions([])).toMatchObject({ only: ['raw', 'bare', 'signpost'], rounds: 3, stretchMs: 5_000 });
});

test('--small is one short round, and what is given beside it counts', () => {
  expect(readOptions(['--small'])).toMatchObject({ rounds: 1, stretchMs: 1_500 });
  expect(readOptions(['--small', '--seconds', '2'])).toMatchObject({ rounds: 1, stretchMs: 2_000 });
});

test('contestants keep their order, and an unknown one is refused', () => {
  expect(readOptions(['--only', 'signpost,bare'])?.only).toEqual(['bare', 'signpost']);
  expect(() => readOptions(['--only', 'svix'])).toThrow(/svix/);
});

test.each([
  ['--rounds', '0'],
  ['--seconds', 'x'],
  ['--connections', '100000'],
])('%s %s is refused', (...args) => {
  expect(() => readOptions(args)).toThrow(/must be a number/);
});
