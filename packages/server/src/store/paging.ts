// Keyset pages, newest first: every list of the API is read this way. A cursor is the last id of the page before.
import type { ReferenceExpression, SelectQueryBuilder } from 'kysely';

export interface PageRequest {
  readonly limit: number;
  /** The id after which (going back in time) the page begins; null for the first page. */
  readonly after: string | null;
}

export interface Page<T> {
  readonly data: readonly T[];
  /** Where the next page begins; null when this is the last. */
  readonly next: string | null;
}

/** Runs a query as one page, ordered by `idColumn` descending. */
export async function page<D, TB extends keyof D, Row extends { id: string }, T>(
  query: SelectQueryBuilder<D, TB, Row>,
  idColumn: ReferenceExpression<D, TB>,
  { limit, after }: PageRequest,
  toItem: (row: Row) => T,
): Promise<Page<T>> {
  let ordered = query.orderBy(idColumn, 'desc').limit(limit + 1);
  if (after !== null) ordered = ordered.where(idColumn, '<', after as never);
  return toPage((await ordered.execute()) as Row[], limit, toItem);
}

/** @param rows one more than the page has, where there are more */
function toPage<Row extends { id: string }, T>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  return { data: shown.map(toItem), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
