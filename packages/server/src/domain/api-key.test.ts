import { expect, it } from 'vitest';
import { formatKey, hashSecret, isApplicationId, parseKey } from './api-key.ts';
import { environmentNames } from './environment.ts';

it('a key says which application and environment it belongs to', () => {
  for (const environment of environmentNames) {
    const key = formatKey(environment, 'appId_Loans-2', 'abc123');
    expect(key).toMatch(/^skv2_[a-z]+_Loans-2_abc123$/);
    expect(parseKey(key)).toEqual({ environment, applicationId: 'appId_Loans-2' });
  }
});

it.each([
  '',
  'root-key',
  'skv2',
  'skv2_production_app',
  'skv2_production_app_',
  'skv2_production__secret',
  'skv2__app_secret',
  'skv2_nowhere_app_secret',
  'skv2___proto___app_secret',
  'skv1_production_app_secret',
  'skv2_production_app_secret_more',
])('%j is no key', (text) => {
  expect(parseKey(text)).toBeNull();
});

it.each([
  ['appId_a', true],
  [`appId_${'a'.repeat(64)}`, true],
  [`appId_${'a'.repeat(65)}`, false],
  ['appId_', false],
  ['appId_a_b', false],
  ['appid_a', false],
  ['appId_a\0', false],
  ['appId_a\n', false],
])('%j is an application id: %s', (text, verdict) => {
  expect(isApplicationId(text)).toBe(verdict);
});

it('what is kept of a key is its hash', () => {
  expect(hashSecret('abc').toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
