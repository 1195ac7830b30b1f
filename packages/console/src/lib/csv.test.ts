import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';

it('quotes what would break a row, and leaves nothing empty but what is null', () => {
  expect(toCsv([['a', 'b,c', 'say "hi"', null, 0], ['line\nbreak']])).toBe(
    'a,"b,c","say ""hi""",,0\r\n"line\nbreak"\r\n',
  );
});

it('never hands a formula to a spreadsheet, and leaves negative numbers alone', () => {
  expect(toCsv([['=SUM(A1)', '@x', -5]])).toBe("'=SUM(A1),'@x,-5\r\n");
});
