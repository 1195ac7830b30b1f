// The second factor: codes of an authenticator (RFC 6238: six digits, 30 seconds, SHA-1, as every authenticator knows them)
// and recovery codes for the day on which it is lost. Pure but for randomness.
import { randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { hashSecret } from '../domain/api-key.ts';

/** One step before and after: clocks of phones are not exact. */
const toleranceSeconds = 30;
const recoveryCodes = 10;
/** Without letters that look alike. */
const recoveryAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const recoveryCharacters = 15;

export function newTotpSecret(): string {
  return generateSecret();
}

/** What the QR code shows. */
export function totpUrl(secret: string, email: string): string {
  return generateURI({ issuer: 'Signpost', label: email, secret });
}

/** The time step of the code; null when it is wrong, or not later than the last one that was taken. */
export function totpStep(secret: string, code: string, lastStep: number, nowMs: number): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const result = verifySync({
    secret,
    token,
    epoch: Math.floor(nowMs / 1000),
    epochTolerance: toleranceSeconds,
    ...(lastStep > 0 && { afterTimeStep: lastStep }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}

/** Codes to be shown once. 15 letters of 31 are 74 bits: one round of SHA-256 is enough to keep them. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: recoveryCodes }, () => randomLetters().replace(/(.{5})(?=.)/g, '$1-'));
}

export function hashRecoveryCode(code: string): Buffer {
  return hashSecret(code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}

function randomLetters(): string {
  let text = '';
  while (text.length < recoveryCharacters) {
    for (const byte of randomBytes(recoveryCharacters)) {
      // Bytes that would favour some letters are thrown away.
      const usable = byte < 248 && text.length < recoveryCharacters;
      if (usable) text += recoveryAlphabet[byte % recoveryAlphabet.length];
    }
  }
  return text;
}
