// What is said about live tails is understood as it was meant (I32, N19).
import { expect, it } from 'vitest';
import { formatMessage, parseMessage, type TailMessage } from './messages.ts';

it.each<TailMessage>([
  { kind: 'watched', environmentId: 7 },
  { kind: 'changed', environmentId: 7, ids: ['a', 'b'] },
  { kind: 'lost', environmentId: 7, count: 12 },
])('$kind is read as it was written', (message) => {
  expect(parseMessage(formatMessage(message))).toEqual(message);
});

it.each(['', 'watched', 'watched x', 'watched -1', 'else 7'])('"%s" says nothing', (text) => {
  expect(parseMessage(text)).toBeNull();
});
