// Makes what tends the store while nobody asks for anything: upkeep by the node that leads, and the watch over webhooks.
import { createHash } from 'node:crypto';
import { Refusal } from '../domain/errors.ts';
import type { NewEvent } from '../domain/event.ts';
import type { Ingest } from '../ingest/ingest.ts';
import { systemClock } from '../lib/clock.ts';
import { createAlertMailStore } from '../store/alert-mails.ts';
import { createForgetting } from '../store/forgetting.ts';
import { summarizeHistory } from '../store/history-marks.ts';
import { createLaneUpkeep } from '../store/lanes.ts';
import { createLeadershipStore } from '../store/leadership.ts';
import { ensurePartitions, partitionWeeksAhead } from '../store/partitions.ts';
import { measureQueue } from '../store/queue-depth.ts';
import { createReplaySteps } from '../store/replay-steps.ts';
import { createRetentionStore } from '../store/retention.ts';
import { createStatisticsStore } from '../store/statistics.ts';
import { createWatchStore } from '../store/watch.ts';
import type { Task } from '../upkeep/housekeeper.ts';
import { createReplayer } from '../upkeep/replayer.ts';
import { createRetention } from '../upkeep/retention.ts';
import { createUpkeep, type Upkeep } from '../upkeep/upkeep.ts';
import { createPostman, type Postman } from '../watch/postman.ts';
import { createWatcher, type Watcher } from '../watch/watcher.ts';
import type { Delivering } from './delivering.ts';
import type { Ground } from './ground.ts';
import type { People } from './people.ts';
import type { Sending } from './sending.ts';
import type { TakingIn } from './taking-in.ts';

export interface Tending {
  readonly upkeep: Upkeep;
  readonly watcher: Watcher;
}

/** Everything that is there before. */
export interface Tended {
  readonly ground: Ground;
  readonly sending: Sending;
  readonly delivering: Delivering;
  readonly takingIn: TakingIn;
  readonly people: People;
}

export function composeTending(parts: Tended): Tending {
  const upkeep = composeUpkeep(parts);
  return { upkeep, watcher: composeWatcher(parts, upkeep) };
}

function composeUpkeep({ ground, sending, delivering, takingIn, people }: Tended): Upkeep {
  const { database, clock, log, sqlNow, silenceMs, alone, nodes } = ground;
  const { membership, deliverer } = delivering;
  return createUpkeep({
    clock,
    machineClock: systemClock,
    log,
    leadership: createLeadershipStore(database),
    alone,
    silenceMs,
    makePartitions: () => ensurePartitions(database, clock.now(), partitionWeeksAhead),
    summarizeHistory: () => summarizeHistory(database, clock.now()),
    rescue: async () => (membership.witness ? nodes.rescue(silenceMs) : 0),
    sweep: () => people.accounts.sweep(),
    sweepInboxes: (max) => sending.inboxRequests.sweep(clock.now(), max),
    onRescued: () => deliverer.wake(),
    mendLanes: createLaneUpkeep(database).mend,
    sqlNow,
    measureQueue: () => measureQueue(database, sqlNow()),
    statistics: createStatisticsStore(database),
    replays: composeReplayer(ground, delivering, takingIn, people),
    retention: composeRetention(ground),
  });
}

function composeReplayer(
  { database, clock, history, snapshots }: Ground,
  { deliverer }: Delivering,
  { explainer }: TakingIn,
  { accounts }: People,
): Task {
  return createReplayer({
    steps: createReplaySteps(database),
    clock,
    deliverMissed: async (environmentId, eventId, webhookId) => {
      const event = await history.event(environmentId, eventId);
      return event && explainer.routeTo(environmentId, event, webhookId);
    },
    wake: () => deliverer.wake(),
    ended: (replay) => accounts.tellOfReplay(replay, () => snapshots.get(replay.environmentId)),
  });
}

function composeRetention({ config, database, log, sqlNow }: Ground): Task | null {
  const { retentionDays: days } = config;
  if (days === null) return null;
  const store = createRetentionStore(database);
  return createRetention({ store, forgetting: createForgetting(database), log, sqlNow, days });
}

function composeWatcher({ ground, delivering, takingIn, people }: Tended, upkeep: Upkeep): Watcher {
  const { config, database, newId, clock, sqlNow, log, snapshots } = ground;
  const mailTo = people.mailer === null ? null : config.alertEmails;
  return createWatcher({
    store: createWatchStore(database, { newId, mailTo }),
    postman: composePostman(ground, people),
    clock,
    sqlNow,
    log,
    leads: () => upkeep.leads,
    directoryOf: async (environmentId) => (await snapshots.get(environmentId)).directory,
    accept: (environmentId, events) => acceptOwn(takingIn.ingest, environmentId, events),
    changed: delivering.changes.changed,
  });
}

function composePostman({ database, publicUrl, log, sqlNow }: Ground, { mailer }: People): Postman | null {
  return mailer && createPostman({ store: createAlertMailStore(database), mailer, publicUrl, log, sqlNow });
}

/** Signpost's own events: taken in like those of a platform, each once. */
async function acceptOwn(ingest: Ingest, environmentId: number, events: readonly NewEvent[]): Promise<void> {
  const incoming = events.map((event) => {
    const fingerprint = createHash('sha256').update(event.content).digest();
    return { event, senderId: null, fingerprint, sourceId: null, received: null, path: null };
  });
  await ingest.accept(environmentId, incoming).catch((error: unknown) => {
    // Told before, in the words of another version of Signpost.
    if (!(error instanceof Refusal && error.code === 'event_conflict')) throw error;
  });
}
