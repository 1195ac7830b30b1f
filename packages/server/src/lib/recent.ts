// A map of bounded size: above it, what was asked for longest ago is dropped.

export interface Recent<K, V> {
  readonly size: number;
  get(key: K): V | undefined;
  set(key: K, value: V): void;
}

export function createRecent<K, V>(sizeMax: number): Recent<K, V> {
  // A Map goes through its keys in the order in which they were set.
  const held = new Map<K, V>();
  return {
    get size() {
      return held.size;
    },
    get(key) {
      const value = held.get(key);
      if (value === undefined) return undefined;
      held.delete(key);
      held.set(key, value);
      return value;
    },
    set(key, value) {
      held.delete(key);
      held.set(key, value);
      const [oldest] = held.size > sizeMax ? held.keys() : [];
      if (oldest !== undefined) held.delete(oldest);
    },
  };
}
