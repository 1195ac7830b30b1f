// The Signpost processes that share this database, their heartbeats, and the rescue of what dead ones had leased.
// Times are the database's, so that nodes with wrong clocks agree.
import type { Database, Statement } from './database.ts';
import { entriesOf, entryColumns, holds, queueColumns } from './leases.ts';
import { plainArray } from './packing.ts';

export interface NodeStore {
  register(): Promise<number>;
  /**
   * Answers under which of its ids the node lives: the usual, or one to which it was renewed without hearing of it. Null when it
   * was declared dead: its leases are others' now.
   */
  beat(nodeIds: readonly number[]): Promise<number | null>;
  /** An id that no node has, to be renewed to. */
  reserve(): Promise<number>;
  /**
   * Gives the node a new id. The leases of the named deliveries go over to it, all others are given back; nothing that is
   * still on its way under an old id can take a lease any more.
   * @param nodeIds all that may be its own: earlier renewals may or may not have been committed
   */
  renew(nodeIds: readonly number[], next: number, held: readonly string[]): Promise<Renewal>;
  /** Declares nodes dead whose heartbeat is older than `silentMs`, and frees what they had leased. Answers how many. */
  rescue(silentMs: number): Promise<number>;
  /** Frees everything that is leased: for a store that no other node can be using. */
  rescueAll(): Promise<void>;
  /** How many were heard of within the last so many milliseconds. */
  alive(silentMs: number): Promise<number>;
  /** Gives all leases of the node back and forgets it. */
  unregister(nodeId: number): Promise<void>;
}

export interface Renewal {
  /** False when the old id was declared dead before: nothing was left to take over. */
  readonly alive: boolean;
  /** Leases that were given back. */
  readonly released: number;
}

const register: Statement = {
  name: 'node_register',
  text: 'INSERT INTO nodes (started_at, heartbeat_at, master_keys) VALUES (now(), now(), $1::text[]) RETURNING id',
};

const reserve: Statement = {
  name: 'node_reserve',
  text: `SELECT nextval(pg_get_serial_sequence('nodes', 'id'))::int AS id`,
};

const registerAs: Statement = {
  name: 'node_register_as',
  text: `
INSERT INTO nodes (id, started_at, heartbeat_at, master_keys) OVERRIDING SYSTEM VALUE
VALUES ($1::int, now(), now(), $2::text[])`,
};

/** Late is as good as never: whoever waits for it must know soon that the database does not answer. */
const beatTimeoutMs = 3_000;

const beat: Statement = {
  name: 'node_beat',
  text: 'UPDATE nodes SET heartbeat_at = now() WHERE id = ANY ($1::int[]) RETURNING id',
  timeoutMs: beatTimeoutMs,
};

// A statement that takes leases locks its node's row. Deleting the row first waits for those under way, and the statement
// after it sees what they took; those that come later find no row and take nothing.
const forget: Statement = {
  name: 'node_forget',
  text: 'DELETE FROM nodes WHERE id = ANY ($1::int[]) RETURNING id',
};

const forgetSilent: Statement = {
  name: 'node_forget_silent',
  text: `DELETE FROM nodes WHERE heartbeat_at < now() - $1::float8 * interval '1 millisecond' RETURNING id`,
};

const countAlive: Statement = {
  name: 'node_count_alive',
  text: `SELECT count(*) AS nodes FROM nodes WHERE heartbeat_at >= now() - $1::float8 * interval '1 millisecond'`,
};

const forgetAll: Statement = { name: 'node_forget_all', text: 'DELETE FROM nodes' };

/** SQL: what the leases in `lost` still hold goes back to the queue. */
const giveBack = `
  INSERT INTO queue (${queueColumns}) SELECT ${entryColumns('l')} FROM lost l, ${entriesOf('l')} WHERE ${holds('l')}`;

const freeOwned: Statement = {
  name: 'node_free',
  text: `WITH lost AS (DELETE FROM leases WHERE node_id = $1::int RETURNING *) ${giveBack}`,
};

const freeOrphaned: Statement = {
  name: 'node_free_orphaned',
  text: `
WITH lost AS (
  DELETE FROM leases WHERE NOT EXISTS (SELECT FROM nodes n WHERE n.id = leases.node_id) RETURNING *
) ${giveBack}`,
};

const handOver: Statement = {
  name: 'node_hand_over',
  text: `
WITH old AS MATERIALIZED (
  SELECT * FROM leases WHERE node_id = ANY ($1::int[]) ORDER BY id FOR UPDATE
), mine AS MATERIALIZED (
  SELECT l.id AS lease, entry.position, entry.delivery_id = ANY ($3::uuid[]) AS kept, ${entryColumns('l')}
  FROM old l, ${entriesOf('l')} WHERE ${holds('l')}
), freed AS (
  INSERT INTO queue (${queueColumns}) SELECT ${queueColumns} FROM mine WHERE NOT kept
), emptied AS (
  DELETE FROM leases USING old o
  WHERE leases.id = o.id AND NOT EXISTS (SELECT FROM mine m WHERE m.lease = o.id AND m.kept)
), moved AS (
  UPDATE leases SET node_id = $2::int, ended = o.ended || array(SELECT m.position::integer FROM mine m WHERE m.lease = o.id AND NOT m.kept)
  FROM old o WHERE leases.id = o.id AND EXISTS (SELECT FROM mine m WHERE m.lease = o.id AND m.kept)
)
SELECT count(*) AS released FROM mine WHERE NOT kept`,
};

/** @param masterKeyIds of the keys that this node knows, the one that it seals with first */
export function createNodeStore(database: Database, masterKeyIds: readonly string[] = []): NodeStore {
  return {
    register: async () => {
      const [row] = await database.query<{ id: number }>(register, [plainArray(masterKeyIds)]);
      if (!row) throw new Error('The node was not registered.');
      return row.id;
    },
    beat: async (nodeIds) => {
      const [row] = await database.query<{ id: number }>(beat, [plainArray(nodeIds)]);
      return row?.id ?? null;
    },
    reserve: async () => {
      const [row] = await database.query<{ id: number }>(reserve, []);
      if (!row) throw new Error('No id was reserved.');
      return row.id;
    },
    renew: (nodeIds, next, held) =>
      database.transaction(async (transaction) => {
        const ids = plainArray(nodeIds);
        await transaction.query(registerAs, [next, plainArray(masterKeyIds)]);
        const forgotten = await transaction.query(forget, [ids]);
        // An earlier renewal that was still on its way has been waited for now, and what it registered can be seen.
        const late = await transaction.query(forget, [ids]);
        const values = [ids, next, plainArray(held)];
        const [row] = await transaction.query<{ released: number }>(handOver, values);
        return { alive: forgotten.length + late.length > 0, released: row?.released ?? 0 };
      }),
    rescue: (silentMs) =>
      database.transaction(async (transaction) => {
        const dead = await transaction.query(forgetSilent, [silentMs]);
        if (dead.length > 0) await transaction.query(freeOrphaned, []);
        return dead.length;
      }),
    rescueAll: () =>
      database.transaction(async (transaction) => {
        await transaction.query(forgetAll, []);
        await transaction.query(freeOrphaned, []);
      }),
    alive: async (silentMs) => {
      const [row] = await database.query<{ nodes: number }>(countAlive, [silentMs]);
      return row?.nodes ?? 0;
    },
    unregister: (nodeId) =>
      database.transaction(async (transaction) => {
        await transaction.query(forget, [plainArray([nodeId])]);
        await transaction.query(freeOwned, [nodeId]);
      }),
  };
}
