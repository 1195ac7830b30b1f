// Client certificates and authorities as they come in. The files are those of the test harness.
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { passphrase, pem } from '../../test/harness/tls/index.ts';
import { type Auth, type AuthInput, readAuth, showAuth } from './auth.ts';
import { readCertificates } from './pem.ts';

const now = Date.parse('2026-01-31T10:00:00Z');
const context = { urlProblem: () => null, now };
const none: Auth = { type: 'none' };
const certificate = pem('client.crt');
const key = pem('client.key');
const read = (input: Omit<AuthInput, 'type'>, present: Auth = none) =>
  readAuth({ type: 'mtls', ...input }, present, context);
const problems = (input: Omit<AuthInput, 'type'>, present: Auth = none) =>
  read(input, present).problems.map(({ path, details }) => `${path} ${details?.['reason'] ?? 'is missing'}`);

describe('a client certificate that comes in (N11)', () => {
  it('is kept with its key, and shown without it', () => {
    const { auth, problems: wrong } = read({ certificate, key });
    expect(wrong).toEqual([]);
    expect(showAuth(auth, now)).toEqual({
      type: 'mtls',
      subject: 'CN=loans-client',
      issuer: 'CN=Signpost test authority',
      fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
      notAfter: new Date('2075-01-01T00:00:00Z'),
      expiry: 'valid',
      keySet: true,
    });
  });

  it('says when it will expire soon, has expired, or is not valid yet', () => {
    const { auth } = read({ certificate, key });
    const at = (time: string) => showAuth(auth, Date.parse(time));
    expect(at('2074-12-02T00:00:00Z')).toMatchObject({ expiry: 'soon' });
    expect(at('2074-12-01T23:59:59Z')).toMatchObject({ expiry: 'valid' });
    expect(at('2075-01-01T00:00:00Z')).toMatchObject({ expiry: 'expired' });
    expect(at('2024-12-31T00:00:00Z')).toMatchObject({ expiry: 'not_yet_valid' });
  });

  it.each([
    ['PKCS#8, encrypted', 'client.crt', 'client-encrypted.key'],
    ['PKCS#1, encrypted by headers', 'rsa-client.crt', 'rsa-client.key'],
  ])('may have an encrypted key (%s), which is kept decrypted', (_, certificateFile, keyFile) => {
    const input = { certificate: pem(certificateFile), key: pem(keyFile), passphrase };
    const { auth, problems: wrong } = read(input);
    expect(wrong).toEqual([]);
    expect(auth).toMatchObject({ key: expect.stringMatching(/^-----BEGIN PRIVATE KEY-----/) });
    expect(auth).not.toHaveProperty('passphrase');
    expect(problems({ ...input, passphrase: 'wrong' })).toEqual([
      'auth.passphrase does not open the private key',
    ]);
    const { passphrase: _passphrase, ...without } = input;
    expect(problems(without)).toEqual(['auth.passphrase is missing']);
  });

  it('may come with its chain, with text around, and with the lines of Windows', () => {
    const chain = `Bag Attributes\n${pem('client-by-intermediate.crt')}subject=secret\n${pem('intermediate.crt')}`;
    const { auth, problems: wrong } = read({ certificate: chain.replaceAll('\n', '\r\n'), key });
    expect(wrong).toEqual([]);
    expect(auth).toMatchObject({ certificate: pem('client-by-intermediate.crt') + pem('intermediate.crt') });
  });

  it('may come with a key from a file that also holds parameters and certificates', () => {
    const parameters = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';
    expect(problems({ certificate, key: parameters + key + certificate })).toEqual([]);
  });

  it.each<[string, Omit<AuthInput, 'type'>, string[]]>([
    ['without its fields', {}, ['auth.certificate is missing', 'auth.key is missing']],
    ['without its key', { certificate }, ['auth.key is missing']],
    ['that is no PEM', { certificate: 'MIIB', key }, ['auth.certificate must be PEM']],
    ['that breaks off', { certificate: certificate.slice(0, 300), key }, ['auth.certificate must be PEM']],
    [
      'that is garbage inside',
      { certificate: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', key },
      ['auth.certificate cannot be used: the certificate cannot be read'],
    ],
    ['that is a key', { certificate: key, key }, ['auth.certificate must not hold a private key']],
    [
      'that has expired',
      { certificate: pem('client-expired.crt'), key },
      ['auth.certificate cannot be used: the certificate expired on 2021-01-01'],
    ],
    ['with another key', { certificate, key: pem('server.key') }, ['auth.key does not match']],
    [
      'in the wrong order',
      { certificate: pem('intermediate.crt') + pem('client-by-intermediate.crt'), key },
      ['auth.key must match the first certificate'],
    ],
    ['with a certificate as key', { certificate, key: certificate }, ['auth.key holds a certificate']],
    ['with garbage as key', { certificate, key: 'secret' }, ['auth.key must be PEM']],
    ['with two keys', { certificate, key: key + key }, ['auth.key must hold one private key']],
    [
      'with a short key',
      { certificate: pem('weak-client.crt'), key: pem('weak-client.key') },
      ['auth.key must be an RSA key of 2048 to 4096 bits'],
    ],
    [
      'with a key that would take long to open',
      { certificate, key: pem('client-costly.key'), passphrase },
      ['auth.key is encrypted with more than 600000 rounds'],
    ],
    [
      'with a key under scrypt',
      { certificate, key: pem('client-scrypt.key'), passphrase },
      ['auth.key is encrypted with scrypt'],
    ],
    ['with a password', { certificate, key, password: 'p' }, ['auth.password does not go with type "mtls"']],
  ])('is refused %s', (_, input, expected) => {
    const found = problems(input);
    expect(found).toHaveLength(expected.length);
    for (const [index, start] of expected.entries())
      expect(found[index]?.startsWith(start), found[index]).toBe(true);
  });

  it('is refused with keys that TLS has no use for', () => {
    const x25519 = generateKeyPairSync('x25519')
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();
    const odd = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey;
    const curve = odd.export({ type: 'sec1', format: 'pem' }).toString();
    expect(problems({ certificate, key: x25519 })[0]).toContain(
      'auth.key is of a kind that TLS does not use',
    );
    expect(problems({ certificate, key: curve })[0]).toContain('auth.key must be on one of the curves');
  });

  it('never has its key in what is said about it', () => {
    const broken = key.replace('M', 'A');
    expect(JSON.stringify(problems({ certificate, key: broken }))).not.toContain(broken.slice(40, 60));
  });

  it('can be changed while its key stays, and must still match it', () => {
    const present = read({ certificate, key }).auth;
    const renewed = read({ certificate: pem('client-by-intermediate.crt') }, present);
    expect(renewed).toMatchObject({ problems: [], auth: { key: (present as { key: string }).key } });
    expect(problems({ certificate: pem('rsa-client.crt') }, present)[0]).toContain(
      'auth.certificate does not match',
    );
    expect(problems({ passphrase }, present)).toEqual(['auth.passphrase goes only with auth.key']);
    expect(read({}, present)).toEqual({ auth: present, problems: [] });
  });
});

describe('authorities that come in (N11)', () => {
  const reason = (text: string) => {
    const result = readCertificates(text, now);
    return result.kind === 'wrong' ? result.reason : 'good';
  };

  it('may be several, and are written anew', () => {
    const text = `# our authorities\n${pem('ca.crt')}\nnote: the password is 4711\n${pem('intermediate.crt')}`;
    expect(readCertificates(text, now)).toMatchObject({ pem: pem('ca.crt') + pem('intermediate.crt') });
  });

  it.each([
    ['', 'must be PEM'],
    ['no PEM', 'must be PEM'],
    [pem('ca.crt') + key, 'must not hold a private key'],
    [`${pem('ca.crt')}-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----`, 'must hold only blocks'],
    [pem('ca.crt') + pem('expired.crt'), 'cannot be used: certificate 2 expired on 2021-01-01'],
    [pem('ca.crt').repeat(21), 'must hold at most 20 certificates'],
    ['-----BEGIN '.repeat(3000), 'must be PEM'],
    ['-----BEGIN A-----'.repeat(1900), 'must be PEM'],
  ])('are refused by what is wrong with them (%#)', (text, expected) => {
    expect(reason(text)).toContain(expected);
  });
});
