// How rows are put into a store by SQL: as copies of real ones under new ids, so that they are whatever the product writes.
import type pg from 'pg';
import type { Database } from '../src/store/database.ts';
import { type Application, environment } from './subject.ts';

export interface Means {
  readonly database: Database;
  readonly client: pg.Client;
  readonly masterKey: Buffer;
  readonly say: (text: string) => void;
}

/** Rows in one statement. */
export const stepRows = 100_000;
export const historyWeeks = 8;
export const weekMs = 7 * 24 * 3600 * 1000;

export async function environmentOf({ client }: Means, { id }: Application): Promise<number> {
  const sql = 'SELECT id FROM environments WHERE application_id = $1 AND name = $2';
  const { rows } = await client.query<{ id: number }>(sql, [id, environment]);
  if (!rows[0]) throw new Error(`There is no application ${id}.`);
  return rows[0].id;
}

/**
 * SQL: copies of the latest row of the environment in $1, one for each `n` of the range, with some columns of their own.
 * @param also further tables that the columns are made of
 */
export async function copies(
  client: pg.Client,
  table: string,
  [first, last]: readonly [string, string],
  own: Readonly<Record<string, string>>,
  also = '',
): Promise<string> {
  const columns = await columnsOf(client, table);
  const values = columns.map((name) => own[name] ?? `model.${name}`);
  return `
    INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')}
    FROM (SELECT * FROM ${table} WHERE environment_id = $1 ORDER BY id DESC LIMIT 1) AS model,
         generate_series(${first}::bigint, ${last}::bigint) AS n${also}`;
}

async function columnsOf(client: pg.Client, table: string): Promise<readonly string[]> {
  const sql = `
    SELECT attname AS name FROM pg_attribute
    WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`;
  const { rows } = await client.query<{ name: string }>(sql, [table]);
  if (rows.length === 0) throw new Error(`The table ${table} is not there.`);
  return rows.map(({ name }) => name);
}

/** SQL: a UUIDv7 of the millisecond `at` and the number `n`, of which no two kinds share one. */
export function idSql(at: string, kind: number | string): string {
  return `(lpad(to_hex(${at}), 12, '0') || '7' || lpad(to_hex(n & 4095), 3, '0') || '8${kind}' || lpad(to_hex(n), 14, '0'))::uuid`;
}
