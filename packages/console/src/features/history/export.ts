// Deliveries as a file: read page by page, as CSV or as one JSON object a line.
import { type DeliveryFilter, readDeliveries } from '../../api/events.ts';
import type { Delivery, Place } from '../../api/types.ts';
import { toCsv } from '../../lib/csv.ts';

/** What a browser holds and a spreadsheet opens without trouble. */
export const exportedMax = 10_000;
const pageItems = 200;

export interface Exported {
  readonly rows: readonly Delivery[];
  /** Whether there are no more. */
  readonly isWhole: boolean;
}

export async function readMatching(place: Place, filter: DeliveryFilter): Promise<Exported> {
  const rows: Delivery[] = [];
  let cursor: string | undefined;
  do {
    const page = await readDeliveries(place, { ...filter, limit: pageItems, cursor });
    rows.push(...page.data);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && rows.length < exportedMax);
  return { rows: rows.slice(0, exportedMax), isWhole: cursor === undefined && rows.length <= exportedMax };
}

export type ExportFormat = 'csv' | 'ndjson';

const columns = {
  id: ({ id }) => id,
  eventId: ({ eventId }) => eventId,
  type: ({ type }) => type,
  severity: ({ severity }) => severity,
  envelopeId: ({ envelope }) => envelope?.id ?? null,
  envelopeExternalId: ({ envelope }) => envelope?.externalId ?? null,
  webhookId: ({ webhookId }) => webhookId,
  status: ({ status }) => status,
  attempts: ({ attempts }) => attempts,
  lastStatus: ({ lastStatus }) => lastStatus,
  lastError: ({ lastError }) => lastError,
  lastDurationMs: ({ lastDurationMs }) => lastDurationMs,
  createdAt: ({ createdAt }) => createdAt,
  finishedAt: ({ finishedAt }) => finishedAt,
  nextAttemptAt: ({ nextAttemptAt }) => nextAttemptAt,
} as const satisfies Readonly<Record<string, (delivery: Delivery) => string | number | null>>;

export function writeDeliveries(rows: readonly Delivery[], format: ExportFormat): string {
  switch (format) {
    case 'csv':
      return toCsv([
        Object.keys(columns),
        ...rows.map((row) => Object.values(columns).map((read) => read(row))),
      ]);
    case 'ndjson':
      return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  }
}
