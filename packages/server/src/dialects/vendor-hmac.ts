// The HMACs of vendors: keyed by the text of a secret as it is written, where Standard Webhooks takes the bytes it stands for.
import { createHmac, type KeyObject } from 'node:crypto';
import type { RenderContext } from './dialect.ts';

/** The newest first. A key pair, which may still sign during an overlap, has no text. */
export function textKeys({ keys }: Pick<RenderContext, 'keys'>): readonly KeyObject[] {
  return keys.flatMap(({ textKey }) => (textKey === null ? [] : [textKey]));
}

export function hmacSha256(key: KeyObject, message: string | Buffer, encoding: 'base64' | 'hex'): string {
  return createHmac('sha256', key).update(message).digest(encoding);
}
