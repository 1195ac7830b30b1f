// The signing secret of a webhook as requests ask for it: one that is given, or one that is made and shown once.
import { randomBytes } from 'node:crypto';
import { dialects } from '../dialects/index.ts';
import { schemeProblem } from '../domain/payload.ts';
import { invalid, type Problem } from '../domain/problems.ts';
import {
  formatPublicKey,
  formatSecret,
  type SigningScheme,
  type SigningSecret,
  secretBytes,
  secretProblem,
} from '../domain/signing.ts';

export interface SigningInput {
  readonly scheme: SigningScheme;
  /** Given by whoever owns the receiver, for example the HMAC key of a vendor. */
  readonly secret?: string | undefined;
}

interface MadeSecret extends SigningSecret {
  readonly publicKey: string | null;
  /** What its receiver is given; null where its owner has it already, or verifies with the public key. */
  readonly shown: string | null;
}

/** @param at where the input stands in the body: `signing.`, or nothing */
export function signingProblems(
  { scheme, secret }: SigningInput,
  dialect: string,
  at: string,
): readonly Problem[] {
  const reasons = [
    ['scheme', schemeProblem(dialect, scheme, dialects)],
    ['secret', secret === undefined ? null : secretProblem(secret, scheme)],
  ] as const;
  return reasons.flatMap(([name, reason]) => (reason === null ? [] : [invalid(at + name, reason)]));
}

/** @param input without problems */
export function makeSecret({ scheme, secret: given }: SigningInput): MadeSecret {
  if (given !== undefined) {
    return { scheme, form: 'text', secret: Buffer.from(given), publicKey: null, shown: null };
  }
  const secret = randomBytes(secretBytes);
  const shown = scheme === 'hmac' ? formatSecret(secret) : null;
  return { scheme, form: 'bytes', secret, publicKey: formatPublicKey(scheme, secret), shown };
}
