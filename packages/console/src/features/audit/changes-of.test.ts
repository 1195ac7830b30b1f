import { expect, it } from 'vitest';
import { changesOf } from './changes-of.ts';

it('names what changed by its path, and nothing that did not', () => {
  const before = { name: 'Loans', delivery: { timeoutSeconds: 15, headers: {} }, events: { types: ['a'] } };
  const after = {
    name: 'Loans',
    delivery: { timeoutSeconds: 20, headers: {} },
    events: { types: ['a', 'b'] },
  };
  expect(changesOf(before, after)).toEqual([
    { path: 'delivery.timeoutSeconds', before: 15, after: 20 },
    { path: 'events.types', before: ['a'], after: ['a', 'b'] },
  ]);
});

it('shows what was made or deleted with all its members', () => {
  expect(changesOf(null, { name: 'HR', plan: 'basic' })).toEqual([
    { path: 'name', before: undefined, after: 'HR' },
    { path: 'plan', before: undefined, after: 'basic' },
  ]);
  expect(changesOf({ name: 'HR' }, null)).toEqual([{ path: 'name', before: 'HR', after: undefined }]);
});
