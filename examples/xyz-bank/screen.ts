// Shows the ledger while it fills: on a terminal as a table that is redrawn in place, anywhere else line by line. Only this
// file writes to the terminal; it leaves it as it was, whatever happens.
import type { Change, Ledger } from './ledger.ts';
import type { System } from './systems.ts';
import { renderTable } from './table.ts';
import { cut } from './text.ts';

export interface Screen {
  /** A line that stays. */
  say(text?: string): void;
  /** What is going on now. */
  note(text: string): void;
  /** Seconds are counted from now on. */
  start(): void;
  /** The whole table, for good. From then on changes are shown as lines. */
  finish(): void;
  /** Shows nothing more by itself. */
  close(): void;
}

export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  write(text: string): unknown;
  on(event: 'resize', listener: () => void): unknown;
  off(event: 'resize', listener: () => void): unknown;
}

export interface ScreenOptions {
  readonly output: Output;
  readonly ledger: Ledger;
  readonly systems: readonly System[];
  /** TERM and NO_COLOR are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

const columnsDefault = 80;
const linesDefault = 24;
/** Around the table: what was said first and an empty line, an empty line, the note, and the line of the cursor. */
const linesAround = 5;
const frameMs = 40;

const csi = '\u001b[';
const hideCursor = `${csi}?25l`;
const showCursor = `${csi}?25h`;
const clearLine = `${csi}K`;
const clearBelow = `${csi}J`;
const clearAll = `${csi}2J${csi}H`;

export function createScreen(options: ScreenOptions): Screen {
  const live = options.output.isTTY === true && options.env['TERM'] !== 'dumb';
  return live ? createLiveScreen(options) : createPlainScreen(options);
}

/** Lines as things happen, each with the seconds since the server was ready. */
function createPlainScreen({ output, ledger, systems }: ScreenOptions): Screen {
  let startedAt = Date.now();
  let finished = false;
  let blank = true;
  const say = (text = '') => {
    blank = text === '';
    output.write(`${text}\n`);
  };
  const clock = () => `${((Date.now() - startedAt) / 1000).toFixed(2).padStart(6)} s  `;
  const unwatch = ledger.watch((change) => say(clock() + describe(change)));
  return {
    say,
    note: (text) => {
      if (!blank) say();
      say(text);
    },
    start: () => {
      startedAt = Date.now();
    },
    finish: () => {
      if (finished) return;
      finished = true;
      if (ledger.rows().length === 0) return;
      const table = renderTable(ledger.rows(), {
        systems,
        columns: 110,
        lines: Number.MAX_SAFE_INTEGER,
        colour: false,
      });
      say();
      say(table.join('\n'));
    },
    close: unwatch,
  };
}

function createLiveScreen({ output, ledger, systems, env }: ScreenOptions): Screen {
  const colour = !env['NO_COLOR'];
  let note = '';
  /** What stands above the table. */
  const said: string[] = [];
  /** Lines of the frame that the cursor stands below. */
  let drawn = 0;
  let timer: NodeJS.Timeout | null = null;
  let finished = false;

  function frame(lines: number): readonly string[] {
    // The last column stays free: some terminals wrap when it is written.
    const columns = (output.columns ?? columnsDefault) - 1;
    const table = renderTable(ledger.rows(), { systems, columns, lines, colour });
    return finished ? table : [...table, '', cut(note, columns)];
  }

  /** In one write, over the frame before: nothing is cleared that is not replaced at once. */
  function draw(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    const room = (output.rows ?? linesDefault) - linesAround;
    const lines = frame(finished ? Number.MAX_SAFE_INTEGER : Math.max(1, room));
    const up = drawn > 0 ? `${csi}${drawn}A\r` : '';
    output.write(hideCursor + up + lines.map((line) => `${line}${clearLine}\n`).join('') + clearBelow);
    drawn = lines.length;
  }

  function drawSoon(): void {
    if (!finished) timer ??= setTimeout(draw, frameMs);
  }

  /** The terminal has wrapped the old lines anew, nobody knows where they are: begin with a clean sheet. */
  function redraw(): void {
    output.write(clearAll + said.join(''));
    drawn = 0;
    if (ledger.rows().length > 0) draw();
  }

  const unwatch = ledger.watch((change) => {
    if (finished) output.write(`${cut(describe(change), (output.columns ?? columnsDefault) - 1)}\n`);
    else drawSoon();
  });
  const close = () => {
    unwatch();
    process.off('exit', close);
    output.off('resize', redraw);
    if (timer) clearTimeout(timer);
    output.write(showCursor);
  };
  process.once('exit', close);
  output.on('resize', redraw);

  return {
    say: (text = '') => {
      said.push(`${text}\n`);
      output.write(`${text}\n`);
    },
    note: (text) => {
      note = text;
      drawSoon();
    },
    start: () => {},
    finish: () => {
      if (finished) return;
      finished = true;
      if (timer) clearTimeout(timer);
      output.off('resize', redraw);
      if (ledger.rows().length > 0) draw();
      output.write(showCursor);
    },
    close,
  };
}

function describe(change: Change): string {
  switch (change.kind) {
    case 'announced':
      return `${change.row.origin} → Signpost: ${change.row.type}, ${change.row.title}`;
    case 'repeated':
      return `${change.row.origin} → Signpost: ${change.row.type}, ${change.row.title}, once more`;
    case 'refused':
      return `${change.system.name} answers 503: ${change.row.type}, ${change.row.title}`;
    case 'received': {
      const { refusals = 0, receipts = 1 } = change.row.cells.get(change.system.id) ?? {};
      const tries = refusals === 0 ? '' : ` after ${refusals + 1} attempts`;
      const again = receipts === 1 ? '' : ', once more';
      return `${change.system.name} ✓ ${change.row.type}, ${change.row.title}${again}${tries}`;
    }
    case 'problem':
      return change.text;
    case 'stranger':
      return `${change.system.name} ✓ ${change.type}, ${change.webhookId}`;
  }
}
