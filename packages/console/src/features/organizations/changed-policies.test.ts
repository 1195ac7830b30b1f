import { expect, it } from 'vitest';
import type { Policies } from '../../api/types.ts';
import { changedPolicies } from './changed-policies.ts';

const before = {
  ...{ requireHttps: false, routing: 'open', authTypes: ['none', 'basic'], requiredFields: [] },
  ...{ defaultSuccess: '2xx', defaultRetrySchedule: ['5s', '1m'] },
} as unknown as Policies;

it('sends the policies that differ, and none besides', () => {
  expect(changedPolicies(before, { ...before })).toEqual({});
  const defaultSuccess = { status: '2xx', body: { path: 'code', equals: '200' } } as const;
  expect(changedPolicies(before, { ...before, requireHttps: true, defaultSuccess })).toEqual({
    requireHttps: true,
    defaultSuccess,
  });
});

it('takes the order of kinds for no difference, and that of a schedule for one', () => {
  expect(changedPolicies(before, { ...before, authTypes: ['basic', 'none'] })).toEqual({});
  expect(changedPolicies(before, { ...before, defaultRetrySchedule: ['1m', '5s'] })).toEqual({
    defaultRetrySchedule: ['1m', '5s'],
  });
});
