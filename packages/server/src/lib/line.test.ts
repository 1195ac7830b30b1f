import { expect, it } from 'vitest';
import { createLine, type Line } from './line.ts';

type Word = { readonly word: string };

/** Two ends; what one sends the other receives in a later turn, as between processes. */
function pair(heard: (message: Word) => unknown, answerMsMax = 5_000): [Line<Word>, Line<Word>] {
  const here: Line<Word> = createLine<Word, Word>({
    send: (message) => setImmediate(() => there.receive(structuredClone(message))),
    heard: () => null,
    answerMsMax,
  });
  const there: Line<Word> = createLine<Word, Word>({
    send: (message) => setImmediate(() => here.receive(structuredClone(message))),
    heard,
    answerMsMax,
  });
  return [here, there];
}

it('gives each question its own answer, in whatever order they come', async () => {
  const first = Promise.withResolvers<string>();
  const [here] = pair(({ word }) => (word === 'first' ? first.promise : word));
  const asked = [here.ask({ word: 'first' }), here.ask({ word: 'second' })];
  expect(await asked[1]).toBe('second');
  first.resolve('late');
  expect(await asked[0]).toBe('late');
});

it('answers null when the other end fails, takes too long, or is gone', async () => {
  const [failing] = pair(() => Promise.reject(new Error('broken')));
  expect(await failing.ask({ word: 'x' })).toBeNull();
  const [slow] = pair(() => new Promise(() => {}), 1);
  expect(await slow.ask({ word: 'x' })).toBeNull();
  const [alone] = pair(() => new Promise(() => {}));
  const asked = alone.ask({ word: 'x' });
  alone.close();
  expect(await asked).toBeNull();
  expect(await alone.ask({ word: 'y' })).toBeNull();
});

it('passes on what is told, without an answer', async () => {
  const heard = Promise.withResolvers<string>();
  const [here] = pair(({ word }) => heard.resolve(word));
  here.tell({ word: 'told' });
  expect(await heard.promise).toBe('told');
});
