// Mutual TLS as a way to identify oneself to the receiver: a client certificate with its private key, checked when it is saved.
import type { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { AuthFields } from './auth-fields.ts';
import { readCertificates, type ShownCertificate, showCertificate } from './pem.ts';
import { type ReadKey, readPrivateKey } from './private-key.ts';
import { invalid, type Problem } from './problems.ts';

export interface Mtls {
  readonly type: 'mtls';
  /** PEM: the certificate, then those that lead to its authority. */
  readonly certificate: string;
  /** PEM, decrypted. */
  readonly key: string;
}

export interface ShownMtls extends ShownCertificate {
  readonly type: 'mtls';
  readonly keySet: true;
}

/** What is left out stays as it is; then nothing of it is checked again. */
export function readMtls(fields: AuthFields, now: number): Mtls {
  const auth = {
    type: 'mtls',
    certificate: fields.required('certificate'),
    key: fields.required('key'),
  } as const;
  const isNewKey = fields.isGiven('key');
  if (!isNewKey) fields.refuse(['passphrase'], 'goes only with auth.key');
  if (!isNewKey && !fields.isGiven('certificate')) return auth;
  if (auth.certificate === '' || auth.key === '') return auth;
  const read = readCertificates(auth.certificate, now);
  const key = readPrivateKey(auth.key, isNewKey ? fields.text('passphrase') : '');
  if (read.kind === 'wrong') fields.problems.push(invalid('auth.certificate', read.reason));
  if (key.kind !== 'key') fields.problems.push(keyProblem(key));
  if (read.kind === 'wrong' || key.kind !== 'key') return auth;
  const pair: Mtls = { type: 'mtls', certificate: read.pem, key: key.pem };
  const reason = pairProblem(read.certificates, key.key, pair);
  if (reason !== null) fields.problems.push(invalid(isNewKey ? 'auth.key' : 'auth.certificate', reason));
  return pair;
}

function keyProblem(read: Exclude<ReadKey, { kind: 'key' }>): Problem {
  switch (read.kind) {
    case 'passphrase_missing':
      return { code: 'missing_field', path: 'auth.passphrase' };
    case 'passphrase_wrong':
      return invalid('auth.passphrase', 'does not open the private key');
    case 'wrong':
      return invalid('auth.key', read.reason);
  }
}

function pairProblem(
  certificates: readonly X509Certificate[],
  key: Parameters<X509Certificate['checkPrivateKey']>[0],
  { certificate: cert, key: pem }: Mtls,
): string | null {
  const matching = certificates.findIndex((certificate) => certificate.checkPrivateKey(key));
  if (matching < 0) return 'does not match: certificate and private key do not belong together';
  if (matching > 0) return 'must match the first certificate; the others lead to its authority';
  try {
    createSecureContext({ cert, key: pem });
    return null;
  } catch {
    return 'cannot be used for TLS: the key is too short, or a signature too weak';
  }
}

export function showMtls({ certificate }: Mtls, now: number): ShownMtls {
  return { type: 'mtls', ...showCertificate(certificate, now), keySet: true };
}
