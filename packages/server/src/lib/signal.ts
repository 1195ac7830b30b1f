// A named moment that others can wait for: tests await what the program announces instead of sleeping.

export interface Signal<T> {
  emit(value: T): void;
  /** Resolves with the next value emitted after this call. */
  next(): Promise<T>;
  on(listener: (value: T) => void): () => void;
}

export function createSignal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => void>();
  const on = (listener: (value: T) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    on,
    emit: (value) => {
      for (const listener of [...listeners]) listener(value);
    },
    next: () =>
      new Promise((resolve) => {
        const off = on((value) => {
          off();
          resolve(value);
        });
      }),
  };
}
