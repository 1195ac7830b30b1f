// How batches reach PostgreSQL cheaply: columns of harmless text as array literals, and everything else (contents, JSON,
// headers) as one binary blob with the boundaries of its parts, cut again by the statement. No escaping, no hex.
// Decision 0003 has the numbers.

/** An array literal of values that need no quoting: ids, numbers, booleans, catalogue names, null. */
export function plainArray(values: readonly (string | number | boolean | null)[]): string {
  return `{${values.map((value) => (value === null ? 'NULL' : value)).join(',')}}`;
}

export interface Packed {
  readonly bytes: Buffer;
  /** Array literal of 1-based boundaries: part p (from 0) stands from boundary[p] up to boundary[p + 1]. */
  readonly boundaries: string;
}

/** Packs the parts of all rows in order; each row must have the same number of them. */
export function pack(rows: readonly (readonly (Buffer | string)[])[]): Packed {
  const boundaries: number[] = [1];
  let end = 1;
  for (const row of rows) {
    for (const part of row) {
      end += typeof part === 'string' ? Buffer.byteLength(part) : part.length;
      boundaries.push(end);
    }
  }
  const bytes = Buffer.allocUnsafe(end - 1);
  let at = 0;
  for (const row of rows) {
    for (const part of row) at += typeof part === 'string' ? bytes.write(part, at) : part.copy(bytes, at);
  }
  return { bytes, boundaries: `{${boundaries.join(',')}}` };
}

/**
 * SQL that cuts one part out of a packed blob.
 * @param blob the parameter with the bytes; the one after it has the boundaries
 * @param row an SQL expression for the row's number, from 1
 * @param width parts in a row
 * @param part which part of the row, from 0
 */
export function cut(blob: number, row: string, width: number, part: number): string {
  const at = `(${row} - 1) * ${width} + ${part + 1}`;
  const from = `($${blob + 1}::int[])[${at}]`;
  return `substring($${blob}::bytea FROM ${from} FOR ($${blob + 1}::int[])[${at} + 1] - ${from})`;
}

export function cutText(blob: number, row: string, width: number, part: number): string {
  return `convert_from(${cut(blob, row, width, part)}, 'UTF8')`;
}
