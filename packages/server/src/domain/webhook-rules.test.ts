import { expect, it } from 'vitest';
import { defaultDelivery } from './webhook.ts';
import { deliveryProblems, selectionProblems, toDelivery, toSelection } from './webhook-rules.ts';

it('a selection is all types but those left out, or only the named', () => {
  expect(toSelection({ mode: 'all' })).toEqual({ mode: 'all', except: [] });
  expect(toSelection({ mode: 'only', types: ['signer.*'] })).toEqual({ mode: 'only', types: ['signer.*'] });
});

it('what is left out of the delivery settings stays as it is', () => {
  const present = { ...defaultDelivery, timeoutSeconds: 3 };
  expect(toDelivery(undefined, present)).toEqual(present);
  expect(toDelivery({ verifyTls: false }, present)).toEqual({ ...present, verifyTls: false });
});

it('the defaults are right by the rules', () => {
  expect(selectionProblems(undefined)).toEqual([]);
  expect(deliveryProblems(undefined)).toEqual([]);
  expect(deliveryProblems(defaultDelivery)).toEqual([]);
});

it('a schedule may have 30 days together, to the second', () => {
  expect(deliveryProblems({ retrySchedule: ['29d', '23h', '59m', '60s'] })).toEqual([]);
  expect(deliveryProblems({ retrySchedule: ['29d', '23h', '59m', '61s'] })).toHaveLength(1);
});

it('30 headers are taken, of 31 only the number is complained about', () => {
  const headers = (count: number, value: string) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`X-${at}`, value]));
  expect(deliveryProblems({ headers: headers(30, 'ok') })).toEqual([]);
  expect(deliveryProblems({ headers: headers(31, 'wrong\n') })).toEqual([
    expect.objectContaining({ path: 'delivery.headers' }),
  ]);
});
