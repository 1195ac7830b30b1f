// Takes events in: routes them, stores event and deliveries in one commit, and hands over what this node leased at birth.
// Whoever calls may tell its client "accepted" only after `accept` has answered.

import { Refusal } from '../domain/errors.ts';
import { headerOfKey, type NewEvent } from '../domain/event.ts';
import { limit } from '../domain/limits.ts';
import type { StoredEvent } from '../domain/stored-event.ts';
import type { DeliverySettings, Webhook } from '../domain/webhook.ts';
import { createBatcher } from '../lib/batcher.ts';
import type { Clock } from '../lib/clock.ts';
import type { NewId } from '../lib/ids.ts';
import type { RoutableEvent } from '../routing/routable.ts';
import { createRouter, type Router } from '../routing/router.ts';
import type { AcceptStore } from '../store/accept.ts';
import type {
  AcceptedEvent,
  AcceptResult,
  AcceptUnit,
  NewDelivery,
  RoutedEvent,
} from '../store/accept-unit.ts';
import type { EnvelopeKey, EnvelopeStore, RegisteredEnvelope } from '../store/envelopes.ts';
import type { LeasePlace } from '../store/leases.ts';
import type { Snapshot, Snapshots } from '../store/snapshots.ts';
import { type Resolved, resolve } from './facts.ts';
import { refuseRouting, routingFaults } from './routing-faults.ts';

/** An event as its sender or source hands it over. */
export interface Incoming {
  readonly event: NewEvent;
  /** The id that the sender chose. */
  readonly senderId: string | null;
  /** Hash of what was sent; empty where the event's key is itself made from its content. */
  readonly fingerprint: Buffer;
  readonly sourceId: string | null;
  /** The platform's post before translation. */
  readonly received: Buffer | null;
  /**
   * Where the event stands in the request (empty, or `[3]`), for naming what the directory does not know. Null: a platform
   * speaks, whose names need not be ours; unknown ones are passed over.
   */
  readonly path: string | null;
}

/** What the sender is told of one event. */
export interface Accepted {
  readonly id: string;
  /** How many webhooks it goes to. */
  readonly deliveries: number;
  readonly repeated: boolean;
}

export interface Ingest {
  /**
   * Stores all events or none.
   * @throws Refusal `event_conflict` with the indexes in its details, `overloaded`; errors of the database as they are
   */
  accept(environmentId: number, incoming: readonly Incoming[]): Promise<readonly Accepted[]>;
  idle(): Promise<void>;
}

/** A delivery leased at birth; the consumer of `begin` knows it as its own leased delivery. */
export interface BornDelivery {
  readonly id: string;
  readonly environmentId: number;
  readonly webhookId: string;
  readonly eventId: string;
  readonly place: LeasePlace;
  readonly attempt: 1;
  readonly step: 0;
  readonly trigger: 'auto';
  readonly event: StoredEvent;
}

/** What ingest needs of delivery. */
export interface Birth {
  readonly nodeId: number;
  reserve(delivery: { readonly id: string; readonly webhookId: string; readonly bytes: number }): boolean;
  begin(born: readonly BornDelivery[]): void;
  abandon(deliveryIds: readonly string[]): void;
  lose(deliveryIds: readonly string[]): void;
}

export interface IngestOptions {
  readonly store: AcceptStore;
  readonly snapshots: Snapshots;
  readonly envelopes: Pick<EnvelopeStore, 'findAll'>;
  readonly birth: Birth;
  readonly clock: Clock;
  readonly newId: NewId;
}

const none: ReadonlyMap<string, RegisteredEnvelope | null> = new Map();
const batchMax = 200;
const batchBytesMax = 8 * 1024 * 1024;
/** An event routed by a configuration that changed before its commit is routed again; more than this is a storm of changes. */
const routeTriesMax = 10;

