// How batches reach PostgreSQL cheaply: a sheet has the rows of a batch, its ids in one array, its numbers in another, and
// everything else (contents, JSON, headers) in one binary blob with the boundaries of its parts. The statement cuts it up
// again, by the names of the columns. No escaping, no hex, no array for each column. Decision 0003 has the numbers.

type Plain = string | number | boolean | null;

/** An array literal of values that need no quoting: ids, numbers, booleans, catalogue names, null. */
export function plainArray(values: readonly Plain[]): string {
  // join() writes nothing for null.
  return values.includes(null)
    ? `{${values.map((value) => (value === null ? 'NULL' : value)).join(',')}}`
    : `{${values.join(',')}}`;
}

export interface Packed {
  readonly bytes: Buffer;
  /** Array literal of 1-based boundaries: part p (from 0) stands from boundary[p] up to boundary[p + 1]. */
  readonly boundaries: string;
}

/** Packs parts in order, of all rows one after the other. */
export function pack(parts: readonly (Buffer | string)[]): Packed {
  const boundaries: number[] = [1];
  let end = 1;
  for (const part of parts) {
    end += typeof part === 'string' ? Buffer.byteLength(part) : part.length;
    boundaries.push(end);
  }
  const bytes = Buffer.allocUnsafe(end - 1);
  let at = 0;
  for (const part of parts) at += typeof part === 'string' ? bytes.write(part, at) : part.copy(bytes, at);
  return { bytes, boundaries: `{${boundaries.join(',')}}` };
}

export interface SheetColumns {
  readonly ids?: readonly string[];
  /** Whole numbers. One that may be missing is never negative: it is read as a `count`. */
  readonly numbers?: readonly string[];
  /** Texts and bytes. */
  readonly parts?: readonly string[];
}

type Cells<Names extends readonly string[] | undefined, T> = Names extends readonly string[]
  ? { readonly [Index in keyof Names]: T }
  : readonly [];
type Name<Names extends readonly string[] | undefined> = Names extends readonly string[]
  ? Names[number]
  : never;

/** For null: in an array that has nulls PostgreSQL finds an element only by walking to it. */
const missing = -1;

/** The rows of one batch, to be given as parameters. */
export class Sheet<const C extends SheetColumns> {
  readonly #columns: C;
  readonly #ids: string[] = [];
  readonly #numbers: number[] = [];
  readonly #parts: (Buffer | string)[] = [];
  #size = 0;

  constructor(columns: C) {
    this.#columns = columns;
  }

  add(
    ids: Cells<C['ids'], string>,
    numbers: Cells<C['numbers'], number | null>,
    parts: Cells<C['parts'], Buffer | string>,
  ): void {
    this.#size += 1;
    for (const id of ids as readonly string[]) this.#ids.push(id);
    for (const number of numbers as readonly (number | null)[]) this.#numbers.push(number ?? missing);
    for (const part of parts as readonly (Buffer | string)[]) this.#parts.push(part);
  }

  /** The parameters in the order that `sheetSql` expects: those of a kind of which there is no column are left out. */
  values(): readonly unknown[] {
    const { ids, numbers, parts } = this.#columns;
    const values: unknown[] = [this.#size];
    if (ids) values.push(plainArray(this.#ids));
    if (numbers) values.push(plainArray(this.#numbers));
    if (parts) {
      const { bytes, boundaries } = pack(this.#parts);
      values.push(bytes, boundaries);
    }
    return values;
  }
}

/** How a statement names what a sheet has: all of it is SQL. */
export interface SheetSql<C extends SheetColumns> {
  /** The numbers of the rows, from 1. */
  readonly rows: string;
  /** The number of the first parameter behind the sheet's. */
  readonly next: number;
  id(row: string, name: Name<C['ids']>): string;
  number(row: string, name: Name<C['numbers']>): string;
  /** Null where it is missing. */
  count(row: string, name: Name<C['numbers']>): string;
  bytes(row: string, name: Name<C['parts']>): string;
  text(row: string, name: Name<C['parts']>): string;
}

/** @param first the number of the first of the sheet's parameters */
export function sheetSql<const C extends SheetColumns>(first: number, columns: C): SheetSql<C> {
  const { ids, numbers, parts } = columns;
  const idsAt = first + 1;
  const numbersAt = idsAt + (ids ? 1 : 0);
  const bytesAt = numbersAt + (numbers ? 1 : 0);
  const boundariesAt = bytesAt + 1;
  const number = (row: string, name: string) => `($${numbersAt}::bigint[])[${placeOf(row, numbers, name)}]`;
  const bytes = (row: string, name: string) => {
    const at = placeOf(row, parts, name);
    const from = `($${boundariesAt}::int[])[${at}]`;
    return `substring($${bytesAt}::bytea FROM ${from} FOR ($${boundariesAt}::int[])[${at} + 1] - ${from})`;
  };
  return {
    rows: `generate_series(1, $${first}::int)`,
    next: bytesAt + (parts ? 2 : 0),
    id: (row, name) => `($${idsAt}::uuid[])[${placeOf(row, ids, name)}]`,
    number,
    count: (row, name) => `nullif(${number(row, name)}, ${missing})`,
    bytes,
    text: (row, name) => `convert_from(${bytes(row, name)}, 'UTF8')`,
  };
}

/** SQL: where a cell stands when all rows stand one after the other, from 1. */
function placeOf(row: string, names: readonly string[] = [], name: string): string {
  const before = names.length - 1 - names.indexOf(name);
  return `${names.length} * ${row} - ${before}`;
}
