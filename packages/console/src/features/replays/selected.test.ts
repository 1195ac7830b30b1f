import { expect, it } from 'vitest';
import { selectedBy } from './selected.ts';

const webhookId = '0197f3a0-0000-7000-8000-000000000001';

it('tells a number of chosen deliveries', () => {
  expect(selectedBy({ selection: { ids: 25 }, webhookId: null })).toEqual([{ kind: 'ids', count: 25 }]);
});

it('tells a filter part by part, and leaves out what it does not know', () => {
  const to = '2026-11-25T15:00:00.000Z';
  const filter = { status: ['failed', 'unheard of'], httpStatus: ['5xx'], type: 'signer.*', to };
  expect(selectedBy({ selection: { filter }, webhookId: null })).toEqual([
    { kind: 'status', values: ['failed'] },
    { kind: 'span', from: null, to },
    { kind: 'reason', values: ['5xx'] },
    { kind: 'text', text: 'signer.*' },
  ]);
});

it('tells what is retried from what waits, as people do', () => {
  const filter = { status: ['pending'], retrying: true };
  expect(selectedBy({ selection: { filter }, webhookId: null })).toEqual([
    { kind: 'pending', retrying: true },
  ]);
});

it('tells the webhook of a recovery and its span of time', () => {
  const span = { from: '2026-11-24T00:00:00Z', to: '2026-11-25T00:00:00Z' };
  expect(selectedBy({ selection: { ...span, status: ['failed', 'missed'] }, webhookId })).toEqual([
    { kind: 'status', values: ['failed', 'missed'] },
    { kind: 'webhook', id: webhookId },
    { kind: 'span', ...span },
  ]);
});
