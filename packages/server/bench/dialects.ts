// `npm run bench:dialects`: what rendering and signing one request costs, dialect by dialect.
import { costBarMicroseconds, dialectCosts } from './dialect-cost.ts';

const rows = dialectCosts({ iterations: 20_000, warmUp: 20_000 });
const line = (...cells: readonly [string, string, string, string, string, string]) =>
  cells
    .map((cell, column) => (column < 3 ? cell.padEnd([17, 34, 24][column] ?? 0) : cell.padStart(9)))
    .join('');

console.log(line('dialect', 'content type', 'event', 'content B', 'body B', 'CPU µs'));
for (const { dialect, contentType, type, contentBytes, bodyBytes, microseconds } of rows) {
  const cost = microseconds.toFixed(1) + (microseconds > costBarMicroseconds ? ' !' : '');
  console.log(line(dialect, contentType, type, String(contentBytes), String(bodyBytes), cost));
}
const over = rows.filter(({ microseconds }) => microseconds > costBarMicroseconds).length;
console.log(`\n${rows.length - over} of ${rows.length} under ${costBarMicroseconds} µs of CPU.`);
