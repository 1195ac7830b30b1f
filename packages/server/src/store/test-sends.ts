// Test sends: what was sent and answered, kept for looking it up again. Only the newest of each webhook stay.
import { sql } from 'kysely';
import { limit } from '../domain/limits.ts';
import type { TestResult } from '../domain/test-send.ts';
import type { Database } from './database.ts';
import { type Page, type PageRequest, page } from './paging.ts';

export interface TestSend extends TestResult {
  readonly id: string;
  /** Null: the settings were not saved. */
  readonly webhookId: string | null;
  readonly type: string;
  readonly createdAt: Date;
}

export interface TestSendStore {
  keep(environmentId: number, test: TestSend): Promise<void>;
  list(environmentId: number, webhookId: string | null, request: PageRequest): Promise<Page<TestSend>>;
}

export function createTestSendStore({ kysely }: Database): TestSendStore {
  return {
    async keep(environmentId, { id, webhookId, type, createdAt, ...result }) {
      await kysely
        .insertInto('test_sends')
        .values({
          environment_id: environmentId,
          id,
          webhook_id: webhookId,
          type,
          result: JSON.stringify(result),
          created_at: createdAt,
        })
        .execute();
      await sql`
        DELETE FROM test_sends WHERE environment_id = ${environmentId} AND webhook_id IS NOT DISTINCT FROM ${webhookId}::uuid
        AND id <= (SELECT id FROM test_sends WHERE environment_id = ${environmentId}
                   AND webhook_id IS NOT DISTINCT FROM ${webhookId}::uuid
                   ORDER BY id DESC OFFSET ${limit('test_sends_kept_max')} LIMIT 1)`.execute(kysely);
    },
    list(environmentId, webhookId, request) {
      const all = kysely.selectFrom('test_sends').selectAll().where('environment_id', '=', environmentId);
      const wanted = webhookId === null ? all : all.where('webhook_id', '=', webhookId);
      return page(wanted, 'test_sends.id', request, (row) => ({
        ...(row.result as TestResult),
        id: row.id,
        webhookId: row.webhook_id,
        type: row.type,
        createdAt: row.created_at,
      }));
    },
  };
}
