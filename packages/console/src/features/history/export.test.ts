import { expect, it } from 'vitest';
import type { Delivery } from '../../api/types.ts';
import { writeDeliveries } from './export.ts';

const delivery = {
  id: 'd-1',
  eventId: 'evt,1',
  type: 'signer.signed',
  severity: 'info',
  envelope: { id: 'loan-4711', externalId: null },
  webhookId: 'w-1',
  status: 'failed',
  attempts: 2,
  lastStatus: 503,
  lastError: null,
  lastDurationMs: 12,
  createdAt: '2026-11-25T10:00:00.000Z',
  finishedAt: null,
  nextAttemptAt: null,
} as Delivery;

it('writes deliveries as CSV with the names of the API, empty where there is nothing', () => {
  const [head, row, end] = writeDeliveries([delivery], 'csv').split('\r\n');
  expect(head).toBe(
    'id,eventId,type,severity,envelopeId,envelopeExternalId,webhookId,status,attempts,lastStatus,lastError,lastDurationMs,createdAt,finishedAt,nextAttemptAt',
  );
  expect(row).toBe(
    'd-1,"evt,1",signer.signed,info,loan-4711,,w-1,failed,2,503,,12,2026-11-25T10:00:00.000Z,,',
  );
  expect(end).toBe('');
});

it('writes deliveries as one JSON object a line, whole', () => {
  const lines = writeDeliveries([delivery, { ...delivery, id: 'd-2' }], 'ndjson').split('\n');
  expect(lines).toHaveLength(3);
  expect(JSON.parse(lines[0] ?? '')).toEqual(delivery);
});
