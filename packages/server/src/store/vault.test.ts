import { expect, it } from 'vitest';
import { createVault } from './vault.ts';

const master = Buffer.alloc(32, 7);
const vault = createVault(master);
const place = 'webhook:1';

it.each([
  ['a secret', Buffer.from('s3cret')],
  ['nothing', Buffer.alloc(0)],
  ['any bytes', Buffer.from([0, 255, 1, 254])],
  ['something large', Buffer.alloc(100_000, 3)],
])('opens what it sealed: %s', (_name, secret) => {
  expect(vault.open(vault.seal(secret, place), place)).toEqual(secret);
});

it('opens what another process sealed under the same key', () => {
  expect(
    createVault(Buffer.from(master))
      .open(vault.seal(Buffer.from('x'), place), place)
      .toString(),
  ).toBe('x');
});

it('seals the same secret differently each time, and never in the clear', () => {
  const secret = Buffer.from('a long enough secret');
  const [one, two] = [vault.seal(secret, place), vault.seal(secret, place)];
  expect(one.equals(two)).toBe(false);
  expect(one.includes(secret)).toBe(false);
});

it('says which setting to correct when the master key is another', () => {
  const other = createVault(Buffer.alloc(32, 8));
  expect(() => other.open(vault.seal(Buffer.from('x'), place), place)).toThrow('SIGNPOST_MASTER_KEY');
});

it('opens what its other keys sealed, and seals under its own alone', () => {
  const before = createVault(Buffer.alloc(32, 8));
  const between = createVault(master, [Buffer.alloc(32, 8), Buffer.alloc(32, 9), master]);
  expect(between.keyIds).toEqual([
    vault.keyIds[0],
    before.keyIds[0],
    createVault(Buffer.alloc(32, 9)).keyIds[0],
  ]);
  expect(between.open(before.seal(Buffer.from('x'), place), place).toString()).toBe('x');
  const fresh = between.seal(Buffer.from('y'), place);
  expect(vault.open(fresh, place).toString()).toBe('y');
  expect(() => before.open(fresh, place)).toThrow(vault.keyIds[0]);
});

it('does not open what belongs to another place', () => {
  const sealed = vault.seal(Buffer.from('x'), place);
  expect(() => vault.open(sealed, 'webhook:2')).toThrow();
  expect(() => vault.open(sealed, 'source:1')).toThrow();
});

it('does not open what was changed, in any byte', () => {
  const sealed = vault.seal(Buffer.from('secret'), place);
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => vault.open(changed, place), `byte ${at}`).toThrow();
  }
});

it('does not open what was cut off, or is nothing that was sealed', () => {
  const sealed = vault.seal(Buffer.from('secret'), place);
  for (let length = 0; length < sealed.length; length++) {
    expect(() => vault.open(sealed.subarray(0, length), place), `${length} bytes`).toThrow();
  }
  expect(() => vault.open(Buffer.concat([sealed, Buffer.from([0])]), place)).toThrow();
  expect(() => vault.open(Buffer.from('secret'), place)).toThrow('not a sealed secret');
});

it.each([0, 16, 31, 33])('refuses a master key of %i bytes', (bytes) => {
  expect(() => createVault(Buffer.alloc(bytes))).toThrow('32 bytes');
});
