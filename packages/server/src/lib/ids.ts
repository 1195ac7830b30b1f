// Identifiers and secrets: UUIDv7 (ordered by time, so that history is stored and listed in arrival order) and random tokens.
import { randomBytes, randomFillSync } from 'node:crypto';
import { V7Generator } from 'uuidv7';

export type NewId = (nowMs: number) => string;

/** Strictly increasing within the process, also when the clock is moved back. */
export function createIdGenerator(): NewId {
  const generator = new V7Generator({ nextUint32: pooledRandom() });
  return (nowMs) => generator.generateOrResetCore(nowMs, 600_000).toString();
}

/** Numbers from the system's generator, fetched a thousand at a time: a call for each would cost more than the id. */
function pooledRandom(): () => number {
  const pool = new Uint32Array(1024);
  let next = pool.length;
  return () => {
    if (next === pool.length) {
      randomFillSync(pool);
      next = 0;
    }
    return pool[next++] ?? 0;
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** Milliseconds since the epoch in which a UUIDv7 was made. */
export function timeOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** The smallest id that could be made at or after `timeMs`: a bound for ranges of ids. */
export function lowestIdAt(timeMs: number): string {
  const hex = Math.max(0, Math.floor(timeMs)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-0000-0000-000000000000`;
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Random letters and digits, about 5.95 bits each; bytes that would favour some letters are thrown away. */
export function randomToken(length: number): string {
  let token = '';
  while (token.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 248 && token.length < length) token += alphabet[byte % 62];
    }
  }
  return token;
}
