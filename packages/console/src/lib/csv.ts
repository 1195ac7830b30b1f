// Rows as CSV (RFC 4180): quoted where needed, lines ended by CRLF.

/** Spreadsheets run cells that begin like a formula: those get an apostrophe before them. */
const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text);

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map((cell) => quoted(safe(String(cell ?? '')))).join(',')}\r\n`).join('');
}
