// The proof of platforms that send the secret itself in a header. It shows who sends, and says nothing about the body.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Verification } from './source.ts';

/** Compares in constant time; hashing first also hides the length. The reasons never contain either value. */
export function verifySharedSecret(
  header: string,
  sent: string | undefined,
  secret: string | null,
): Verification {
  if (secret === null || secret === '') return refused('this source has no secret to compare with');
  if (sent === undefined) return refused(`the header ${header} is missing`);
  if (sent === '') return refused(`the header ${header} is empty: the webhook has no secret on the platform`);
  if (!timingSafeEqual(sha256(sent), sha256(secret)))
    return refused(`the header ${header} has another secret`);
  return { kind: 'verified' };
}

function refused(reason: string): Verification {
  return { kind: 'refused', reason };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
