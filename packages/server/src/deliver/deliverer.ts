// Delivery as one short pipeline of values: leased → prepared → attempted → decided → recorded.
// Every lease ends in exactly one way: recorded, set aside (webhook disabled or deleted), or given back.
import type { KeyObject } from 'node:crypto';
import { decide, type Judgement } from '../domain/delivery.ts';
import { noFacts } from '../domain/stored-event.ts';
import type { Destination } from '../domain/webhook.ts';
import { createBatcher } from '../lib/batcher.ts';
import type { Clock } from '../lib/clock.ts';
import type { Service } from '../lib/service.ts';
import { createSignal, type Signal } from '../lib/signal.ts';
import type { Log } from '../observe/log.ts';
import type { ClaimedRow, QueueStore, SetAside } from '../store/queue.ts';
import type { FinishedAttempt, RecordStore } from '../store/record.ts';
import { createClaimer } from './claimer.ts';
import { createLines } from './lines.ts';
import {
  judge,
  type LeasedDelivery,
  outgoing,
  type Prepared,
  prepare,
  withoutCredential,
} from './prepare.ts';
import { createRecorder, type Recorded } from './recorder.ts';
import type { OutgoingRequest, SendResult } from './send.ts';
import { createSlots, type Holding } from './slots.ts';
import { askedBy, createStrain } from './strain.ts';

export interface Deliverer extends Service {
  /** Takes a slot for a delivery about to be born; false: it is born without a lease. */
  reserve(delivery: Holding): boolean;
  /** Begins the attempts of deliveries that were leased at birth, after their commit. */
  begin(leased: readonly LeasedDelivery[]): void;
  /** Frees the slots of reserved deliveries that were not leased after all. */
  abandon(deliveryIds: readonly string[]): void;
  /** The same where the database's answer was lost: they may be leased to this node all the same. */
  lose(deliveryIds: readonly string[]): void;
  /** There may be something due. */
  wake(): void;
  /** All leases are lost: what has not begun is left to whoever has them now. */
  forfeit(): void;
  /** Leases that were in doubt hold: what waited may begin. */
  resume(): void;
  readonly nodeId: number;
  /** How busy it is: deliveries held, out of how many at most, and attempts that run. */
  readonly load: { readonly held: number; readonly heldMax: number; readonly running: number };
  /** Announces every attempt after it was recorded. */
  readonly recorded: Signal<FinishedAttempt>;
}

export interface DelivererOptions {
  readonly queue: QueueStore;
  readonly records: RecordStore;
  readonly sender: {
    send(request: OutgoingRequest): Promise<SendResult>;
    /** Aborts what is under way. */
    stop(): Promise<void>;
  };
  /** The webhook's present settings; null when it was deleted. */
  readonly destination: (environmentId: number, webhookId: string) => Promise<Destination | null>;
  /** What `destination` answered was out of date. */
  readonly outdated: (environmentId: number) => void;
  readonly disableGone: (environmentId: number, webhookId: string) => Promise<void>;
  /** Makes verification tokens. */
  readonly tokenKey: KeyObject;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly leases: Leases;
  /** The time for SQL where a test holds the clock; null: the database's own. */
  readonly sqlNow: () => Date | null;
  /** Attempts that run at the same time. */
  readonly concurrency: number;
}

/** This node's place among the others, as far as delivery needs it. */
export interface Leases {
  readonly nodeId: number;
  settledId(): Promise<number>;
  /** False while others may have taken the leases over. */
  readonly certain: boolean;
  renew(held: readonly string[]): Promise<number>;
}

/** How a lease ended: written down, not known to be written down, or impossible to write down. */
type Ended = 'settled' | 'unknown' | 'stuck';

/**
 * Deliveries held in memory for each that can run: enough that what one event means for ten webhooks is leased at birth also
 * under load, while the slots of those before wait to be recorded.
 */
const heldPerRunning = 6;
const heldBytesMax = 64 * 1024 * 1024;
/** How long running attempts may go on after the stop began. */
const stopGraceMs = 5_000;
/** How long a stop waits for a database that cannot be reached. */
const giveUpMs = 3_000;
const unavailablePauseMs = 1_000;

