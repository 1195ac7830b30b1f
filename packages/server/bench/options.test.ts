import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('a run without flags has every contestant and three rounds', () => {
  expect(readOptions([])).toMatchObject({ only: ['raw', 'bare', 'signpost'], rounds: 3, stretchMs: 5_000 });
});

test('cases that take minutes to prepare are run only when they are asked for', () => {
  expect(readOptions([])?.cases).toEqual(['steady', 'fan-out', 'drain', 'isolation']);
  expect(readOptions(['--small'])?.cases).toEqual(['steady']);
  expect(readOptions(['--small', '--case', 'all'])?.cases).toHaveLength(7);
  expect(readOptions(['--case', 'idle,drain'])?.cases).toEqual(['drain', 'idle']);
  expect(() => readOptions(['--case', 'speed'])).toThrow(/speed/);
});

test('sizes are smaller for CI, and what is given counts', () => {
  expect(readOptions([])?.sizes).toMatchObject({ pending: 200_000, history: 10_000_000, webhooks: 10_000 });
  expect(readOptions(['--small', '--pending', '77'])?.sizes).toMatchObject({ pending: 77, webhooks: 200 });
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
  ['--workers', '17'],
  ['--history', '0'],
])('%s %s is refused', (...args) => {
  expect(() => readOptions(args)).toThrow(/must be a number/);
});
