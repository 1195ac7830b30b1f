// What this node holds and has not begun: a line for each webhook, served in turn. No webhook runs more attempts than there
// are places left, so that receivers that do not answer never take the last ones.

export interface Lines<T> {
  push(item: T): void;
  /** The next one whose webhook may run another attempt, which then runs; null when there is none. */
  next(): T | null;
  /** An attempt of this webhook is over. */
  done(webhookId: string): void;
  /** Takes out everything that has not begun. */
  clear(): readonly T[];
  readonly running: number;
}

interface Line<T> {
  readonly webhookId: string;
  items: T[];
  /** Where its first item stands: those before it are gone. */
  at: number;
  running: number;
}

/** A line's gone items are dropped when they are so many. */
const goneMax = 1024;

export function createLines<T extends { readonly webhookId: string }>(runningMax: number): Lines<T> {
  const lines = new Map<string, Line<T>>();
  /** Those in which something waits, in the order in which they are served. */
  const waiting = new Map<string, Line<T>>();
  let running = 0;

  function lineOf(webhookId: string): Line<T> {
    const known = lines.get(webhookId);
    if (known) return known;
    const line: Line<T> = { webhookId, items: [], at: 0, running: 0 };
    lines.set(webhookId, line);
    return line;
  }

  function take(line: Line<T>): T | undefined {
    const item = line.items[line.at];
    line.at += 1;
    if (line.at === line.items.length || line.at === goneMax) {
      line.items = line.items.slice(line.at);
      line.at = 0;
    }
    if (line.items.length === 0) waiting.delete(line.webhookId);
    else if (waiting.size > 1) {
      waiting.delete(line.webhookId);
      waiting.set(line.webhookId, line);
    }
    return item;
  }

  return {
    push(item) {
      const line = lineOf(item.webhookId);
      if (line.items.length === 0) waiting.set(line.webhookId, line);
      line.items.push(item);
    },
    next() {
      const places = runningMax - running;
      if (places <= 0) return null;
      for (const line of waiting.values()) {
        if (line.running >= places) continue;
        line.running += 1;
        running += 1;
        return take(line) ?? null;
      }
      return null;
    },
    done(webhookId) {
      const line = lineOf(webhookId);
      line.running -= 1;
      running -= 1;
      if (line.running === 0 && line.items.length === 0) lines.delete(webhookId);
    },
    clear() {
      const items = [...waiting.values()].flatMap((line) => line.items.slice(line.at));
      for (const line of [...waiting.values()]) {
        line.items = [];
        line.at = 0;
        if (line.running === 0) lines.delete(line.webhookId);
      }
      waiting.clear();
      return items;
    },
    get running() {
      return running;
    },
  };
}
