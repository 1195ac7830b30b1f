import { expect, it } from 'vitest';
import type { DeliveryCounts } from '../../api/types.ts';
import { countOf, stateOf } from '../../parts/delivery-states.ts';
import { filterOf } from './filter.ts';

it('asks for a class of answers by status, and for a failure without one by its kind', () => {
  expect(filterOf({ result: '5xx', attempts: '3' }, undefined)).toMatchObject({
    httpStatus: '5xx',
    error: undefined,
    minAttempts: 3,
  });
  expect(filterOf({ result: 'dns' }, '2026-03-03T12:00:00Z')).toMatchObject({
    httpStatus: undefined,
    error: 'dns',
    from: '2026-03-03T12:00:00Z',
  });
});

it('looks into contents where the search says a path of the body and a value, else for an id', () => {
  const body = { q: undefined, body: 'signer.email=maya@example.com' };
  expect(filterOf({ q: 'body.signer.email=maya@example.com' }, undefined)).toMatchObject(body);
  expect(filterOf({ q: 'body.amount' }, undefined)).toMatchObject({ q: 'body.amount', body: undefined });
  expect(filterOf({ q: 'evt-1', department: 'Loans', trigger: 'page' }, undefined)).toMatchObject({
    ...{ q: 'evt-1', body: undefined, department: 'Loans', trigger: 'page' },
  });
});

it('tells what waits for its first attempt apart from what is retried', () => {
  expect(stateOf('retrying')).toEqual({ status: 'pending', retrying: true });
  expect(stateOf('pending')).toEqual({ status: 'pending', retrying: false });
  expect(stateOf('failed')).toEqual({ status: 'failed' });
  const count = (many: number, isEstimate = false) => ({ count: many, isEstimate });
  const counts = { all: count(20_000, true), pending: count(9), retrying: count(4) } as DeliveryCounts;
  expect(countOf(counts, 'pending')).toEqual(count(5));
  expect(countOf(counts, 'retrying')).toEqual(count(4));
  expect(countOf(counts, 'all')).toEqual(count(20_000, true));
});
