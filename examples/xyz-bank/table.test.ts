import { describe, expect, it } from 'vitest';
import { type Cell, createLedger, type Row } from './ledger.ts';
import { type SystemId, systems, unsaid } from './systems.ts';
import { renderTable } from './table.ts';
import { cut, pad, widthOf } from './text.ts';

type Cells = Partial<Record<SystemId, Partial<Cell>>>;

function row(type: string, title: string, cells: Cells): Row {
  const full = Object.entries(cells).map(
    ([id, cell]) => [id as SystemId, { refusals: 0, receipts: 0, wanted: 1, ...cell }] as const,
  );
  return {
    key: `${type} ${title}`,
    origin: 'Documenso',
    type,
    title,
    concern: unsaid,
    cells: new Map(full),
    webhookIds: new Set(),
  };
}

const options = { systems, columns: 110, lines: 50, colour: false };

const day: readonly Row[] = [
  row('envelope.sent', 'Home loan, Okonkwo', { hr: { receipts: 1 }, compliance: { receipts: 1 } }),
  row('signer.signed', 'Home loan, Okonkwo', {
    loans: { refusals: 2, receipts: 1 },
    hr: {},
    compliance: { receipts: 1 },
  }),
  row('envelope.completed', 'Job contract, Lin', {
    loans: { refusals: 1 },
    compliance: { receipts: 2, wanted: 2 },
  }),
];

describe('the table', () => {
  it('shows for each event where it is', () => {
    expect(renderTable(day, options)).toEqual([
      'from       event               envelope            Loan system  HR portal  Compliance log  Front desk',
      'Documenso  envelope.sent       Home loan, Okonkwo  –            ✓          ✓               –',
      'Documenso  signer.signed       Home loan, Okonkwo  ✓ 3 tries    …          ✓               –',
      'Documenso  envelope.completed  Job contract, Lin   … 1 try      –          ✓ resent        –',
    ]);
  });

  it('takes the short names where 80 columns are all there are', () => {
    const [heading] = renderTable(day, { ...options, columns: 79 });
    expect(heading).toBe('from       event               envelope         Loans      HR  Compliance  Desk');
  });

  it.each([1, 5, 20, 40, 45, 60, 79, 80, 200])('is never wider than %i columns', (columns) => {
    const long = [
      ...day,
      row('signer.authenticated', '授信协议 with a title that has no end, 林美玲', { compliance: {} }),
    ];
    for (const line of renderTable(long, { ...options, columns }))
      expect(widthOf(line)).toBeLessThanOrEqual(columns);
  });

  it('shows the newest rows where there is no room for all', () => {
    const lines = renderTable(day, { ...options, lines: 3 });
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe('⋮ 2 earlier');
    expect(lines[2]).toContain('envelope.completed');
  });

  it.each([1, 2, 3, 4])('fits in %i lines', (lines) => {
    expect(renderTable(day, { ...options, lines }).length).toBeLessThanOrEqual(lines);
  });

  it('colours only when told to', () => {
    expect(renderTable(day, options).join('')).not.toContain('\u001b');
    expect(renderTable(day, { ...options, colour: true }).join('')).toContain('\u001b[32m✓');
  });

  it('marks what came more often than it should', () => {
    const [, line] = renderTable([row('signer.signed', 'x', { hr: { receipts: 3 } })], options);
    expect(line).toContain('3 times!');
  });

  it('draws what a ledger has', () => {
    const ledger = createLedger(systems);
    ledger.announce({ key: '1', origin: 'API', type: 'document.ready', title: 'Lease', concern: unsaid });
    expect(renderTable(ledger.rows(), options)[1]).toBe(
      'API   document.ready  Lease     –            –          –               …',
    );
  });
});

describe('text', () => {
  it('is measured in columns', () => {
    expect(widthOf('Nguyễn')).toBe(6);
    expect(widthOf('Nguyễn'.normalize('NFD'))).toBe(6);
    expect(widthOf('林美玲')).toBe(6);
  });

  it('is cut without breaking a character', () => {
    expect(cut('林美玲', 4)).toBe('林…');
    expect(cut('Home loan', 9)).toBe('Home loan');
    expect(cut('Home loan', 6)).toBe('Home…');
    expect(cut('Home loan', 0)).toBe('');
  });

  it('is padded to a width', () => {
    expect(`林${pad('林', 4)}|`).toBe('林  |');
  });
});
