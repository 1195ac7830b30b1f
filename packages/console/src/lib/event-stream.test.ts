// Events are read as they were written, wherever the network cuts them (I32).
import { expect, it } from 'vitest';
import { createEventReader } from './event-stream.ts';

const written =
  'retry: 2000\n\n: alive\n\nevent: ready\ndata: {}\n\nevent: delivery\nid: 7\ndata: {"type":"a: b"}\n\n: alive\n\n';
const meant = [
  { event: 'ready', id: null, data: '{}' },
  { event: 'delivery', id: '7', data: '{"type":"a: b"}' },
];

it.each([1, 2, 7, written.length])('reads events that come in chunks of %i', (size) => {
  const read = createEventReader();
  const chunks = Array.from({ length: Math.ceil(written.length / size) }, (_, n) =>
    written.slice(n * size, (n + 1) * size),
  );
  expect(chunks.flatMap((chunk) => read(chunk))).toEqual(meant);
});

it('tells nothing of an event before it is whole', () => {
  const read = createEventReader();
  expect(read('event: left\ndata: {"id":"x"}\n')).toEqual([]);
  expect(read('\n')).toEqual([{ event: 'left', id: null, data: '{"id":"x"}' }]);
});
