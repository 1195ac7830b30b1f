// Holds the SQL of this folder to decision 0029, which PostgreSQL itself enforces only by crashing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isEventOf } from './joined-event.ts';

const folder = import.meta.dirname;
const isSource = (name: string) => name.endsWith('.ts') && !name.endsWith('.test.ts');
const texts = readdirSync(folder)
  .filter(isSource)
  .flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/`[^`]*`/g)].map(([text]) => text),
  );

const locks = /\bFOR (NO KEY )?(UPDATE|SHARE|KEY SHARE)\b|\bUPDATE \w+|\bDELETE FROM\b/;
/** An event of another row: its partition is known only while the statement runs. */
const prunes = /\bJOIN events (\w) ON (?=[^`]*?\b\1\.id = \w+\.event_id)/;

it('no statement that locks rows joins an event by equality', () => {
  expect(texts.filter((text) => locks.test(text) && prunes.test(text))).toEqual([]);
});

it('which would be found', () => {
  const statement = (condition: string) => `WITH gone AS (DELETE FROM queue q RETURNING *)
    INSERT INTO deliveries SELECT FROM gone x LEFT JOIN events e ON ${condition}`;
  const isRefused = (text: string) => locks.test(text) && prunes.test(text);
  expect(isRefused(statement('e.environment_id = x.environment_id AND e.id = x.event_id'))).toBe(true);
  expect(isRefused(statement(isEventOf('e', 'x')))).toBe(false);
  expect(texts.some((text) => prunes.test(text))).toBe(true);
});
