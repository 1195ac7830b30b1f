// Puts the counting around the parts that are counted, so that they need not know of it. Used by the composition root alone.
import type { Deliverer } from '../deliver/deliverer.ts';
import type { Ingest } from '../ingest/ingest.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { AcceptStore } from '../store/accept.ts';
import type { QueueStore } from '../store/queue.ts';
import type { RecordStore } from '../store/record.ts';

export function measuredIngest(ingest: Ingest, metrics: Metrics): Ingest {
  return {
    ...ingest,
    async accept(environmentId, incoming) {
      const answers = await ingest.accept(environmentId, incoming);
      const repeated = answers.filter((answer) => answer.repeated).length;
      metrics.accepted(answers.length - repeated);
      if (repeated > 0) metrics.repeated(repeated);
      return answers;
    },
  };
}

export function measuredAccepts(store: AcceptStore, metrics: Metrics): AcceptStore {
  return {
    accept(units, lease) {
      metrics.batch(
        'accept',
        units.reduce((sum, { events }) => sum + events.length, 0),
      );
      return store.accept(units, lease);
    },
  };
}

export function measuredQueue(queue: QueueStore, metrics: Metrics): QueueStore {
  return {
    ...queue,
    async claim(nodeId, limits, now) {
      const claimed = await queue.claim(nodeId, limits, now);
      if (claimed.length > 0) metrics.batch('claim', claimed.length);
      return claimed;
    },
    async setAside(nodeId, deliveryIds, now) {
      const fates = await queue.setAside(nodeId, deliveryIds, now);
      for (const fate of fates.values()) if (fate !== 'wanted') metrics.ended(fate, 1);
      return fates;
    },
  };
}

export function measuredRecords(records: RecordStore, metrics: Metrics): RecordStore {
  return {
    ended(nodeId, attempts, now) {
      metrics.batch('record', attempts.length);
      return records.ended(nodeId, attempts, now);
    },
    endedInTurn(nodeId, attempts, now) {
      metrics.batch('record', attempts.length);
      return records.endedInTurn(nodeId, attempts, now);
    },
    again(nodeId, attempts, now) {
      metrics.batch('record', attempts.length);
      return records.again(nodeId, attempts, now);
    },
  };
}

export function measureAttempts({ recorded }: Pick<Deliverer, 'recorded'>, metrics: Metrics): void {
  recorded.on(({ decision, durationMs }) => {
    metrics.attempted(decision.kind === 'succeeded' ? 'succeeded' : 'failed', durationMs);
    if (decision.kind !== 'retry') metrics.ended(decision.kind, 1);
  });
}
