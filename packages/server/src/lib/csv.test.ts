import { expect, it } from 'vitest';
import { csvLine } from './csv.ts';

it('quotes what would break a line, and nothing else', () => {
  expect(csvLine(['a', null, 'b "c"', 'd,e', 'f\ng'])).toBe('a,,"b ""c""","d,e","f\ng"\r\n');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
  'keeps %j from being taken for a formula',
  (text) => {
    expect(csvLine([text])).toContain(`'${text}`);
  },
);
