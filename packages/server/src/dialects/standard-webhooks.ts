// Standard Webhooks signatures over `id.timestamp.body`: HMAC-SHA256 (`v1`) or Ed25519 (`v1a`); every live key signs.
// Source: the Standard Webhooks specification 1.0.
import { createHmac, sign as signWithKey } from 'node:crypto';
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
