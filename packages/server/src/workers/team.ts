// What a worker knows of the server that it is one of: the other workers, by way of the primary.
import type { EmbeddedConnection } from '../store/embedded/server.ts';
import type { NodeStore } from '../store/nodes.ts';

export interface Team {
  /** The embedded database, which the primary runs; null: there is none. */
  readonly embedded: EmbeddedConnection | null;
  /** One of them makes the link for the first super admin. */
  readonly first: boolean;
  /** This worker is now the node of this id. */
  joined(nodeId: number): void;
  /** An environment was changed, or null: any. Resolves when no worker acts by what it knew before; never rejects. */
  changed(environmentId: number | null): Promise<void>;
  /** The metrics of all workers together; null when the primary does not answer. */
  metrics(): Promise<string | null>;
}

export interface Spreading {
  spread(environmentId: number | null): void;
  /** Resolves when everything that was spread so far is known to all; null when it is. */
  settled(): Promise<void> | null;
}

export function createSpreading(team: Pick<Team, 'changed'> | null): Spreading {
  const open = new Set<Promise<void>>();
  return {
    spread(environmentId) {
      if (team === null) return;
      const spread = team.changed(environmentId).finally(() => open.delete(spread));
      open.add(spread);
    },
    settled: () => (open.size === 0 ? null : Promise.all(open).then(() => {})),
  };
}

/** @throws Error rather than tell those of one worker as if they were all: sums that fall look like a restart */
export async function metricsOfAll(team: Pick<Team, 'metrics'>): Promise<string> {
  const text = await team.metrics();
  if (text === null) throw new Error('The primary did not tell the metrics of all workers.');
  return text;
}

/** Lets the team know under which id this process works, so that its leases can be freed the moment it dies. */
export function announcing(nodes: NodeStore, team: Team | null): NodeStore {
  if (team === null) return nodes;
  return {
    ...nodes,
    async register() {
      const nodeId = await nodes.register();
      team.joined(nodeId);
      return nodeId;
    },
    async renew(nodeIds, next, held) {
      const renewal = await nodes.renew(nodeIds, next, held);
      team.joined(next);
      return renewal;
    },
  };
}
