import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const names = ['LoanManagement', 'HRPortal', 'ComplianceAudit', 'HR', 'Loans'];

it.each([
  ['LoanManagment', 'LoanManagement'],
  ['  loanmanagement ', 'LoanManagement'],
  ['HRPotral', 'HRPortal'],
  ['hr', 'HR'],
  ['Loan', 'Loans'],
])('for %j, %s comes first', (text, expected) => {
  expect(nearest(names, text, 3)[0]).toBe(expected);
});

it('gives no more than asked for, the closest first, and nothing for what is far from everything', () => {
  const alike = ['abcdxx', 'abcdef', 'abcdex', 'abxxxx'];
  expect(nearest(alike, 'abcdef', 2)).toEqual(['abcdef', 'abcdex']);
  expect(nearest(names, '', 3)).toEqual([]);
  expect(nearest(names, 'Treasury', 3)).toEqual([]);
  expect(nearest([], 'Loans', 3)).toEqual([]);
});

it('costs little, however many and long the names are', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => `${at}`.padEnd(100, 'xyz'));
  const started = process.cpuUsage();
  nearest(many, 'zyx'.repeat(1_000_000), 3);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(500);
});
