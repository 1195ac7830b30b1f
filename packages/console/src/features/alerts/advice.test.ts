import { expect, it } from 'vitest';
import { adviceFor } from './advice.ts';

const http = (status: number) => adviceFor({ status, error: null });
const without = (kind: string) => adviceFor({ status: null, error: { kind, message: '' } });

it('gives the advice that fits how the last attempt ended', () => {
  expect([401, 404, 410, 429, 503, 422, 302, 200].map(http)).toEqual([
    'refused',
    'absent',
    'gone',
    'slower',
    'inside',
    'request',
    'redirect',
    'rule',
  ]);
  expect(['dns', 'tls', 'something new'].map(without)).toEqual(['dns', 'tls', 'unknown']);
  expect(adviceFor(null)).toBe('unknown');
});
