// Passwords at rest: argon2id, each with its own salt, in the usual notation, so that its cost can be raised later.
// A hash keeps a thread busy for some 40 ms. Only a few run at once, or they would take all of Node's threads from the
// name lookups of deliveries.
import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** What OWASP asks for at least: 19 MiB, two passes. */
const memoryKiB = 19_456;
const passes = 2;
const parallelism = 1;
const saltBytes = 16;
const tagBytes = 32;
const concurrent = 2;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Without a hash it takes as long, and answers false: nobody learns whether there is one. */
  verify(password: string, hash: string | null): Promise<boolean>;
}

interface Parts {
  readonly parameters: Omit<Argon2Parameters, 'message'>;
  readonly tag: Buffer;
}

export function createPasswords(): Passwords {
  const limited = limitTo(concurrent);
  const tagOf = (password: string, parameters: Parts['parameters']) =>
    limited(() => derive('argon2id', { ...parameters, message: password.normalize('NFC') }));
  const fresh = (): Parts['parameters'] => ({
    nonce: randomBytes(saltBytes),
    memory: memoryKiB,
    passes,
    parallelism,
    tagLength: tagBytes,
  });

  return {
    async hash(password) {
      const parameters = fresh();
      return format({ parameters, tag: await tagOf(password, parameters) });
    },
    async verify(password, hash) {
      const parts = hash === null ? null : parse(hash);
      const tag = await tagOf(password, parts?.parameters ?? fresh());
      return parts !== null && timingSafeEqual(tag, parts.tag);
    },
  };
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/={1,2}$/, '');

function format({ parameters, tag }: Parts): string {
  const { memory, passes: t, parallelism: p, nonce } = parameters;
  return `$argon2id$v=19$m=${memory},t=${t},p=${p}$${base64(nonce as Buffer)}$${base64(tag)}`;
}

function parse(text: string): Parts {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(text);
  if (!match) throw new Error('This is not a password hash.');
  const [, m, t, p, salt = '', tagText = ''] = match;
  const tag = Buffer.from(tagText, 'base64');
  const nonce = Buffer.from(salt, 'base64');
  return {
    parameters: {
      nonce,
      memory: Number(m),
      passes: Number(t),
      parallelism: Number(p),
      tagLength: tag.length,
    },
    tag,
  };
}

/** Runs at most so many at once, the others after them in order. */
function limitTo(max: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= max) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
