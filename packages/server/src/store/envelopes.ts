// Envelopes that senders registered: what they are, and the routing facts that their events inherit. Directory entries by id.
import { sql } from 'kysely';
import type { TriggerSource } from '../domain/webhook.ts';
import type { Database, Statement } from './database.ts';
import { Sheet, sheetSql } from './packing.ts';

export interface EnvelopeRouting {
  readonly requestFrom: readonly string[];
  readonly department: string | null;
  readonly businessUnit: string | null;
  readonly company: string | null;
  readonly template: string | null;
  readonly trigger: TriggerSource | null;
  readonly appId: string | null;
  /** Webhooks that fire for this envelope because it says so. */
  readonly integrations: readonly string[];
}

export interface RegisteredEnvelope {
  readonly id: string;
  readonly externalId: string | null;
  readonly title: string | null;
  readonly routing: EnvelopeRouting;
}

export interface EnvelopeRecord extends RegisteredEnvelope {
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The last event of an envelope that says something about its state. */
export interface EnvelopeMoment {
  readonly type: string;
  readonly occurredAt: Date;
}

export interface EnvelopeKey {
  readonly environmentId: number;
  readonly id: string;
}

export interface EnvelopeStore {
  /** Registers it, or replaces what was registered. */
  put(environmentId: number, envelope: RegisteredEnvelope, now: Date): Promise<EnvelopeRecord>;
  find(environmentId: number, id: string): Promise<EnvelopeRecord | null>;
  /** Of many, in the order asked; null where none is registered. */
  findAll(keys: readonly EnvelopeKey[]): Promise<readonly (RegisteredEnvelope | null)[]>;
  /** The latest event of the named types, by when it happened. */
  latest(environmentId: number, id: string, types: readonly string[]): Promise<EnvelopeMoment | null>;
}

const keyColumns = { numbers: ['environment'], parts: ['id'] } as const;
const k = sheetSql(1, keyColumns);

const findMany: Statement = {
  name: 'envelopes_find',
  text: `
SELECT row, e.id, e.external_id, e.title, e.routing FROM ${k.rows} AS row
JOIN envelopes e ON e.environment_id = ${k.number('row', 'environment')} AND e.id = ${k.text('row', 'id')}`,
};

export function createEnvelopeStore(database: Database): EnvelopeStore {
  const { kysely } = database;
  return {
    put: (environmentId, { id, externalId, title, routing }, now) =>
      kysely.transaction().execute(async (transaction) => {
        // The first one of an environment is a change of it: from then on its events look for theirs.
        const first = await transaction
          .updateTable('environments')
          .set({ has_envelopes: true })
          .where('id', '=', environmentId)
          .where('has_envelopes', '=', false)
          .executeTakeFirst();
        if (first.numUpdatedRows > 0n)
          await sql`SELECT environment_changed(${environmentId})`.execute(transaction);
        const columns = { external_id: externalId, title, routing: JSON.stringify(routing), updated_at: now };
        const row = await transaction
          .insertInto('envelopes')
          .values({ environment_id: environmentId, id, ...columns, created_at: now })
          .onConflict((conflict) => conflict.columns(['environment_id', 'id']).doUpdateSet(columns))
          .returningAll()
          .executeTakeFirstOrThrow();
        return toRecord(row as EnvelopeRow);
      }),
    async find(environmentId, id) {
      const row = await kysely
        .selectFrom('envelopes')
        .selectAll()
        .where('environment_id', '=', environmentId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? toRecord(row as EnvelopeRow) : null;
    },
    async findAll(keys) {
      const sheet = new Sheet(keyColumns);
      for (const { environmentId, id } of keys) sheet.add([], [environmentId], [id]);
      const rows = await database.query<FoundRow>(findMany, sheet.values());
      const found = new Map(rows.map((row) => [row.row, toRegistered(row)]));
      return keys.map((_, index) => found.get(index + 1) ?? null);
    },
    async latest(environmentId, id, types) {
      const row = await kysely
        .selectFrom('events')
        .select(['type', 'occurred_at'])
        .where('environment_id', '=', environmentId)
        .where('envelope_id', '=', id)
        .where('type', 'in', types)
        .orderBy('occurred_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? { type: row.type, occurredAt: row.occurred_at } : null;
    },
  };
}

interface EnvelopeRow {
  readonly id: string;
  readonly external_id: string | null;
  readonly title: string | null;
  readonly routing: EnvelopeRouting;
  readonly created_at: Date;
  readonly updated_at: Date;
}

type FoundRow = Omit<EnvelopeRow, 'created_at' | 'updated_at'> & { readonly row: number };

function toRegistered({ id, external_id, title, routing }: Omit<FoundRow, 'row'>): RegisteredEnvelope {
  return { id, externalId: external_id, title, routing };
}

function toRecord(row: EnvelopeRow): EnvelopeRecord {
  return { ...toRegistered(row), createdAt: row.created_at, updatedAt: row.updated_at };
}
