// This process among the nodes of the database: it registers, and its heartbeat says that its leases still hold.
// A node that was silent for too long is told so, and takes a new id: under the old one nothing can be written any more.
// Heartbeats live in the time of the machine, like the database's; a clock that a test moves does not touch them.
import type { Cancel, Clock } from '../lib/clock.ts';
import type { Service } from '../lib/service.ts';
import type { Log } from '../observe/log.ts';
import { DatabaseUnreachable } from '../store/database.ts';
import type { NodeStore } from '../store/nodes.ts';

export interface Membership extends Service {
  readonly nodeId: number;
  /**
   * The id once no change of it is under way: what was not written under an old id may be under this.
   * @throws DatabaseUnreachable while it cannot be known, since the answer to a change was lost
   */
  settledId(): Promise<number>;
  /** False while the heartbeat is so late that others may have taken the leases over. */
  readonly certain: boolean;
  /** True when this node could reach the database for long enough to know that another's silence is its own. */
  readonly witness: boolean;
  /** Takes a new id, keeps the leases of what is held and gives back all others; answers how many. */
  renew(held: readonly string[]): Promise<number>;
}

export interface MembershipOptions {
  readonly nodes: NodeStore;
  readonly clock: Clock;
  readonly log: Log;
  /** True when no other node can be using this database: whatever is leased belonged to a process that died. */
  readonly alone: boolean;
  /** After so long without a heartbeat a node's leases are others'. */
  readonly silenceMs: number;
  /** All leases are lost: nothing that is held may be begun. */
  readonly onLost: () => void;
  /** Leases that were in doubt hold after all. */
  readonly onCertain: () => void;
}

/** Heartbeats in the time of a silence: a few may be late or fail. */
const beatsPerSilence = 5;

export function createMembership(options: MembershipOptions): Membership {
  const { nodes, clock, log, alone, silenceMs } = options;
  let nodeId = 0;
  /** Ids of renewals whose answers were lost: this node's may be one of them. */
  let possible: readonly number[] = [];
  let stopped = false;
  let cancel: Cancel = () => {};
  let changing: Promise<unknown> = Promise.resolve();
  let beating: Promise<void> = Promise.resolve();
  /** When the last heartbeat that arrived was sent, and since when none was missing; both by performance.now(). */
  let lastBeatAt = 0;
  let steadySince = 0;

  /** Changes of the id happen one after the other. */
  function change<T>(work: () => Promise<T>): Promise<T> {
    const changed = changing.then(work);
    changing = changed.catch(() => {});
    return changed;
  }

  function noteBeat(sentAt: number): void {
    if (sentAt - lastBeatAt > silenceMs / 2) steadySince = sentAt;
    const wasCertain = isCertain();
    lastBeatAt = sentAt;
    if (!wasCertain) options.onCertain();
  }

  /** Found out by a heartbeat, or by whoever renews the id: whichever comes first. */
  function lost(): void {
    log.warn({ nodeId }, 'this node was silent for too long and lost its leases; it has a new id');
    options.onLost();
  }

  const quietMs = () => performance.now() - lastBeatAt;
  const isCertain = () => alone || quietMs() < silenceMs;

  function become(id: number): void {
    nodeId = id;
    possible = [];
  }

  async function beat(): Promise<void> {
    const sentAt = performance.now();
    try {
      const alive = await beatOrRegister();
      if (!alive) lost();
      noteBeat(sentAt);
    } catch (error) {
      log.debug({ error: String(error) }, 'no heartbeat: the database cannot be reached');
    }
    schedule();
  }

  async function beatOrRegister(): Promise<boolean> {
    const beaten = nodeId;
    if ((await nodes.beat([beaten])) !== null) return true;
    return change(async () => {
      // Renewed in the meantime: it is the old id that is gone.
      if (stopped || nodeId !== beaten) return true;
      const living = await nodes.beat([nodeId, ...possible]);
      become(living ?? (await nodes.register()));
      return living !== null;
    });
  }

  async function renew(held: readonly string[]): Promise<number> {
    const sentAt = performance.now();
    const next = await nodes.reserve();
    const before = [nodeId, ...possible];
    possible = [...possible, next];
    const renewal = await nodes.renew(before, next, held);
    become(next);
    if (!renewal.alive) lost();
    noteBeat(sentAt);
    return renewal.released;
  }

  function schedule(): void {
    if (stopped) return;
    cancel = clock.after(silenceMs / beatsPerSilence, () => {
      beating = beat();
    });
  }

  return {
    get nodeId() {
      return nodeId;
    },
    settledId: () =>
      changing.then(() => {
        if (possible.length > 0) throw new DatabaseUnreachable();
        return nodeId;
      }),
    get certain() {
      return isCertain();
    },
    get witness() {
      return quietMs() < silenceMs / 2 && lastBeatAt - steadySince >= silenceMs;
    },
    renew: (held) => change(() => renew(held)),
    async start() {
      if (alone) await nodes.rescueAll();
      lastBeatAt = steadySince = performance.now();
      nodeId = await nodes.register();
      schedule();
    },
    async stop() {
      if (stopped || nodeId === 0) return;
      stopped = true;
      cancel();
      await beating;
      await changing;
      await Promise.all([nodeId, ...possible].map((id) => nodes.unregister(id))).catch((error: unknown) => {
        log.warn(
          { error: String(error) },
          'leases were not given back; they are taken over when they run out',
        );
      });
    },
  };
}
