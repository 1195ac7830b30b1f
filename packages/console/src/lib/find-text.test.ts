import { expect, it } from 'vitest';
import { findText } from './find-text.ts';

it('finds a text whatever its case, one behind the other', () => {
  expect(findText('Loan, loan, LOAN', 'loan', 10)).toEqual([0, 6, 12]);
  expect(findText('aaaa', 'aa', 10)).toEqual([0, 2]);
  expect(findText('aaaa', 'a', 3)).toEqual([0, 1, 2]);
  expect(findText('anything', '', 10)).toEqual([]);
});

it('keeps its place behind letters that grow when they become small', () => {
  expect(findText('İİ loan', 'LOAN', 10)).toEqual([3]);
});
