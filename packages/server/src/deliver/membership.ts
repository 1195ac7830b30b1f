// This process among the nodes of the database: it registers, and its heartbeat says that its leases still hold.
// A node that was silent for too long is told so, and takes a new id: under the old one nothing can be written any more.
import type { Cancel, Clock } from '../lib/clock.ts';
import type { Service } from '../lib/service.ts';
import type { Log } from '../observe/log.ts';
import type { NodeStore } from '../store/nodes.ts';

export interface Membership extends Service {
  readonly nodeId: number;
}

/** Well below the silence after which others take the leases over. */
const heartbeatMs = 3_000;

export interface MembershipOptions {
  readonly nodes: NodeStore;
  readonly clock: Clock;
  readonly log: Log;
  /** True when no other node can be using this database: whatever is leased belonged to a process that died. */
  readonly alone: boolean;
}

export function createMembership({ nodes, clock, log, alone }: MembershipOptions): Membership {
  let nodeId = 0;
  let stopped = false;
  let cancel: Cancel = () => {};

  async function beat(): Promise<void> {
    try {
      if (!(await nodes.beat(nodeId)) && !stopped) {
        nodeId = await nodes.register();
        log.warn(
          { nodeId },
          'this node was silent for too long and lost its leases; it goes on under a new id',
        );
      }
    } catch (error) {
      log.debug({ error: String(error) }, 'no heartbeat: the database cannot be reached');
    }
    if (!stopped) cancel = clock.after(heartbeatMs, () => void beat());
  }

  return {
    get nodeId() {
      return nodeId;
    },
    async start() {
      if (alone) await nodes.rescueAll();
      nodeId = await nodes.register();
      cancel = clock.after(heartbeatMs, () => void beat());
    },
    async stop() {
      if (stopped || nodeId === 0) return;
      stopped = true;
      cancel();
      await nodes.unregister(nodeId).catch((error: unknown) => {
        log.warn(
          { error: String(error) },
          'leases were not given back; they are taken over when they run out',
        );
      });
    },
  };
}
