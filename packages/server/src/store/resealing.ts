// Seals anew, under the present master key, whatever another one has sealed: in batches, each a transaction of its own, while
// servers run. Cut off at any point, what was done stays done, and the next run does the rest.
import type { Database, Statement, Transaction } from './database.ts';
import { plainArray } from './packing.ts';
import { type SealedColumn, sealedColumns } from './sealed-columns.ts';
import { keyIdIn, type Vault } from './vault.ts';

/** How many values a key has sealed. */
export interface KeyUseCount {
  readonly keyId: string;
  readonly values: number;
}

export interface ResealedColumn {
  readonly name: string;
  readonly resealed: number;
  /** Rows whose value cannot be opened: its key is not known, or it was changed. They stay as they are. */
  readonly unreadable: readonly string[];
}

/** A server at work, by the master keys that it knows; null when its version does not say. */
export interface NodeKeys {
  readonly nodeId: number;
  readonly keyIds: readonly string[] | null;
}

export interface Resealing {
  /** By key, over all that is sealed. */
  keysInUse(): Promise<readonly KeyUseCount[]>;
  /** Of the servers whose heartbeat is not older than `silentMs`. */
  nodeKeys(silentMs: number): Promise<readonly NodeKeys[]>;
  /** Everything, column by column; `onBatch` hears how many values of a column were sealed anew so far. */
  run(onBatch?: (name: string, resealed: number) => void): Promise<readonly ResealedColumn[]>;
}

const batchSize = 100;
/** A server that still seals under another key adds to what is left; it must not keep this going for ever. */
const passesMax = 10;
const lowestId = '00000000-0000-0000-0000-000000000000';

const columns: readonly SealedColumn[] = Object.values(sealedColumns);
const nameOf = ({ table, column }: SealedColumn) => `${table}.${column}`;

const countKeys: Statement = {
  name: 'sealed_keys',
  text: `SELECT key_id AS "keyId", sum(n)::int8 AS values FROM (${columns
    .map(
      ({ table, column }) =>
        `SELECT ${keyIdIn(column)} AS key_id, count(*) AS n FROM ${table} WHERE ${column} IS NOT NULL GROUP BY 1`,
    )
    .join(' UNION ALL ')}) AS uses GROUP BY key_id ORDER BY key_id`,
};

const livingNodes: Statement = {
  name: 'node_keys',
  text: `
SELECT id AS "nodeId", master_keys AS "keyIds" FROM nodes
WHERE heartbeat_at >= now() - $1::float8 * interval '1 millisecond' ORDER BY id`,
};

/** What is only sealed anew is no news to the audit log. Holds to the end of the transaction. */
const unaudited: Statement = {
  name: 'reseal_unaudited',
  text: `SELECT set_config('signpost.resealing', 'on', true)`,
};

/**
 * A batch passes over rows that somebody is changing: waiting for one while holding others could end in a deadlock. Passes
 * after the first wait for them, one at a time.
 */
const takeOf = ({ table, column, owner }: SealedColumn, pass: number): Statement => ({
  name: `reseal_take_${table}_${pass === 1 ? 'batch' : 'one'}`,
  text: `
SELECT id, ${owner} AS owner, ${column} AS sealed FROM ${table}
WHERE ${column} IS NOT NULL AND ${keyIdIn(column)} <> $1 AND id > $2::uuid
ORDER BY id LIMIT ${pass === 1 ? batchSize : 1} FOR UPDATE ${pass === 1 ? 'SKIP LOCKED' : ''}`,
});
const leftOf = ({ table, column }: SealedColumn): Statement => ({
  name: `reseal_left_${table}`,
  text: `SELECT count(*) AS left FROM ${table} WHERE ${column} IS NOT NULL AND ${keyIdIn(column)} <> $1`,
});
const putOf = ({ table, column }: SealedColumn): Statement => ({
  name: `reseal_put_${table}`,
  text: `
UPDATE ${table} AS t SET ${column} = decode(fresh.sealed, 'hex')
FROM unnest($1::uuid[], $2::text[]) AS fresh (id, sealed) WHERE t.id = fresh.id`,
});

interface SealedRow {
  readonly id: string;
  readonly owner: string;
  readonly sealed: Buffer;
}

export function createResealing(database: Database, vault: Vault): Resealing {
  return {
    keysInUse: () => database.query<KeyUseCount>(countKeys, []),
    nodeKeys: (silentMs) => database.query<NodeKeys>(livingNodes, [silentMs]),
    async run(onBatch = () => {}) {
      const done: ResealedColumn[] = [];
      for (const column of columns) done.push(await resealColumn(database, vault, column, onBatch));
      return done;
    },
  };
}

async function resealColumn(
  database: Database,
  vault: Vault,
  column: SealedColumn,
  onBatch: (name: string, resealed: number) => void,
): Promise<ResealedColumn> {
  const name = nameOf(column);
  let resealed = 0;
  for (let pass = 1; ; pass++) {
    const unreadable: string[] = [];
    let after = lowestId;
    for (;;) {
      const batch = await database.transaction((transaction) =>
        resealBatch(transaction, vault, takeOf(column, pass), column, after),
      );
      if (batch === null) break;
      after = batch.last;
      resealed += batch.resealed;
      unreadable.push(...batch.unreadable);
      onBatch(name, resealed);
    }
    const [row] = await database.query<{ left: number }>(leftOf(column), [vault.keyIds[0]]);
    if ((row?.left ?? 0) <= unreadable.length || pass === passesMax) return { name, resealed, unreadable };
  }
}

interface Batch {
  readonly last: string;
  readonly resealed: number;
  readonly unreadable: readonly string[];
}

/** null when there is nothing after `after`. */
async function resealBatch(
  transaction: Transaction,
  vault: Vault,
  take: Statement,
  column: SealedColumn,
  after: string,
): Promise<Batch | null> {
  const rows = await transaction.query<SealedRow>(take, [vault.keyIds[0], after]);
  const last = rows.at(-1)?.id;
  if (last === undefined) return null;
  const fresh = rows.map((row) => ({ id: row.id, sealed: sealedAnew(vault, row, column) }));
  const good = fresh.flatMap(({ id, sealed }) => (sealed === null ? [] : [{ id, sealed }]));
  await transaction.query(unaudited, []);
  await transaction.query(putOf(column), [
    plainArray(good.map(({ id }) => id)),
    plainArray(good.map(({ sealed }) => sealed.toString('hex'))),
  ]);
  const unreadable = fresh.filter(({ sealed }) => sealed === null).map(({ id }) => id);
  return { last, resealed: good.length, unreadable };
}

function sealedAnew(vault: Vault, { owner, sealed }: SealedRow, { place }: SealedColumn): Buffer | null {
  try {
    return vault.seal(vault.open(sealed, place(owner)), place(owner));
  } catch {
    return null;
  }
}
