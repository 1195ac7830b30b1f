// What the bench has started and must stop again, whatever happens: processes, databases, folders. Stopped last first.

export type Stop = () => Promise<void>;

export class Belongings {
  readonly #stops = new Set<Stop>();
  #closed = false;

  /** Call it before anything is started: throws once `stopAll` has begun. */
  refuseIfClosed(): void {
    if (this.#closed) throw new Error('The bench is stopping');
  }

  /** Answers what stops it: at most once, however often it is called. */
  own(stop: Stop): Stop {
    let stopping: Promise<void> | undefined;
    const once = () => {
      stopping ??= stop().finally(() => this.#stops.delete(once));
      return stopping;
    };
    this.#stops.add(once);
    return once;
  }

  /** Nothing can be started any more. Goes on after a stop that fails, and answers what failed. */
  async stopAll(): Promise<readonly unknown[]> {
    this.#closed = true;
    const failures: unknown[] = [];
    for (const stop of [...this.#stops].reverse())
      await stop().catch((error: unknown) => failures.push(error));
    return failures;
  }
}
