import { expect, test } from 'vitest';
import { eventTemplate, sequenceIn, stamp } from './payload.ts';

test('an event is about 1 KB of JSON, and stays as long whatever is stamped on it', () => {
  const copy = Buffer.from(eventTemplate);
  stamp(copy, 0, 4_200_000_001, 1_764_000_000_123.456);
  const { type, content } = JSON.parse(copy.toString()) as { type: string; content: Record<string, unknown> };
  expect(type).toBe('signer.signed');
  expect(content).toMatchObject({ benchSequence: '4200000001', benchSentAt: '1764000000123.456' });
  expect(copy.length).toBeGreaterThan(900);
  expect(copy.length).toBeLessThan(1_200);
});

test('the sequence number is found wherever the event stands in a body', () => {
  const copy = Buffer.from(eventTemplate);
  stamp(copy, 0, 77, 1_764_000_000_000);
  expect(sequenceIn(Buffer.concat([Buffer.from('{"id":"x","data":'), copy, Buffer.from('}')]))).toBe(77);
  expect(sequenceIn(Buffer.from('{}'))).toBe(-1);
});
