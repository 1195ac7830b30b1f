// Makes what delivers: who this node is among others, the deliverer, and what hears and tells that something happened.
import { createDeliverer, type Deliverer } from '../deliver/deliverer.ts';
import { createMembership, type Membership } from '../deliver/membership.ts';
import { systemClock } from '../lib/clock.ts';
import type { Service } from '../lib/service.ts';
import type { Metrics } from '../observe/metrics.ts';
import { createDeliveryTail } from '../store/delivery-tail.ts';
import { createListener } from '../store/listener.ts';
import { createQueueStore } from '../store/queue.ts';
import { createRecordStore } from '../store/record.ts';
import { destinationOf } from '../store/snapshots.ts';
import { createTailChannel } from '../store/tail-channel.ts';
import { createTails, type Tails } from '../tail/tails.ts';
import { type Changes, composeChanges } from './changes.ts';
import type { Ground } from './ground.ts';
import { measureAttempts, measuredQueue, measuredRecords } from './measure.ts';
import type { Sending } from './sending.ts';

export interface Delivering {
  readonly membership: Membership;
  readonly deliverer: Deliverer;
  readonly changes: Changes;
  readonly tails: Tails;
  readonly listener: Service;
}

export function composeDelivering(ground: Ground, { sender }: Sending, metrics: Metrics): Delivering {
  const { config, database, snapshots, clock, sqlNow, random, log, keys } = ground;
  const membership = composeMembership(ground, () => deliverer);
  const changes = composeChanges(ground, () => deliverer.wake());
  const deliverer: Deliverer = createDeliverer({
    queue: measuredQueue(createQueueStore(database), metrics),
    records: measuredRecords(createRecordStore(database), metrics),
    sender,
    destination: async (environmentId, webhookId) => {
      const snapshot = await snapshots.get(environmentId);
      const webhook = snapshot.webhooks.get(webhookId);
      return webhook ? destinationOf(snapshot, webhook) : null;
    },
    outdated: (environmentId) => snapshots.forget(environmentId),
    disableGone: disableGone(ground, changes),
    tokenKey: keys.tokenKeys[0],
    clock,
    random,
    log,
    leases: membership,
    sqlNow,
    concurrency: config.concurrency,
  });
  measureAttempts(deliverer, metrics);
  return { membership, deliverer, changes, ...composeTelling(ground, deliverer) };
}

function composeMembership(ground: Ground, deliverer: () => Deliverer): Membership {
  const { nodes, log, alone, silenceMs } = ground;
  return createMembership({
    nodes,
    // Heartbeats and silences are counted by the database's clock, which no test moves.
    clock: systemClock,
    log,
    alone,
    silenceMs,
    onLost: () => deliverer().forfeit(),
    onCertain: () => deliverer().resume(),
  });
}

function disableGone({ webhooks, clock, log }: Ground, { changed }: Changes) {
  return async (environmentId: number, webhookId: string): Promise<void> => {
    const webhook = { environmentId, id: webhookId, expected: null };
    await webhooks.disable(webhook, 'gone', 'hold', new Date(clock.now()));
    log.warn({ webhookId }, 'a webhook was disabled: its receiver answered 410 Gone');
    changed(environmentId);
  };
}

/** Live tails, and what other processes say through the database. */
function composeTelling(
  { database, snapshots, clock, log }: Ground,
  deliverer: Deliverer,
): Pick<Delivering, 'tails' | 'listener'> {
  const tails = createTails({
    store: createDeliveryTail(database),
    channel: createTailChannel(database),
    clock: systemClock,
    log,
  });
  deliverer.recorded.on(({ environmentId, deliveryId }) => tails.changed(environmentId, deliveryId));
  const listener = createListener({
    database,
    clock,
    log,
    onEnvironment: (environmentId) => snapshots.forget(environmentId ?? undefined),
    onQueue: () => deliverer.wake(),
    onTail: (message) => tails.hear(message),
  });
  return { tails, listener };
}
