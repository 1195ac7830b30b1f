import { expect, it } from 'vitest';
import { responseText } from './response-text.ts';

it('writes an answer so that only what is different differs: headers by name, JSON laid out', () => {
  const one = {
    status: 503,
    headers: [
      ['X-B', '2'],
      ['date', 'today'],
    ],
    bodyEncoding: 'utf8',
  } as const;
  const text = responseText({ ...one, body: '{"a":1.0}' });
  expect(text).toBe('HTTP 503\ndate: today\nx-b: 2\n\n{\n  "a": 1.0\n}\n');
  const headers = one.headers.toReversed().map(([name, value]) => [name.toUpperCase(), value]);
  expect(responseText({ ...one, headers, body: '{ "a": 1.0 }' })).toBe(text);
});

it('is empty where there was no answer', () => {
  expect(responseText(null)).toBe('');
});
