// A private key as people paste it: PEM in any of the usual forms, encrypted or not. It is kept decrypted (and sealed): to
// derive the key of an encrypted one again for every connection would cost more than the connection.
import { createPrivateKey, type KeyObject, type PrivateKeyInput } from 'node:crypto';
import { limit } from './limits.ts';
import { type PemBlock, readPem } from './pem.ts';

export type ReadKey =
  | { readonly kind: 'key'; readonly key: KeyObject; readonly pem: string }
  | { readonly kind: 'passphrase_missing' }
  | { readonly kind: 'passphrase_wrong' }
  /** In words that go on from the field's name. */
  | { readonly kind: 'wrong'; readonly reason: string };

const wrong = (reason: string): ReadKey => ({ kind: 'wrong', reason });

const labels: readonly string[] = [
  'PRIVATE KEY',
  'ENCRYPTED PRIVATE KEY',
  'RSA PRIVATE KEY',
  'EC PRIVATE KEY',
];

/** @param passphrase empty for none */
export function readPrivateKey(text: string, passphrase: string): ReadKey {
  const blocks = readPem(text) ?? [];
  const keys = blocks.filter(({ label }) => labels.includes(label));
  const [block] = keys;
  if (!block) return wrong(whatItIs(blocks));
  if (keys.length > 1) return wrong('must hold one private key');
  const isEncrypted = block.label.startsWith('ENCRYPTED') || /^Proc-Type:.*ENCRYPTED/m.test(block.text);
  if (!isEncrypted) return open({ key: block.text }, null);
  if (passphrase === '') return { kind: 'passphrase_missing' };
  if (block.label.startsWith('ENCRYPTED')) {
    const reason = derivationProblem(block.der);
    if (reason !== null) return wrong(reason);
  }
  return open(inputOf(block, passphrase), { kind: 'passphrase_wrong' });
}

/** By its bytes alone, so that what is opened is what was looked at. */
function inputOf({ label, der, text }: PemBlock, passphrase: string): PrivateKeyInput {
  return label.startsWith('ENCRYPTED')
    ? { key: der, format: 'der', type: 'pkcs8', passphrase }
    : { key: text, passphrase };
}

function open(input: PrivateKeyInput, failure: ReadKey | null): ReadKey {
  let key: KeyObject;
  try {
    key = createPrivateKey(input);
  } catch {
    return failure ?? wrong('cannot be read as a private key');
  }
  const reason = unfitness(key);
  if (reason !== null) return wrong(reason);
  return { kind: 'key', key, pem: key.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

function whatItIs(blocks: readonly PemBlock[]): string {
  const [first] = blocks;
  if (first?.label === 'CERTIFICATE') return 'holds a certificate where a private key belongs';
  if (first?.label.endsWith('PUBLIC KEY')) return 'holds a public key where a private key belongs';
  if (first?.label === 'OPENSSH PRIVATE KEY') return 'is in the format of OpenSSH; PKCS#8 in PEM is needed';
  return 'must be PEM, from -----BEGIN PRIVATE KEY----- to -----END PRIVATE KEY-----';
}

const rsaBitsMin = 2048;
const curves: readonly (string | undefined)[] = ['prime256v1', 'secp384r1', 'secp521r1'];

const edwards: readonly (string | undefined)[] = ['ed25519', 'ed448'];

/** Every handshake signs with it, on the thread that serves everybody. */
function unfitness({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): string | null {
  if (type === 'rsa' || type === 'rsa-pss') {
    const bits = details?.modulusLength ?? 0;
    const max = limit('rsa_key_bits_max');
    return bits >= rsaBitsMin && bits <= max ? null : `must be an RSA key of ${rsaBitsMin} to ${max} bits`;
  }
  if (type === 'ec') {
    const isKnown = curves.includes(details?.namedCurve);
    return isKnown ? null : 'must be on one of the curves P-256, P-384 and P-521';
  }
  return edwards.includes(type) ? null : 'is of a kind that TLS does not use: RSA, EC and Ed25519 are';
}

/** 1.3.6.1.4.1.11591.4.11 */
const scrypt = Buffer.from('2b06010401da47040b', 'hex');

/**
 * How costly an encrypted key is to open stands in itself, and has no bound: a made-up one would hold up the server for hours.
 * PBKDF2 says its rounds in an INTEGER; scrypt's cost is a product of three.
 */
function derivationProblem(der: Buffer): string | null {
  const algorithm = firstInside(der);
  if (algorithm === null) return 'cannot be read as a private key';
  if (algorithm.includes(scrypt))
    return 'is encrypted with scrypt; use PBKDF2 (the default of openssl pkcs8 -topk8)';
  const numbers = integersIn(algorithm);
  if (numbers === null) return 'cannot be read as a private key';
  const max = limit('key_derivation_rounds_max');
  return numbers.some((number) => number > max)
    ? `is encrypted with more than ${max} rounds of PBKDF2`
    : null;
}

interface Element {
  readonly tag: number;
  readonly content: Buffer;
  readonly end: number;
}

/** One DER element; null for anything else, also for the indefinite lengths of BER. */
function elementAt(bytes: Buffer, at: number): Element | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return null;
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  const start = at + 2 + lengthBytes;
  if (first === 0x80 || lengthBytes > 3 || start > bytes.length) return null;
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
  const end = start + length;
  return end > bytes.length ? null : { tag, content: bytes.subarray(start, end), end };
}

/** The content of the first element of the sequence that the bytes are. */
function firstInside(der: Buffer): Buffer | null {
  const outer = elementAt(der, 0);
  return outer === null ? null : (elementAt(outer.content, 0)?.content ?? null);
}

const constructed = 0x20;
const integer = 0x02;

/** An encrypted key says its algorithm in four levels. */
const levelsMax = 8;

/** All integers, also inside of others; one that has more than 6 bytes counts as endless. */
function integersIn(bytes: Buffer, level = 1): readonly number[] | null {
  if (level > levelsMax) return null;
  const numbers: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const element = elementAt(bytes, at);
    if (element === null) return null;
    const { tag, content, end } = element;
    if ((tag & constructed) !== 0) {
      const inner = integersIn(content, level + 1);
      if (inner === null) return null;
      numbers.push(...inner);
    } else if (tag === integer) {
      const isHuge = content.length === 0 || content.length > 6;
      numbers.push(isHuge ? Number.POSITIVE_INFINITY : content.readUIntBE(0, content.length));
    }
    at = end;
  }
  return numbers;
}
