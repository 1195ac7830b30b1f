// Everything that has to be done now and then so that the rest can go on for years. One of the nodes does it for all.
import type { Clock } from '../lib/clock.ts';
import type { Service } from '../lib/service.ts';
import type { Log } from '../observe/log.ts';
import type { QueueDepth } from '../observe/metrics.ts';
import type { LaneUpkeep } from '../store/lanes.ts';
import type { LeadershipStore } from '../store/leadership.ts';
import type { StatisticsStore } from '../store/statistics.ts';
import { createHousekeeper, type Task } from './housekeeper.ts';
import { createLeadership } from './leadership.ts';

export interface Upkeep extends Service {
  /** True on the node that does it. */
  readonly leads: boolean;
  /** As last measured; null on nodes that do not lead. */
  readonly queueDepth: QueueDepth | null;
}

export interface UpkeepOptions {
  /** What tasks are planned by. */
  readonly clock: Clock;
  /** The machine's, like the database's: the lead is counted by it. */
  readonly machineClock: Clock;
  readonly log: Log;
  readonly leadership: LeadershipStore;
  /** True when no other process can be using this store. */
  readonly alone: boolean;
  /** After so long without a word a node counts as dead, and a leader as gone. */
  readonly silenceMs: number;
  readonly makePartitions: () => Promise<void>;
  /** So that searches find what is rare without reading all. */
  readonly summarizeHistory: () => Promise<unknown>;
  /** Frees what silent nodes had leased; answers how many nodes. */
  readonly rescue: () => Promise<number>;
  /** Freed deliveries are due. */
  readonly onRescued: () => void;
  /** Forgets sessions, links and the like that have ended. */
  readonly sweep: () => Promise<void>;
  /** Forgets what came to test inboxes too long ago, so many at most; answers how many. */
  readonly sweepInboxes: (max: number) => Promise<number>;
  /** Mends what only a lost race leaves behind, and frees what it held up. */
  readonly mendLanes: LaneUpkeep['mend'];
  readonly sqlNow: () => Date | null;
  readonly measureQueue: () => Promise<QueueDepth>;
  readonly statistics: StatisticsStore;
  /** Sends deliveries again. */
  readonly replays: Task;
  /** null: history is kept for good. */
  readonly retention: Task | null;
}

const partitionsEveryMs = 6 * 3600 * 1000;
const summariesEveryMs = 60_000;
const lanesEveryMs = 60_000;
const sweepEveryMs = 3600 * 1000;
const inboxRequestsMax = 1_000;
const rollUpEveryMs = 5_000;
/** In one statement, so that none takes long. */
const talliesMax = 20_000;
const forgetHoursEveryMs = 3_600_000;
const hoursKeptMs = 92 * 24 * 3_600_000;
const hoursMax = 5_000;
const queueDepthEveryMs = 15_000;
/** Measuring may take this part of the time: a measurement that takes long is made less often. */
const measuringShare = 1 / 500;
/** How often silent nodes are looked for, in the time of a silence. */
const rescuesPerSilence = 3;

export function createUpkeep(options: UpkeepOptions): Upkeep {
  const { clock, log, silenceMs } = options;
  let queueDepth: QueueDepth | null = null;

  async function rescue(): Promise<void> {
    const nodes = await options.rescue();
    if (nodes === 0) return;
    log.warn({ nodes }, 'nodes fell silent; their deliveries were taken over');
    options.onRescued();
  }

  async function mendLanes(): Promise<void> {
    const { woken, turns } = await options.mendLanes(options.sqlNow());
    if (woken + turns === 0) return;
    log.info(
      { woken, turns },
      'lanes that slept too long were woken, turns of deliveries that are gone ended',
    );
    options.onRescued();
  }

  const tasks: readonly Task[] = [
    { name: 'partitions', everyMs: partitionsEveryMs, run: options.makePartitions },
    {
      name: 'summaries of history',
      everyMs: summariesEveryMs,
      run: async () => void (await options.summarizeHistory()),
    },
    { name: 'rescue', everyMs: silenceMs / rescuesPerSilence, run: rescue },
    { name: 'lanes', everyMs: lanesEveryMs, run: mendLanes },
    { name: 'sweep', everyMs: sweepEveryMs, run: options.sweep },
    {
      name: 'test inboxes',
      everyMs: sweepEveryMs,
      run: (mayGoOn) => inSteps(inboxRequestsMax, mayGoOn, options.sweepInboxes),
    },
    {
      name: 'statistics',
      everyMs: rollUpEveryMs,
      run: (mayGoOn) => inSteps(talliesMax, mayGoOn, options.statistics.rollUp),
    },
    {
      name: 'old statistics',
      everyMs: forgetHoursEveryMs,
      run: (mayGoOn) => {
        const before = new Date(clock.now() - hoursKeptMs);
        return inSteps(hoursMax, mayGoOn, (max) => options.statistics.forgetHours(before, max));
      },
    },
    {
      name: 'queue depth',
      everyMs: queueDepthEveryMs,
      run: seldomEnough(clock, async () => {
        queueDepth = await options.measureQueue();
      }),
    },
    options.replays,
    ...(options.retention === null ? [] : [options.retention]),
  ];
  const housekeeper = createHousekeeper({ clock, log, leads: () => leadership.leads, tasks });
  const leadership = createLeadership({
    store: options.leadership,
    clock: options.machineClock,
    log,
    alone: options.alone,
    leaseMs: silenceMs,
    onElected: () => housekeeper.elected(),
  });

  return {
    get leads() {
      return leadership.leads;
    },
    get queueDepth() {
      return leadership.leads ? queueDepth : null;
    },
    async start() {
      await housekeeper.start();
      await leadership.start();
    },
    async stop() {
      await leadership.stop();
      await housekeeper.stop();
    },
  };
}

/** Until a step finds less to do than it may. */
async function inSteps(
  max: number,
  mayGoOn: () => boolean,
  step: (max: number) => Promise<number>,
): Promise<void> {
  while (mayGoOn() && (await step(max)) >= max);
}

/** Leaves a measurement out while the last one would take more than its share of the time. */
function seldomEnough(clock: Clock, measure: () => Promise<void>): () => Promise<void> {
  let notBefore = Number.NEGATIVE_INFINITY;
  return async () => {
    if (clock.now() < notBefore) return;
    const startedAt = performance.now();
    await measure();
    notBefore = clock.now() + (performance.now() - startedAt) / measuringShare;
  };
}
