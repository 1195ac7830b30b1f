// What is packed in Node is cut again by PostgreSQL, part by part, byte for byte.
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cut, cutText, pack, plainArray } from '../../src/store/packing.ts';
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

/** Every part of every row, as PostgreSQL cuts it. */
async function cutAgain(rows: Rows, width: number): Promise<Buffer[][]> {
  const { bytes, boundaries } = pack(rows);
  const parts = Array.from({ length: width }, (_, part) => cut(1, 'i.row', width, part));
  const text = `SELECT ARRAY[${parts.join(', ')}] AS parts FROM generate_series(1, $3::int) AS i (row)`;
  const result = await client.query({ text, values: [bytes, boundaries, rows.length] });
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
      const { bytes, boundaries } = pack(rows);
      const sql = `SELECT ${cutText(1, 'i.row', 2, 0)} AS a, ${cutText(1, 'i.row', 2, 1)} AS b FROM generate_series(1, $3::int) AS i (row)`;
      const result = await client.query({ text: sql, values: [bytes, boundaries, rows.length] });
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
