// What the leading node does for all, again and again, and at once when it is elected. A task that fails is tried again at
// its next turn; tasks run beside each other, but never beside themselves.
import type { Cancel, Clock } from '../lib/clock.ts';
import type { Service } from '../lib/service.ts';
import type { Log } from '../observe/log.ts';

export interface Task {
  readonly name: string;
  readonly everyMs: number;
  /** @param mayGoOn asked between the steps of long work: false once this node stops, or leads no more */
  readonly run: (mayGoOn: () => boolean) => Promise<void>;
}

export interface Housekeeper extends Service {
  /** This node leads now: everything is looked after at once. */
  elected(): void;
}

export interface HousekeeperOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly leads: () => boolean;
  readonly tasks: readonly Task[];
}

export function createHousekeeper({ clock, log, leads, tasks }: HousekeeperOptions): Housekeeper {
  const timers = new Map<Task, Cancel>();
  const running = new Map<Task, Promise<void>>();
  let stopped = false;

  const mayGoOn = () => !stopped && leads();

  function schedule(task: Task): void {
    timers.get(task)?.();
    timers.set(
      task,
      clock.after(task.everyMs, () => turn(task)),
    );
  }

  function turn(task: Task): void {
    if (stopped || running.has(task)) return;
    if (leads()) running.set(task, perform(task));
    else schedule(task);
  }

  async function perform(task: Task): Promise<void> {
    try {
      await task.run(mayGoOn);
    } catch (error) {
      log.warn({ task: task.name, error: String(error) }, 'upkeep failed; it will be tried again');
    }
    running.delete(task);
    if (!stopped) schedule(task);
  }

  return {
    elected() {
      for (const task of tasks) turn(task);
    },
    async start() {
      for (const task of tasks) schedule(task);
    },
    async stop() {
      stopped = true;
      for (const cancel of timers.values()) cancel();
      await Promise.all(running.values());
    },
  };
}