export function createIngest({ store, snapshots, envelopes, birth, clock, newId }: IngestOptions): Ingest {
  const routers = new WeakMap<Snapshot, Router<Webhook>>();
  const lookUps = createBatcher<EnvelopeKey, RegisteredEnvelope | null>({
    batchMax: 1000,
    weightMax: Number.POSITIVE_INFINITY,
    weigh: () => 1,
    concurrency: 2,
    highWater: 100_000,
    run: (keys) => envelopes.findAll(keys),
  });
  const batcher = createBatcher<AcceptUnit, AcceptResult>({
    batchMax,
    weightMax: batchBytesMax,
    weigh: weighUnit,
    concurrency: 2,
    // Little beside what a commit takes, and nothing for a sender that posts one after the other.
    spacing: { ms: 3, above: 3 },
    highWater: limit('accept_backlog_bytes_max'),
    run: storeBatch,
  });

  function routerOf(snapshot: Snapshot): Router<Webhook> {
    const known = routers.get(snapshot);
    if (known) return known;
    const router = createRouter(snapshot.webhooks.values());
    routers.set(snapshot, router);
    return router;
  }

  async function route(
    environmentId: number,
    incoming: readonly Incoming[],
    now: number,
    isRefreshed = false,
  ): Promise<AcceptUnit> {
    const snapshot = await snapshots.get(environmentId);
    const registered = snapshot.hasEnvelopes ? await registeredEnvelopes(environmentId, incoming) : none;
    const router = routerOf(snapshot);
    const resolved = incoming.map((entry) =>
      resolve(entry.event, registered.get(entry.event.envelope?.id ?? '') ?? null, snapshot.directory),
    );
    const faults = routingFaults(incoming, resolved, registered, snapshot);
    if (faults.length > 0) {
      if (isRefreshed) throw refuseRouting(incoming, faults);
      // Another node may have added the name a moment ago: before anything is refused, the directory is read again.
      snapshots.forget(environmentId);
      return route(environmentId, incoming, now, true);
    }
    const events = incoming.map((entry, index): RoutedEvent => {
      const { event, routable } = resolved[index] as Resolved;
      const deliveries = router.match(routable).map((webhook) => newDelivery(webhook, newId(now), event));
      return { ...entry, event, id: newId(now), deliveries, routedBy: routedBy(routable) };
    });
    return { environmentId, version: snapshot.version, receivedAt: now, events };
  }

  async function registeredEnvelopes(
    environmentId: number,
    incoming: readonly Incoming[],
  ): Promise<ReadonlyMap<string, RegisteredEnvelope | null>> {
    const ids = [...new Set(incoming.flatMap(({ event }) => event.envelope?.id ?? []))];
    const found = await Promise.all(
      ids.map(async (id) => {
        const finding = lookUps.add({ environmentId, id });
        if (!finding) throw new Refusal('overloaded');
        return [id, await finding] as const;
      }),
    );
    return new Map(found);
  }

  /** Takes slots for as many of the batch's deliveries as there are; the others are born without a lease. */
  function reserve(units: readonly AcceptUnit[]): Set<string> {
    const born = units.flatMap(({ events }) =>
      events.flatMap(({ event, deliveries }) =>
        deliveries
          .filter((delivery) => delivery.birth === 'free')
          .map(({ id, webhookId }) => ({ id, webhookId, bytes: event.content.length })),
      ),
    );
    return new Set(born.filter((delivery) => birth.reserve(delivery)).map(({ id }) => id));
  }

  /** One batch: reserve slots, commit, then begin what was leased. */
  async function storeBatch(units: readonly AcceptUnit[]): Promise<readonly AcceptResult[]> {
    const reserved = reserve(units);
    try {
      const results = await store.accept(units, { nodeId: birth.nodeId, has: (id) => reserved.has(id) });
      hand(units, results, reserved);
      return results;
    } catch (error) {
      birth.lose([...reserved]);
      throw error;
    }
  }

  function hand(units: readonly AcceptUnit[], results: readonly AcceptResult[], reserved: Set<string>): void {
    const born: BornDelivery[] = [];
    let unleased = false;
    units.forEach((unit, index) => {
      const result = results[index];
      if (result?.kind !== 'accepted') return;
      unit.events.forEach((routed, position) => {
        const stored = result.events[position];
        if (stored?.kind !== 'stored') return;
        const event = storedEvent(routed);
        routed.deliveries.forEach(({ id, webhookId }, at) => {
          const place = stored.leases[at] ?? null;
          if (place === null) {
            unleased = true;
            return;
          }
          reserved.delete(id);
          const { environmentId } = unit;
          const first = { attempt: 1, step: 0, trigger: 'auto' } as const;
          born.push({ id, environmentId, webhookId, eventId: routed.id, place, ...first, event });
        });
      });
    });
    birth.begin(born);
    if (unleased || reserved.size > 0) birth.abandon([...reserved]);
  }

  return {
    async accept(environmentId, incoming) {
      const now = clock.now();
      for (let tries = 0; tries < routeTriesMax; tries++) {
        const unit = await route(environmentId, incoming, now);
        const storing = batcher.add(unit);
        if (!storing) throw new Refusal('overloaded');
        const result = await storing;
        switch (result.kind) {
          case 'accepted':
            return result.events.map((accepted, index) => answer(accepted, unit.events[index]));
          case 'conflict':
            throw conflict(unit, result.indexes);
          case 'stale':
            snapshots.forget(environmentId);
        }
      }
      throw new Refusal('overloaded');
    },
    idle: () => batcher.idle(),
  };
}

function newDelivery({ id: webhookId, delivery }: Webhook, id: string, { envelope }: NewEvent): NewDelivery {
  return { id, webhookId, birth: birthOf(delivery, envelope !== null) };
}

/** Limits that hold over all nodes, and the order of envelopes, are kept by the webhook's lane. */
function birthOf(
  { ordering, maxPerSecond, maxConcurrent }: DeliverySettings,
  hasEnvelope: boolean,
): NewDelivery['birth'] {
  if (ordering === 'per-envelope' && hasEnvelope) return 'in_turn';
  return maxPerSecond === null && maxConcurrent === null ? 'free' : 'queued';
}

/** What decided beside the type; most events say nothing, and nothing is kept for them. */
function routedBy({ type: _, ...facts }: RoutableEvent): string | null {
  const said = Object.values(facts).some((fact) => (Array.isArray(fact) ? fact.length > 0 : fact !== null));
  return said ? JSON.stringify(facts) : null;
}

function weighUnit(unit: AcceptUnit): number {
  return unit.events.reduce(
    (sum, { event, received }) => sum + 512 + event.content.length + (received?.length ?? 0),
    0,
  );
}

function storedEvent({ id, senderId, event }: RoutedEvent): StoredEvent {
  const { type, severity, occurredAt, envelope, signer, routing, platform, content } = event;
  return { id: senderId ?? id, type, severity, occurredAt, envelope, signer, routing, platform, content };
}

function answer(accepted: AcceptedEvent, routed: RoutedEvent | undefined): Accepted {
  if (!routed) throw new Error('The store answered for an event that was not in the batch.');
  if (accepted.kind === 'repeated')
    return { id: routed.senderId ?? accepted.id, deliveries: accepted.deliveryCount, repeated: true };
  return { id: routed.senderId ?? routed.id, deliveries: routed.deliveries.length, repeated: false };
}

function conflict(unit: AcceptUnit, indexes: readonly number[]): Refusal {
  const first = unit.events[indexes[0] ?? 0];
  return new Refusal('event_conflict', {
    id: first?.senderId ?? headerOfKey(first?.event.key ?? ''),
    indexes,
  });
}
