// The Signpost processes that share this database, their heartbeats, and the rescue of what dead ones had leased.
// Times are the database's, so that nodes with wrong clocks agree.
import type { Database, Statement } from './database.ts';

export interface NodeStore {
  register(): Promise<number>;
  /** False when the node was declared dead: its leases are others' now. */
  beat(nodeId: number): Promise<boolean>;
  /** Declares nodes dead whose heartbeat is older than `silentSeconds`, and frees what they had leased. Answers how many. */
  rescue(silentSeconds: number): Promise<number>;
  /** Frees everything that is leased: for a store that no other node can be using. */
  rescueAll(): Promise<void>;
  /** Gives all leases of the node back and forgets it. */
  unregister(nodeId: number): Promise<void>;
}

const register: Statement = {
  name: 'node_register',
  text: 'INSERT INTO nodes (started_at, heartbeat_at) VALUES (now(), now()) RETURNING id',
};

const beat: Statement = {
  name: 'node_beat',
  text: 'UPDATE nodes SET heartbeat_at = now() WHERE id = $1::int RETURNING id',
};

const findDead: Statement = {
  name: 'node_dead',
  text: `DELETE FROM nodes WHERE heartbeat_at < now() - $1::float8 * interval '1 second' RETURNING id`,
};

const freeLeases: Statement = {
  name: 'node_free_leases',
  text: 'UPDATE queue SET owner = NULL WHERE owner = ANY ($1::int[])',
};

const freeAll: Statement = {
  name: 'node_free_all',
  text: 'WITH gone AS (DELETE FROM nodes) UPDATE queue SET owner = NULL WHERE owner IS NOT NULL',
};

const unregister: Statement = {
  name: 'node_unregister',
  text: 'WITH gone AS (DELETE FROM nodes WHERE id = $1::int) UPDATE queue SET owner = NULL WHERE owner = $1::int',
};

export function createNodeStore(database: Database): NodeStore {
  return {
    register: async () => {
      const [row] = await database.query<{ id: number }>(register, []);
      if (!row) throw new Error('The node was not registered.');
      return row.id;
    },
    beat: async (nodeId) => (await database.query(beat, [nodeId])).length > 0,
    rescue: (silentSeconds) =>
      database.transaction(async (transaction) => {
        const dead = await transaction.query<{ id: number }>(findDead, [silentSeconds]);
        // Reading the whole queue is right here: it happens once a death, and no index has to be kept for it.
        if (dead.length > 0) await transaction.query(freeLeases, [dead.map((row) => row.id)]);
        return dead.length;
      }),
    rescueAll: async () => {
      await database.query(freeAll, []);
    },
    unregister: async (nodeId) => {
      await database.query(unregister, [nodeId]);
    },
  };
}
