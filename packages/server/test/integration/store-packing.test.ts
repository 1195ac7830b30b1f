// What is packed in Node is cut again by PostgreSQL, part by part, byte for byte.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pack, plainArray, Sheet, sheetSql } from '../../src/store/packing.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase('empty');
  client = new pg.Client(database.url);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

type Rows = readonly (readonly (Buffer | string)[])[];

const names = (width: number) => Array.from({ length: width }, (_, index) => `part${index}`);

/** Every part of every row, as PostgreSQL cuts it. */
async function cutAgain(rows: Rows, width: number): Promise<Buffer[][]> {
  const columns = { parts: names(width) };
  const sheet = new Sheet<{ readonly parts: readonly string[] }>(columns);
  for (const row of rows) sheet.add([], [], row);
  const sql = sheetSql(1, columns);
  const parts = columns.parts.map((name) => sql.bytes('row', name));
  const text = `SELECT ARRAY[${parts.join(', ')}] AS parts FROM ${sql.rows} AS row`;
  const result = await client.query({ text, values: [...sheet.values()] });
  return result.rows.map(({ parts: cutParts }) => cutParts);
}

const asBytes = (rows: Rows) => rows.map((row) => row.map((part) => Buffer.from(part)));
const bounded = { numRuns: 100, interruptAfterTimeLimit: 1_500, markInterruptAsFailure: false };

it('any rows of bytes come back as they were, also empty ones and NUL bytes', async () => {
  const part = fc.oneof(
    fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
    fc.constantFrom(Buffer.alloc(0), Buffer.alloc(3), Buffer.from([0xff, 0, 0xfe])),
  );
  const rows = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(part, { minLength: width, maxLength: width }), { maxLength: 8 }));
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      expect(await cutAgain(given, given[0]?.length ?? 1)).toEqual(asBytes(given));
    }),
    bounded,
  );
});

it('any texts that UTF-8 can carry come back as they were', async () => {
  const text = fc
    .string({ unit: 'binary', maxLength: 12 })
    .map((value) => value.replaceAll('\0', '').toWellFormed());
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 8 }), async (rows) => {
      const columns = { parts: ['a', 'b'] } as const;
      const sheet = new Sheet(columns);
      for (const row of rows) sheet.add([], [], row);
      const sql = sheetSql(1, columns);
      const query = `SELECT ${sql.text('row', 'a')} AS a, ${sql.text('row', 'b')} AS b FROM ${sql.rows} AS row`;
      const result = await client.query({ text: query, values: [...sheet.values()] });
      expect(result.rows.map(({ a, b }) => [a, b])).toEqual(rows);
    }),
    bounded,
  );
});

it('text and bytes stand side by side, and a text that is no UTF-8 still keeps its neighbours in place', async () => {
  const rows = [
    ['é', Buffer.from([0]), ''],
    ['\ud800', '🎉', Buffer.alloc(0)],
    ['', '', Buffer.from('end')],
  ];
  expect(await cutAgain(rows, 3)).toEqual(asBytes(rows));
});

it('a part of many megabytes does not disturb those behind it', async () => {
  const large = Buffer.alloc(2_000_000, 'é');
  const [first, second] = await cutAgain(
    [
      [large, 'a'],
      ['b', large],
    ],
    2,
  );
  expect(first?.[0]?.equals(large) && second?.[1]?.equals(large)).toBe(true);
  expect([first?.[1]?.toString(), second?.[0]?.toString()]).toEqual(['a', 'b']);
});

it('no rows are packed into nothing', async () => {
  expect(pack([])).toEqual({ bytes: Buffer.alloc(0), boundaries: '{1}' });
  expect(await cutAgain([], 2)).toEqual([]);
});

it('ids and numbers of a sheet come back by the names of their columns, also numbers that are missing', async () => {
  const columns = {
    ids: ['event', 'webhook'],
    numbers: ['status', 'started', 'step'],
    parts: ['type'],
  } as const;
  const sheet = new Sheet(columns);
  const rows = [
    { event: randomUUID(), webhook: randomUUID(), status: 200, started: 1_790_000_000_000, step: null },
    { event: randomUUID(), webhook: randomUUID(), status: null, started: -1, step: 0 },
  ];
  for (const { event, webhook, status, started, step } of rows)
    sheet.add([event, webhook], [status, started, step], ['x']);
  const sql = sheetSql(2, columns);
  const text = `SELECT ${sql.id('i.row', 'event')} AS event, ${sql.id('i.row', 'webhook')} AS webhook,
                       ${sql.count('i.row', 'status')}::int AS status, ${sql.number('i.row', 'started')}::float8 AS started,
                       ${sql.count('i.row', 'step')}::int AS step
                FROM ${sql.rows} AS i (row) WHERE $1::int = 1 AND ${sql.text('i.row', 'type')} = 'x'`;
  expect((await client.query({ text, values: [1, ...sheet.values()] })).rows).toEqual(rows);
});

it('plain arrays come back as they were', async () => {
  const values = [1, -2.5, null, 9007199254740991];
  const { rows } = await client.query(
    'SELECT $1::float8[] AS numbers, $2::text[] AS names, $3::boolean[] AS flags',
    [plainArray(values), plainArray(['signer.signed', null, 'a-b']), plainArray([true, null, false])],
  );
  expect(rows[0]).toEqual({
    numbers: values,
    names: ['signer.signed', null, 'a-b'],
    flags: [true, null, false],
  });
});