export function createDeliverer(options: DelivererOptions): Deliverer {
  const { queue, records, sender, leases, clock, log, sqlNow, concurrency } = options;
  const recorded = createSignal<FinishedAttempt>();
  const nodeId = () => leases.settledId();
  const recorder = createRecorder({ store: records, clock, log, nodeId, sqlNow, enough: concurrency });
  const heldMax = concurrency * heldPerRunning;
  const slots = createSlots({
    countMax: heldMax,
    bytesMax: heldBytesMax,
    onFree: (webhookId) => claimer.slotFreed(webhookId),
  });
  const strain = createStrain(queue);
  const claimer = createClaimer({
    queue: { ...queue, look: strain.look },
    slots,
    clock,
    log,
    nodeId: () => leases.nodeId,
    sqlNow,
    renewLeases: (held) => leases.renew(held),
    begin: beginClaimed,
  });
  const aside = createBatcher<string, SetAside | null>({
    batchMax: 500,
    weightMax: Number.POSITIVE_INFINITY,
    weigh: () => 1,
    concurrency: 1,
    highWater: Number.POSITIVE_INFINITY,
    run: async (ids) => {
      const fates = await queue.setAside(await nodeId(), ids, sqlNow());
      return ids.map((id) => fates.get(id) ?? null);
    },
  });
  const endings = new Set<Promise<Ended>>();
  const lines = createLines<LeasedDelivery>(concurrency);
  let stopped = false;
  let drained: () => void = () => {};

  function beginClaimed(claimed: readonly ClaimedRow[]): ReadonlySet<string> {
    const refused = slots.take(
      claimed.map(({ delivery_id: id, webhook_id: webhookId, content }) => ({
        id,
        webhookId,
        bytes: content.length,
      })),
    );
    begin(claimed.filter(({ delivery_id: id }) => !refused.has(id)).map(fromRow));
    return refused;
  }

  function begin(leased: readonly LeasedDelivery[]): void {
    for (const delivery of leased) lines.push(delivery);
    pump();
  }

  function pump(): void {
    while (!stopped && leases.certain) {
      const leased = lines.next();
      if (leased === null) return;
      void run(leased);
    }
  }

  /** One delivery from lease to its end; it never throws. */
  async function run(leased: LeasedDelivery): Promise<void> {
    let end: () => Promise<Ended>;
    try {
      end = await work(leased);
    } catch (error) {
      // Its lease is given back, so that it is tried again when whatever failed has recovered.
      log.warn({ deliveryId: leased.id, error: String(error) }, 'a delivery could not be attempted');
      await new Promise<void>((resolve) => clock.after(unavailablePauseMs, resolve));
      end = async () => 'unknown';
    }
    // The next attempt runs while this one is being recorded; its slot stays taken until then.
    lines.done(leased.webhookId);
    const ending = end().catch((): Ended => 'unknown');
    endings.add(ending);
    pump();
    if (lines.running === 0) drained();
    settle(leased.id, await ending);
    endings.delete(ending);
  }

  /** Makes the attempt, if there is one to make. Answers what writes down how it ended. */
  async function work(leased: LeasedDelivery): Promise<() => Promise<Ended>> {
    const destination = await options.destination(leased.environmentId, leased.webhookId);
    if (destination === null || destination.webhook.status === 'disabled') return () => setAside(leased);
    const finished = await attempt(leased, destination);
    // Cut off by the stop: it does not count, and the lease is given back with all others.
    if (finished === null) return async () => 'settled';
    return async () => afterRecord(finished, await recorder.record(finished));
  }

  async function setAside({ id, environmentId }: LeasedDelivery): Promise<Ended> {
    const fate = await aside.add(id);
    if (fate === 'wanted') {
      options.outdated(environmentId);
      claimer.wake();
    }
    return fate === null ? 'unknown' : 'settled';
  }

  async function attempt(leased: LeasedDelivery, destination: Destination): Promise<FinishedAttempt | null> {
    const startedAt = clock.now();
    const prepared = prepare(leased, destination, options.tokenKey, startedAt);
    const result = await sender.send(outgoing(prepared));
    if (result.kind === 'failed' && result.error === 'aborted') return null;
    const { webhook } = destination;
    const judgement = judge(webhook, result);
    const askedMs = judgement.kind === 'failure' ? askedBy(result, clock.now()) : null;
    const { scheduleSeconds } = webhook;
    const decision = decide({
      judgement,
      scheduleSeconds,
      step: leased.step,
      random: options.random(),
      askedMs,
    });
    const sign = strain.signOf(webhook, result, askedMs);
    const inTurn = webhook.delivery.ordering === 'per-envelope';
    const isAwaited = sign !== null || inTurn || webhook.delivery.maxConcurrent !== null;
    return { ...finish(leased, prepared, result, judgement, startedAt), decision, sign, inTurn, isAwaited };
  }

  async function afterRecord(finished: FinishedAttempt, outcome: Recorded): Promise<Ended> {
    switch (outcome.kind) {
      case 'recorded':
        if (outcome.dueInMs !== null) claimer.expect(outcome.dueInMs);
        strain.note(finished.webhookId, finished.sign);
        // A place in its lane became free, or the next of its envelope has its turn.
        if (finished.sign !== null || finished.inTurn) claimer.wake();
        if (finished.decision.kind === 'failed' && finished.decision.disableWebhook) {
          await options.disableGone(finished.environmentId, finished.webhookId);
        }
        recorded.emit(finished);
        return 'settled';
      case 'lease_lost':
        log.info({ deliveryId: finished.deliveryId }, 'an attempt was not recorded: its lease was lost');
        return 'settled';
      case 'unrecordable':
        return 'stuck';
      case 'given_up':
        return 'settled';
    }
  }

  function settle(deliveryId: string, ended: Ended): void {
    switch (ended) {
      case 'settled':
        slots.free(deliveryId);
        return;
      case 'unknown':
        slots.free(deliveryId);
        claimer.reconcile();
        return;
      case 'stuck':
      // The slot stays taken, so that reconciling does not give the lease back and the attempt is not made over and over.
    }
  }

  async function drain(): Promise<void> {
    if (lines.running === 0) return;
    const allDone = new Promise<void>((resolve) => {
      drained = resolve;
    });
    const cancelGrace = clock.after(stopGraceMs, () => void sender.stop());
    await allDone;
    cancelGrace();
  }

  return {
    recorded,
    get nodeId() {
      return leases.nodeId;
    },
    get load() {
      return { held: slots.held().length, heldMax, running: lines.running };
    },
    reserve: (delivery) =>
      !stopped && !claimer.reconciling && !strain.has(delivery.webhookId) && slots.hold(delivery),
    begin,
    abandon(deliveryIds) {
      for (const id of deliveryIds) slots.free(id);
      claimer.wake();
    },
    lose(deliveryIds) {
      for (const id of deliveryIds) slots.free(id);
      claimer.reconcile();
    },
    wake: () => claimer.wake(),
    forfeit() {
      for (const { id } of lines.clear()) slots.free(id);
    },
    resume: pump,
    start: () => claimer.start(),
    async stop() {
      if (stopped) return;
      stopped = true;
      await claimer.stop();
      recorder.giveUpIn(giveUpMs);
      await drain();
      await Promise.all(endings);
      await sender.stop();
    },
  };
}

