// Standard Webhooks signatures over `id.timestamp.body`: HMAC-SHA256 (`v1`) or Ed25519 (`v1a`); every live key signs.
// Source: the Standard Webhooks specification 1.0.
import {
  createHmac,
  createPublicKey,
  sign as signWithKey,
  timingSafeEqual,
  verify as verifyWithKey,
} from 'node:crypto';
import type { SecretKeys } from '../domain/signing.ts';

export interface SignInput {
  /** Constant over all attempts; without a dot. */
  readonly id: string;
  /** Unix seconds of this attempt. */
  readonly timestamp: number;
  /** The exact bytes that are sent. */
  readonly body: Buffer;
  readonly keys: readonly Pick<SecretKeys, 'key'>[];
}

/** The value of `webhook-signature`: one `v1,<base64>` or `v1a,<base64>` for each key, separated by spaces. */
export function sign({ id, timestamp, body, keys }: SignInput): string {
  const head = `${id}.${timestamp}.`;
  return keys
    .map(({ key }) =>
      key.type === 'secret'
        ? `v1,${createHmac('sha256', key).update(head).update(body).digest('base64')}`
        : `v1a,${signWithKey(null, Buffer.concat([Buffer.from(head), body]), key).toString('base64')}`,
    )
    .join(' ');
}

export interface SignedRequest {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: Buffer;
}

/** What libraries of the specification allow a clock to be wrong by, and a request to be late. */
const toleranceSeconds = 5 * 60;

/** As a receiver verifies: any signature by any of the keys will do, and must not be old. */
export function verify(
  { id, timestamp, signature, body }: SignedRequest,
  keys: SignInput['keys'],
  nowMs: number,
): 'verified' | 'wrong' | 'stale' | 'unsigned' {
  if (id === undefined || timestamp === undefined || signature === undefined) return 'unsigned';
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  const given = signature.split(' ');
  if (!keys.some(({ key }) => given.some((one) => isBy(key, one, signed)))) return 'wrong';
  return Math.abs(nowMs / 1000 - Number(timestamp)) <= toleranceSeconds ? 'verified' : 'stale';
}

function isBy(key: SecretKeys['key'], signature: string, signed: Buffer): boolean {
  const comma = signature.indexOf(',');
  const [version, bytes] = [signature.slice(0, comma), Buffer.from(signature.slice(comma + 1), 'base64')];
  if (key.type !== 'secret')
    return version === 'v1a' && verifyWithKey(null, signed, createPublicKey(key), bytes);
  const wanted = createHmac('sha256', key).update(signed).digest();
  return version === 'v1' && bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
}
