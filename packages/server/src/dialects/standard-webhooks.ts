// Standard Webhooks signatures: HMAC-SHA256 over `id.timestamp.body`, every live secret signs.
// Source: the Standard Webhooks specification 1.0.
import { createHmac, type KeyObject } from 'node:crypto';

const secretPrefix = 'whsec_';
/** Bytes of the secrets that we make; the specification allows 24 to 64. */
export const secretBytes = 32;

export function formatSecret(secret: Buffer): string {
  return secretPrefix + secret.toString('base64');
}

export interface SignInput {
  /** Constant over all attempts; without a dot. */
  readonly id: string;
  /** Unix seconds of this attempt. */
  readonly timestamp: number;
  /** The exact bytes that are sent. */
  readonly body: Buffer;
  readonly keys: readonly KeyObject[];
}

/** The value of `webhook-signature`: one `v1,<base64>` for each key, separated by spaces. */
export function sign({ id, timestamp, body, keys }: SignInput): string {
  const head = `${id}.${timestamp}.`;
  return keys
    .map((key) => `v1,${createHmac('sha256', key).update(head).update(body).digest('base64')}`)
    .join(' ');
}
