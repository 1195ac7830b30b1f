import { expect, it } from 'vitest';
import { createPasswords } from './passwords.ts';

const passwords = createPasswords();

it('keeps a password as argon2id with a salt of its own, and knows it again', async () => {
  const [one, two] = await Promise.all([passwords.hash('correct horse'), passwords.hash('correct horse')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(two);
  expect(await passwords.verify('correct horse', one)).toBe(true);
  expect(await passwords.verify('correct horsf', one)).toBe(false);
});

it('takes the same letters as the same password, however the keyboard composes them', async () => {
  expect(await passwords.verify('cafe\u0301 au lait!', await passwords.hash('caf\u00e9 au lait!'))).toBe(
    true,
  );
});

it('verifies what was hashed at another cost', async () => {
  const { argon2Sync } = await import('node:crypto');
  const nonce = Buffer.from('somesalt12345678');
  const tag = argon2Sync('argon2id', {
    message: 'old password',
    nonce,
    memory: 8192,
    passes: 1,
    parallelism: 1,
    tagLength: 32,
  });
  const hash = `$argon2id$v=19$m=8192,t=1,p=1$${nonce.toString('base64').replace(/=+$/, '')}$${tag.toString('base64').replace(/=+$/, '')}`;
  expect(await passwords.verify('old password', hash)).toBe(true);
});

it('answers false where there is no password, after the same work', async () => {
  expect(await passwords.verify('anything at all', null)).toBe(false);
});

it('serves many at once, one after another', async () => {
  const hash = await passwords.hash('correct horse');
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, at) => passwords.verify(at % 2 === 0 ? 'correct horse' : 'wrong', hash)),
  );
  expect(answers).toEqual([true, false, true, false, true, false, true, false]);
});
