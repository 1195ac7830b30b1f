import { expect, it } from 'vitest';
import { withAll, withToggled } from './chosen-types.ts';

it('takes types in and out', () => {
  expect(withToggled(['signer.signed'], 'envelope.sent')).toEqual(['signer.signed', 'envelope.sent']);
  expect(withToggled(['signer.signed', 'envelope.sent'], 'signer.signed')).toEqual(['envelope.sent']);
});

it('names a whole topic instead of its types (E6, I31)', () => {
  expect(withToggled(['signer.signed', 'envelope.sent', 'signer.viewed'], 'signer.*')).toEqual([
    'envelope.sent',
    'signer.*',
  ]);
});

it('chooses all that was found, once, and nothing that a whole topic has already', () => {
  expect(
    withAll(['signer.*', 'envelope.sent'], ['signer.signed', 'envelope.sent', 'envelope.expired']),
  ).toEqual(['signer.*', 'envelope.sent', 'envelope.expired']);
});
