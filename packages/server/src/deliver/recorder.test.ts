import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../lib/clock.ts';
import { silentLog } from '../observe/log.ts';
import type { FinishedAttempt, RecordStore } from '../store/record.ts';
import { createRecorder } from './recorder.ts';

/** Stands for the database: notes what each statement would record, and answers at once. */
function notingStore() {
  const batches: string[][] = [];
  const write: RecordStore['ended'] = async (_nodeId, attempts) => {
    batches.push(attempts.map(({ deliveryId }) => deliveryId));
    return attempts.map(() => null);
  };
  return { store: { ended: write, endedInTurn: write, again: write }, batches };
}

const attempt = (deliveryId: string, isAwaited = false) =>
  ({
    deliveryId,
    isAwaited,
    inTurn: false,
    decision: { kind: 'succeeded' },
    request: { head: Buffer.alloc(0) },
    response: null,
  }) as unknown as FinishedAttempt;

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the recorder', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** One that recorded an attempt just now, so that the next ones are kept apart. */
  async function arrange() {
    const { store, batches } = notingStore();
    const nodeId = async () => 1;
    const recorder = createRecorder({
      store,
      clock: systemClock,
      log: silentLog,
      nodeId,
      sqlNow: () => null,
      enough: 3,
    });
    await recorder.record(attempt('first'));
    const add = async (...attempts: readonly FinishedAttempt[]) => {
      for (const one of attempts) void recorder.record(one);
      await turn();
      await turn();
    };
    return { batches, add };
  }

  it('gathers what nobody waits for', async () => {
    const { batches, add } = await arrange();
    await add(attempt('a'));
    await add(attempt('b'));
    expect(batches).toEqual([['first']]);
    vi.advanceTimersByTime(25);
    await turn();
    expect(batches).toEqual([['first'], ['a', 'b']]);
  });

  it('records at once what others wait for', async () => {
    const { batches, add } = await arrange();
    await add(attempt('a'));
    await add(attempt('awaited', true));
    expect(batches).toEqual([['first'], ['a', 'awaited']]);
  });

  it('records at once when the slots that are kept are missed', async () => {
    const { batches, add } = await arrange();
    await add(attempt('a'), attempt('b'), attempt('c'));
    expect(batches).toEqual([['first'], ['a', 'b', 'c']]);
  });
});
