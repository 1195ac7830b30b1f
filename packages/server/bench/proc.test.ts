import { expect, test } from 'vitest';
import { parseMachine, parseStat } from './proc.ts';

test('reads a stat line whose program name holds spaces and parentheses', () => {
  const line =
    '4242 (postgres: a) b) S 17 4242 4242 0 -1 4194304 100 0 0 0 250 50 30 20 20 0 1 0 12345 0 0 18446744073709551615';
  const { pid, parent, seconds, endedSeconds } = parseStat(line);
  expect({ pid, parent }).toEqual({ pid: 4242, parent: 17 });
  expect(seconds).toBeCloseTo(3);
  expect(endedSeconds).toBeCloseTo(0.5);
});

test('counts what the machine did, but neither idling nor waiting', () => {
  expect(parseMachine('cpu  100 20 30 5000 400 5 5 9 0 0\ncpu0 1 2 3 4\n')).toBeCloseTo(1.6);
});