function fromRow(row: ClaimedRow): LeasedDelivery {
  return {
    id: row.delivery_id,
    environmentId: row.environment_id,
    webhookId: row.webhook_id,
    eventId: row.event_id,
    place: { lease: row.lease, position: row.position },
    attempt: row.attempt,
    step: row.step,
    trigger: row.trigger,
    event: {
      ...(row.facts ?? noFacts),
      id: row.sender_id ?? row.event_id,
      type: row.type,
      severity: row.severity,
      occurredAt: row.occurred_at.getTime(),
      content: row.content,
    },
  };
}

function finish(
  leased: LeasedDelivery,
  { webhook, url, head, tail }: Prepared,
  result: SendResult,
  judgement: Judgement,
  startedAt: number,
): Omit<FinishedAttempt, 'decision' | 'sign' | 'inTurn' | 'isAwaited'> {
  return {
    deliveryId: leased.id,
    place: leased.place,
    eventId: leased.eventId,
    type: leased.event.type,
    environmentId: leased.environmentId,
    webhookId: leased.webhookId,
    number: leased.attempt,
    trigger: leased.trigger,
    startedAt,
    durationMs: result.timing.totalMs,
    firstByteMs: result.timing.firstByteMs,
    request: { url, headers: JSON.stringify(withoutCredential(result.sentHeaders, webhook)), head, tail },
    response:
      result.kind === 'answered'
        ? {
            status: result.status,
            headers: JSON.stringify(result.headers),
            body: result.body,
            truncated: result.bodyTruncated,
          }
        : null,
    error: errorOf(result, judgement),
  };
}

/** An answer that came whole and was not what the webhook wants is an error too, if it says more than its status. */
function errorOf(result: SendResult, judgement: Judgement): FinishedAttempt['error'] {
  if (result.kind === 'failed') return { kind: result.error, message: result.message };
  const reason = judgement.kind === 'failure' ? judgement.reason : undefined;
  return reason === undefined ? null : { kind: 'answer', message: reason };
}
