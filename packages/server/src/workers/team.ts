// What a worker knows of the server that it is one of: the other workers, by way of the primary.
import type { EmbeddedConnection } from '../store/embedded/server.ts';

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
