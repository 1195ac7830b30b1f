import { expect, test } from 'vitest';
import { messageCutter } from './http-messages.ts';

const bytes = Buffer.from(
  'POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 204 No Content\r\nx: y\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
);

test.each([1, 2, 7, 40, bytes.length])('finds the same messages in chunks of %i bytes', (size) => {
  const bodies: string[] = [];
  const heads: string[] = [];
  const cut = messageCutter((head, body) => {
    heads.push(head.split('\r\n', 1)[0] ?? '');
    bodies.push(body.toString());
  });
  for (let at = 0; at < bytes.length; at += size) cut(bytes.subarray(at, at + size));
  expect(heads).toEqual(['POST / HTTP/1.1', 'HTTP/1.1 204 No Content', 'HTTP/1.1 200 OK']);
  expect(bodies).toEqual(['hello', '', 'ok']);
});

test('refuses a chunked body rather than miscount', () => {
  const cut = messageCutter(() => {});
  expect(() => cut(Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'))).toThrow(/chunked/);
});
