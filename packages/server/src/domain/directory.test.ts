import { describe, expect, it } from 'vitest';
import { createDirectory, type DirectoryEntry, directoryKinds, foldName } from './directory.ts';

const entries: readonly DirectoryEntry[] = [
  { kind: 'department', id: '1', name: 'Loans' },
  { kind: 'department', id: '2', name: 'HR' },
  { kind: 'source_system', id: '3', name: 'LoanManagement' },
  { kind: 'source_system', id: '4', name: 'HRPortal' },
  { kind: 'business_unit', id: '5', name: 'Haifa', companies: [{ name: 'A', fields: { costCenter: '42' } }] },
  { kind: 'template', id: '6', name: 'Loans', webhooks: ['w'] },
  { kind: 'department', id: '7', name: '__proto__' },
];
const directory = createDirectory(entries);

describe('an entry is found', () => {
  it.each([['Loans'], ['LOANS'], [' loans\t']])('by its name, written %j', (name) => {
    expect(directory.find('department', name)).toEqual(entries[0]);
  });

  it('by its name among its own kind only', () => {
    expect(directory.find('template', 'Loans')?.webhooks).toEqual(['w']);
    expect(directory.find('business_unit', 'Loans')).toBeNull();
  });

  it('by its id', () => {
    expect(directory.byId('5')).toEqual(entries[4]);
    expect(directory.byId('8')).toBeNull();
  });

  it('also under a name that means something to JavaScript, and no other is', () => {
    expect(directory.find('department', '__proto__')?.id).toBe('7');
    for (const name of ['constructor', 'toString', '', ' '])
      expect(directory.find('department', name)).toBeNull();
  });
});

it('gives the names of a kind, as they were written', () => {
  expect(directory.names('department')).toEqual(['Loans', 'HR', '__proto__']);
  expect(createDirectory([]).names('template')).toEqual([]);
});

it('suggests names of the same kind', () => {
  expect(directory.nearest('source_system', 'loanmanagment', 3)).toEqual(['LoanManagement']);
  expect(directory.nearest('department', 'loanmanagment', 3)).toEqual([]);
});

it.each([
  ['Überweisung', 'überweisung'],
  ['Cafe\u0301', 'Caf\u00e9'],
  ['ОТДЕЛ', 'отдел'],
  ['\u00a0贷款 ', '贷款'],
])('%j and %j are one name', (a, b) => {
  expect(foldName(a)).toBe(foldName(b));
});

it('has a path and a filter of its own for each kind', () => {
  for (const key of ['kind', 'segment', 'word', 'filter'] as const) {
    expect(new Set(directoryKinds.map((kind) => kind[key])).size).toBe(4);
  }
});
