// Which errors say that the database could not be asked, or was lost before it answered, and not that it refused.

/** Everything is refused at once while the database is known to be out of reach. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';

  constructor() {
    super('The database cannot be reached.');
  }
}

/**
 * Of the operating system; connection exceptions (08), shutdown and recovery (57P), cancelled by a time limit (57014, 25P03),
 * read-only after a failover (25006), a lost race with another transaction (40), out of memory, disk or connections (53),
 * and failures of the machine below (58).
 */
const unavailableCodes =
  /^(ECONN|ENOENT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|08|57P0|57014|25P03|25006|40|53|58)/;
const unavailableMessages =
  /connection terminated|connection timeout|timeout expired|timeout exceeded when trying to connect|query read timeout|not queryable|client was closed|Cannot use a pool after calling end/i;

/** True when the same may succeed later: a commit may or may not have happened. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseUnreachable) return true;
  return unavailableCodes.test(codeOf(error)) || unavailableMessages.test(error.message);
}

/** Data that does not fit (22), a broken constraint (23), a limit of the server (54), or no answer of a database at all. */
const finalCodes = /^(22|23|54|$)/;

/** True when the same will never succeed, because of what it contains. */
export function isFinal(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  return !isUnavailable(error) && finalCodes.test(codeOf(error));
}

/** True when a text has a character that PostgreSQL has no place for, U+0000: whoever sent it has to leave it out. */
export function isUnstorable(error: unknown): boolean {
  return error instanceof Error && /^(22021|22P05)$/.test(codeOf(error));
}

/** True when a statement was sent, and no answer came in time. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && /query read timeout/i.test(error.message);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
