// Certificates as people paste them: PEM, possibly with text around its blocks. What is read is written anew, so that nothing
// of that text is kept.
import { X509Certificate } from 'node:crypto';
import { limit } from './limits.ts';

export interface PemBlock {
  /** What stands after BEGIN: `CERTIFICATE`, `PRIVATE KEY`, … */
  readonly label: string;
  readonly text: string;
  readonly der: Buffer;
}

const begin = '-----BEGIN ';
const dashes = '-----';

/** The blocks in their order; null where one has no end. */
export function readPem(text: string): readonly PemBlock[] | null {
  const blocks: PemBlock[] = [];
  let at = text.indexOf(begin);
  while (at >= 0) {
    const labelEnd = text.indexOf(dashes, at + begin.length);
    const label = text.slice(at + begin.length, labelEnd);
    const end = `${dashes}END ${label}${dashes}`;
    const bodyEnd = labelEnd < 0 ? -1 : text.indexOf(end, labelEnd);
    if (bodyEnd < 0) return null;
    const base64 = text.slice(labelEnd + dashes.length, bodyEnd);
    blocks.push({
      label,
      text: `${text.slice(at, bodyEnd)}${end}\n`,
      der: Buffer.from(base64, 'base64'),
    });
    at = text.indexOf(begin, bodyEnd + end.length);
  }
  return blocks;
}

export type ReadCertificates =
  | { readonly kind: 'certificates'; readonly certificates: readonly X509Certificate[]; readonly pem: string }
  /** In words that go on from the field's name. */
  | { readonly kind: 'wrong'; readonly reason: string };

const wrong = (reason: string): ReadCertificates => ({ kind: 'wrong', reason });

/** Certificates and nothing else: a private key among them would be shown with them. */
export function readCertificates(text: string, now: number): ReadCertificates {
  const blocks = readPem(text);
  if (blocks === null || blocks.length === 0) {
    return wrong('must be PEM, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----');
  }
  const other = blocks.find(({ label }) => label !== 'CERTIFICATE');
  if (other?.label.endsWith('PRIVATE KEY')) return wrong('must not hold a private key, only certificates');
  if (other) return wrong('must hold only blocks of the kind CERTIFICATE');
  const max = limit('certificates_max');
  if (blocks.length > max) return wrong(`must hold at most ${max} certificates`);
  const certificates = blocks.map(({ der }) => parse(der));
  const reasons = certificates.map((certificate) => problemOf(certificate, now));
  const worst = reasons.findIndex((reason) => reason !== null);
  if (worst >= 0) {
    const which = blocks.length === 1 ? 'the certificate' : `certificate ${worst + 1}`;
    return wrong(`cannot be used: ${which} ${reasons[worst]}`);
  }
  const good = certificates.filter((certificate) => certificate !== null);
  return { kind: 'certificates', certificates: good, pem: good.map(String).join('') };
}

function parse(der: Buffer): X509Certificate | null {
  try {
    return new X509Certificate(der);
  } catch {
    return null;
  }
}

function problemOf(certificate: X509Certificate | null, now: number): string | null {
  if (certificate === null) return 'cannot be read';
  return certificate.validToDate.getTime() <= now ? `expired on ${dayOf(certificate.validToDate)}` : null;
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** `soon`: within 30 days. */
export const certificateExpiries = ['valid', 'soon', 'expired', 'not_yet_valid'] as const;
export type CertificateExpiry = (typeof certificateExpiries)[number];

/** What of a certificate helps to know it again. */
export interface ShownCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** SHA-256. */
  readonly fingerprint: string;
  readonly notAfter: Date;
  readonly expiry: CertificateExpiry;
}

const soonMs = 30 * 24 * 3600 * 1000;

/** @param pem of one that was read before; of a chain, the first is shown */
export function showCertificate(pem: string, now: number): ShownCertificate {
  const { subject, issuer, fingerprint256, validFromDate, validToDate } = new X509Certificate(pem);
  const leftMs = validToDate.getTime() - now;
  const expiry = leftMs <= 0 ? 'expired' : leftMs <= soonMs ? 'soon' : 'valid';
  return {
    subject: oneLine(subject),
    issuer: oneLine(issuer),
    fingerprint: fingerprint256,
    notAfter: validToDate,
    expiry: validFromDate.getTime() > now ? 'not_yet_valid' : expiry,
  };
}

/** @param pem of authorities that were read before; null: there are none */
export const showAuthorities = (pem: string | null, now: number): readonly ShownCertificate[] =>
  (readPem(pem ?? '') ?? []).map(({ text }) => showCertificate(text, now));

/** A name may be empty. */
const oneLine = (name: string | undefined) => (name ?? '').trim().replaceAll('\n', ', ');
