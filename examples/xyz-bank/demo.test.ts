// The whole product from outside: the real server, four receivers, a day of signing under the profile of emSigner. Proves
// E1–E8, E13, E15–E17, E21, N1 and N3 as far as the demo shows them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

async function runOnce(): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [main, '--once'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: code as number | null, output: output + errors };
}

function countOf(output: string, label: string): number {
  const [, count] = new RegExp(`^ {2}${label} +([\\d.]+)`, 'm').exec(output) ?? [];
  return Number(count);
}

it('delivers a day of signing, through an outage, without losing or repeating anything', {
  timeout: 90_000,
}, async () => {
  const { code, output } = await runOnce();
  expect(code, output).toBe(0);
  const count = (label: string) => countOf(output, label);
  expect(count('events accepted')).toBeGreaterThanOrEqual(27);
  expect(count('delivered to the Loan system')).toBe(6);
  expect(count('delivered to the HR portal')).toBe(8);
  // All of four envelopes, and one of them a second time on purpose.
  expect(count('delivered to the Compliance log')).toBe(23 + 1);
  // What nobody was told, and what is not in the story: each of it once.
  expect(count('delivered to the Front desk')).toBe(count('events accepted') - 23);
  expect(count('signatures verified')).toBe(count('delivered to the Compliance log'));
  expect(count('retries')).toBeGreaterThan(0);
  expect(count('duplicates refused')).toBe(2);
  expect(count('wrong secrets refused')).toBe(1);
  expect(count('without Request From refused')).toBe(1);
  expect(count('lost')).toBe(0);
  expect(count('first delivery')).toBeLessThan(10);
});
