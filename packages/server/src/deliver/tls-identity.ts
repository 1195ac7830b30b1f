// What a webhook changes about TLS: authorities that it trusts in addition, a client certificate that it shows. Most change
// nothing. Connections of different identities are kept apart by its name.
import { createHash } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import { readPem } from '../domain/pem.ts';
import type { Webhook } from '../domain/webhook.ts';
import { createRecent } from '../lib/recent.ts';

export interface TlsIdentity {
  /** The same for the same content, and for nothing else. */
  readonly name: string;
  readonly ca: string | null;
  readonly client: { readonly certificate: string; readonly key: string } | null;
}

const known = new WeakMap<object, TlsIdentity>();

/** null for the usual: no authorities of its own, no client certificate. */
export function tlsIdentity(webhook: Pick<Webhook, 'auth' | 'delivery'>): TlsIdentity | null {
  const { auth, delivery } = webhook;
  if (delivery.ca === null && auth.type !== 'mtls') return null;
  const found = known.get(webhook);
  if (found) return found;
  const { ca } = delivery;
  const client = auth.type === 'mtls' ? { certificate: auth.certificate, key: auth.key } : null;
  const name = createHash('sha256')
    .update(JSON.stringify([ca, client]))
    .digest('base64');
  const identity = { name, ca, client };
  known.set(webhook, identity);
  return identity;
}

/** What TLS needs for an identity. Prepared ones are kept: measured, one costs 0.4 ms and 55 KB. */
export type SecureContexts = (identity: TlsIdentity) => SecureContext;

export function createSecureContexts(keptMax: number): SecureContexts {
  const kept = createRecent<string, SecureContext>(keptMax);
  return (identity) => {
    const found = kept.get(identity.name);
    if (found) return found;
    const made = prepare(identity);
    kept.set(identity.name, made);
    return made;
  };
}

function prepare({ ca, client }: TlsIdentity): SecureContext {
  const context = createSecureContext({
    ...(client === null ? {} : { cert: client.certificate, key: client.key }),
    // What is named is trusted by itself, also an authority whose own authority is not.
    ...(ca === null ? {} : { allowPartialTrustChain: true }),
  });
  // The option `ca` would replace the usual authorities; naming them beside it parses them all: 11 ms and 1.2 MB each.
  for (const { text } of readPem(ca ?? '') ?? []) context.context.addCACert(text);
  return context;
}
