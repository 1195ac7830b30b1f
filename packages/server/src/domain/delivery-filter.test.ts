import { describe, expect, it } from 'vitest';
import { contentPart, isUnusual, statusRange } from './delivery-filter.ts';

describe('a value in a content', () => {
  it('stands behind the first equals sign, its path before it', () => {
    expect(contentPart('signers.0.email=a=b')).toMatchObject({
      path: ['signers', '0', 'email'],
      value: 'a=b',
    });
  });

  it('is looked for by what every writer of JSON spells alike', () => {
    expect(contentPart('name=Maya "M" Cohen').spelled).toBe(' Cohen');
    expect(contentPart('path=a/long-part').spelled).toBe('long-part');
    // Others write it as \\u05e0…: only the name of the member is sure to be there.
    expect(contentPart('signer.name=נועה').spelled).toBe('name');
    expect(contentPart('שם=נועה').spelled).toBe('');
  });
});

it('answers that hardly any success has are those outside the usual four', () => {
  const unusual = (status: string) => isUnusual(statusRange(status));
  expect(['208', '302', '3xx', '404', '5xx'].map(unusual)).toEqual([true, true, true, true, true]);
  expect(['200', '201', '202', '204', '2xx'].map(unusual)).toEqual([false, false, false, false, false]);
});
