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
  /** The event that it is a copy of, by the id that this is shown under; null: an example. */
  readonly copyOf: string | null;
  /** Other content was sent than that of the event or example. */
  readonly isEdited: boolean;
  readonly createdAt: Date;
}

export interface TestSendFilter {
  readonly webhookId?: string;
  readonly copyOf?: string;
}

export interface TestSendStore {
  keep(environmentId: number, test: TestSend): Promise<void>;
  list(environmentId: number, filter: TestSendFilter, request: PageRequest): Promise<Page<TestSend>>;
}

export function createTestSendStore({ kysely }: Database): TestSendStore {
  return {
    async keep(environmentId, { id, webhookId, type, copyOf, isEdited, createdAt, ...result }) {
      await kysely
        .insertInto('test_sends')
        .values({
          environment_id: environmentId,
          id,
          webhook_id: webhookId,
          type,
          copy_of: copyOf,
          edited: isEdited,
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
    list(environmentId, { webhookId, copyOf }, request) {
      let wanted = kysely.selectFrom('test_sends').selectAll().where('environment_id', '=', environmentId);
      if (webhookId !== undefined) wanted = wanted.where('webhook_id', '=', webhookId);
      if (copyOf !== undefined) wanted = wanted.where('copy_of', '=', copyOf);
      return page(wanted, 'test_sends.id', request, (row) => ({
        ...(row.result as TestResult),
        id: row.id,
        webhookId: row.webhook_id,
        type: row.type,
        copyOf: row.copy_of,
        isEdited: row.edited,
        createdAt: row.created_at,
      }));
    },
  };
}
