// What was sent, who should get it, and who got it: the demo's only memory. The story announces, the receivers report,
// the screen and the check read. It knows nothing of HTTP.
import { type Concern, type System, type SystemId, takers } from './systems.ts';

/** Where an event came from. */
export type Origin = 'Documenso' | 'API';

/** One event that goes in. */
export interface Announcement {
  /** Recognises the event in what receivers get. */
  readonly key: string;
  readonly origin: Origin;
  readonly type: string;
  readonly title: string;
  /** Whom its envelope concerns. */
  readonly concern: Concern;
}

/** How far one event is with one system that asked for it. */
export interface Cell {
  /** Requests answered with an error. */
  refusals: number;
  receipts: number;
  /** Receipts that are right: one, and one more for each resend. */
  wanted: number;
}

export interface Row extends Announcement {
  readonly cells: ReadonlyMap<SystemId, Cell>;
  /** The `webhook-id` that receivers saw; it has to be one and the same every time. */
  readonly webhookIds: Set<string>;
}

export type Change =
  | { readonly kind: 'announced' | 'repeated'; readonly row: Row }
  | { readonly kind: 'refused' | 'received'; readonly row: Row; readonly system: System }
  | { readonly kind: 'problem'; readonly text: string }
  /** Something that nobody announced, such as an event that a visitor sent. */
  | { readonly kind: 'stranger'; readonly system: System; readonly type: string; readonly webhookId: string };

export interface Receipt {
  readonly system: System;
  readonly key: string;
  readonly type: string;
  readonly webhookId: string;
}

export type Ledger = ReturnType<typeof createLedger>;

export function createLedger(systems: readonly System[], now: () => number = Date.now) {
  const rows = new Map<string, Row>();
  const problems: string[] = [];
  const listeners = new Set<(change: Change) => void>();
  let firstReceiptAt: number | null = null;

  function emit(change: Change): void {
    for (const listener of [...listeners]) listener(change);
  }

  function watch(listener: (change: Change) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** Must come before the event is sent, because a receiver can be faster than the answer to the sender. */
  function announce(announcement: Announcement): Row {
    const expected = takers(systems, announcement.type, announcement.concern);
    const cells = new Map(expected.map(({ id }) => [id, { refusals: 0, receipts: 0, wanted: 1 }]));
    const row = { ...announcement, cells, webhookIds: new Set<string>() };
    rows.set(row.key, row);
    emit({ kind: 'announced', row });
    return row;
  }

  function report(kind: 'refused' | 'received', { system, key, type, webhookId }: Receipt): void {
    const row = rows.get(key);
    const cell = row?.cells.get(system.id);
    if (kind === 'received') firstReceiptAt ??= now();
    if (!row || !cell) {
      problems.push(`The ${system.name} got ${type} (${webhookId}), which it should not get.`);
      emit({ kind: 'stranger', system, type, webhookId });
      return;
    }
    row.webhookIds.add(webhookId);
    if (kind === 'received') cell.receipts += 1;
    else cell.refusals += 1;
    emit({ kind, row, system });
  }

  return {
    announce,
    watch,
    /** The same event was sent once more on purpose: nobody may get it again. */
    repeat: (row: Row) => emit({ kind: 'repeated', row }),
    refused: (receipt: Receipt) => report('refused', receipt),
    received: (receipt: Receipt) => report('received', receipt),
    /** Something that must not happen did. */
    problem(text: string): void {
      problems.push(text);
      emit({ kind: 'problem', text });
    },
    problems: (): readonly string[] => problems,
    rows: (): readonly Row[] => [...rows.values()],
    firstReceiptAt: () => firstReceiptAt,
    allArrived: () => rows.values().every(({ cells }) => cells.values().every(hasArrived)),
    until: (done: () => boolean) => until(watch, done),
  };
}

export function hasArrived({ receipts, wanted }: Cell): boolean {
  return receipts >= wanted;
}

/** Resolves at the first change after which `done` holds. */
function until(watch: Ledger['watch'], done: () => boolean): Promise<void> {
  if (done()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = watch(() => {
      if (!done()) return;
      stop();
      resolve();
    });
  });
}
