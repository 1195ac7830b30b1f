// Housekeeping that every node does now and then: partitions for the weeks to come, the rescue of what dead nodes leased,
// and sweeping out what has ended.
// Each task is safe to run on several nodes at once.
import type { Cancel, Clock } from '../lib/clock.ts';
import type { Service } from '../lib/service.ts';
import type { Log } from '../observe/log.ts';

export interface HousekeeperOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Makes the partitions that will soon be needed. */
  readonly ensurePartitions: (nowMs: number) => Promise<void>;
  /** Frees what silent nodes had leased; answers how many nodes. */
  readonly rescue: () => Promise<number>;
  readonly rescueEveryMs: number;
  /** Forgets sessions, links and the like that have ended. */
  readonly sweep: () => Promise<void>;
  /** Freed deliveries are due. */
  readonly onRescued: () => void;
}

const partitionsEveryMs = 6 * 3600 * 1000;
const sweepEveryMs = 3600 * 1000;

export function createHousekeeper(options: HousekeeperOptions): Service {
  const { clock, log } = options;
  const cancels = new Set<Cancel>();
  let stopped = false;

  function repeat(everyMs: number, name: string, task: () => Promise<void>): void {
    const cancel = clock.after(everyMs, () => {
      cancels.delete(cancel);
      task()
        .catch((error: unknown) =>
          log.warn({ task: name, error: String(error) }, 'housekeeping failed; it will be tried again'),
        )
        .finally(() => {
          if (!stopped) repeat(everyMs, name, task);
        });
    });
    cancels.add(cancel);
  }

  async function rescue(): Promise<void> {
    const nodes = await options.rescue();
    if (nodes === 0) return;
    log.warn({ nodes }, 'nodes fell silent; their deliveries were taken over');
    options.onRescued();
  }

  return {
    async start() {
      await options.ensurePartitions(clock.now());
      repeat(partitionsEveryMs, 'partitions', () => options.ensurePartitions(clock.now()));
      repeat(sweepEveryMs, 'sweep', options.sweep);
      repeat(options.rescueEveryMs, 'rescue', rescue);
    },
    async stop() {
      stopped = true;
      for (const cancel of cancels) cancel();
    },
  };
}
