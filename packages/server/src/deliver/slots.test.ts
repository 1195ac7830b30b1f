import { describe, expect, it } from 'vitest';
import { createSlots } from './slots.ts';

const slotsOf = (countMax: number, bytesMax = 1_000) => {
  const freed: string[] = [];
  return { slots: createSlots({ countMax, bytesMax, onFree: (webhookId) => freed.push(webhookId) }), freed };
};
const holdMany = (slots: ReturnType<typeof createSlots>, webhookId: string, count: number) =>
  Array.from({ length: count }, (_, n) => slots.hold({ id: `${webhookId}${n}`, webhookId, bytes: 1 })).filter(
    Boolean,
  ).length;

describe('slots', () => {
  it('lets no webhook hold more than are free (N6)', () => {
    const { slots } = slotsOf(30);
    expect(holdMany(slots, 'a', 100)).toBe(15);
    expect(holdMany(slots, 'b', 100)).toBe(8);
    expect(holdMany(slots, 'c', 100)).toBe(4);
    expect(slots.available).toBe(3);
  });

  it('holds a delivery once, and no more bytes than there is memory for, but always one', () => {
    const { slots } = slotsOf(10, 100);
    expect(slots.hold({ id: 'large', webhookId: 'a', bytes: 500 })).toBe(true);
    expect(slots.hold({ id: 'large', webhookId: 'a', bytes: 500 })).toBe(false);
    expect(slots.hold({ id: 'small', webhookId: 'b', bytes: 1 })).toBe(false);
    slots.free('large');
    expect(slots.hold({ id: 'small', webhookId: 'b', bytes: 1 })).toBe(true);
  });

  it('has room for a webhook again when a quarter of its share is free: a backlog is taken in batches', () => {
    const { slots, freed } = slotsOf(40);
    holdMany(slots, 'a', 40);
    expect(slots.room()).toEqual(new Map([['a', 0]]));
    for (let n = 0; n < 4; n++) slots.free(`a${n}`);
    expect(slots.roomOf('a')).toBe(0);
    slots.free('a4');
    expect(slots.roomOf('a')).toBe(5);
    expect(freed).toEqual(Array(5).fill('a'));
    expect(slots.roomOf('b')).toBe(13);
  });

  it('tells how many more are likely to fit by what those that are held take, and one at least', () => {
    const { slots } = slotsOf(100, 1_000);
    expect(slots.likelyMore).toBe(Number.MAX_SAFE_INTEGER);
    slots.hold({ id: 'a', webhookId: 'a', bytes: 100 });
    slots.hold({ id: 'b', webhookId: 'b', bytes: 200 });
    expect(slots.likelyMore).toBe(4);
    slots.take([{ id: 'c', webhookId: 'c', bytes: 900 }]);
    expect(slots.likelyMore).toBe(1);
  });
});
