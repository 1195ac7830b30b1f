// The table of what went where, as lines of text. Pure: rows, systems and the size of the terminal in, lines out. No line
// is ever wider than the columns it was given.
import { type Cell, hasArrived, type Row } from './ledger.ts';
import type { System } from './systems.ts';
import { cut, pad, widthOf } from './text.ts';

export interface TableOptions {
  readonly systems: readonly System[];
  readonly columns: number;
  /** Lines that there are, the heading included; the oldest rows give way. */
  readonly lines: number;
  readonly colour: boolean;
}

type Tone = 'good' | 'busy' | 'quiet' | 'strong' | 'plain';

interface Piece {
  readonly text: string;
  readonly tone: Tone;
}

interface Column {
  readonly heading: string;
  readonly piece: (row: Row) => Piece;
  width: number;
}

const gap = 2;
const titleWidthMin = 10;
const typeWidthMin = 10;

export function renderTable(rows: readonly Row[], options: TableOptions): readonly string[] {
  const columns = fitColumns(rows, options);
  const heading = columns.map(({ heading: text }): Piece => ({ text, tone: 'strong' }));
  const line = (pieces: readonly Piece[]) => renderLine(pieces, columns, options);
  const room = Math.max(1, options.lines - 1);
  const shown = rows.length <= room ? rows : rows.slice(rows.length - Math.max(1, room - 1));
  const hidden = rows.length - shown.length;
  return [
    line(heading),
    ...(hidden > 0 ? [paint(cut(`⋮ ${hidden} earlier`, options.columns), 'quiet', options.colour)] : []),
    ...shown.map((row) => line(columns.map(({ piece }) => piece(row)))),
  ].slice(0, Math.max(1, options.lines));
}

/** The title takes what the others leave; where that is too little, they shrink or go. */
function fitColumns(rows: readonly Row[], { systems, columns }: TableOptions): readonly Column[] {
  const plain = (heading: string, text: (row: Row) => string) =>
    measure(heading, (row) => ({ text: text(row), tone: 'plain' }), rows);
  const origin = plain('from', (row) => row.origin);
  const type = plain('event', (row) => row.type);
  const title = plain('envelope', (row) => row.title);
  const spare = (taken: readonly Column[]) =>
    columns - taken.reduce((sum, { width }) => sum + width + gap, 0);

  let marks = systems.map((system) => measure(system.name, (row) => mark(row.cells.get(system.id)), rows));
  if (spare([origin, type, ...marks]) < title.width) {
    marks = systems.map((system) => measure(system.short, (row) => mark(row.cells.get(system.id)), rows));
  }
  const first = spare([origin, type, ...marks]) < titleWidthMin ? [] : [origin];
  const lack = titleWidthMin - spare([...first, type, ...marks]);
  if (lack > 0) type.width = Math.max(typeWidthMin, type.width - lack);
  title.width = Math.min(title.width, Math.max(titleWidthMin, spare([...first, type, ...marks])));
  return [...first, type, title, ...marks];
}

function measure(heading: string, piece: Column['piece'], rows: readonly Row[]): Column {
  const width = rows.reduce((max, row) => Math.max(max, widthOf(piece(row).text)), widthOf(heading));
  return { heading, piece, width };
}

/** How far an event is with one system. */
function mark(cell: Cell | undefined): Piece {
  if (!cell) return { text: '–', tone: 'quiet' };
  const { refusals, receipts, wanted } = cell;
  if (!hasArrived(cell)) return { text: refusals === 0 ? '…' : `… ${tries(refusals)}`, tone: 'busy' };
  if (receipts > wanted) return { text: `${receipts} times!`, tone: 'busy' };
  if (wanted > 1) return { text: '✓ resent', tone: 'good' };
  return { text: refusals === 0 ? '✓' : `✓ ${tries(refusals + 1)}`, tone: 'good' };
}

function tries(count: number): string {
  return count === 1 ? '1 try' : `${count} tries`;
}

function renderLine(pieces: readonly Piece[], columns: readonly Column[], options: TableOptions): string {
  let room = options.columns;
  let line = '';
  pieces.forEach(({ text, tone }, index) => {
    const space = index === 0 ? 0 : gap;
    const width = Math.min(columns[index]?.width ?? 0, room - space);
    if (width <= 0) return;
    const last = index === pieces.length - 1;
    const shown = cut(text, width);
    line += ' '.repeat(space) + paint(shown, tone, options.colour) + (last ? '' : pad(shown, width));
    room -= space + width;
  });
  return line.trimEnd();
}

const codes: Readonly<Record<Tone, string>> = { good: '32', busy: '33', quiet: '2', strong: '1', plain: '' };

function paint(text: string, tone: Tone, colour: boolean): string {
  return colour && tone !== 'plain' ? `\u001b[${codes[tone]}m${text}\u001b[0m` : text;
}
