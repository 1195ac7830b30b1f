import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quoted, toCurl } from './curl.ts';

it('quotes any text so that a shell gives it back unchanged', () => {
  const text = fc
    .string({ unit: 'binary' })
    .filter((candidate) => !candidate.includes('\0') && candidate.isWellFormed());
  fc.assert(
    fc.property(text, (original) => {
      const heard = execFileSync('/bin/sh', ['-c', `printf %s ${quoted(original)}`]).toString();
      expect(heard).toBe(original);
    }),
    { numRuns: 25 },
  );
});

it('writes method, address, headers and body, without what curl makes itself', () => {
  const request = {
    method: 'POST',
    url: 'https://lms.example.com/hooks?a=1&b=2',
    headers: [
      ['content-type', 'application/json'],
      ['Content-Length', '11'],
    ],
    body: `{"a":"it's"}`,
    bodyEncoding: 'utf8',
  };
  expect(toCurl(request)).toBe(
    [
      "curl -X POST 'https://lms.example.com/hooks?a=1&b=2' \\",
      "  -H 'content-type: application/json' \\",
      `  --data-raw '{"a":"it'\\''s"}'`,
    ].join('\n'),
  );
});
