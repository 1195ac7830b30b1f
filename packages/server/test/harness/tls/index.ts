// The certificates and keys of this folder, as text.
import { readFileSync } from 'node:fs';

/** The passphrase of the encrypted keys. */
export const passphrase = 'open sesame';

export const pem = (file: string): string => readFileSync(new URL(`./${file}`, import.meta.url), 'utf8');

/** A client certificate of the test authority, as `auth` of a webhook. */
export const clientIdentity = () => ({
  type: 'mtls' as const,
  certificate: pem('client.crt'),
  key: pem('client.key'),
});
