// Signing in at an identity provider by OpenID Connect: authorization code with PKCE, state and nonce. The library checks
// everything that the provider answers; this tells what somebody is there, or what went wrong in words for the log.
import * as client from 'openid-client';
import type { IdentityProvider } from '../store/identity-providers.ts';

export interface Oidc {
  /** Where the browser is sent, and what must be known again when it comes back. */
  begin(
    provider: UsableProvider,
    redirectUrl: string,
  ): Promise<{ readonly url: string; readonly checks: Checks }>;
  /** @throws when the provider refuses, cannot be asked, or answers what cannot be believed */
  finish(provider: UsableProvider, returnedTo: URL, checks: Checks): Promise<Claims>;
  /** What keeps the provider from being used, in words; null when it can be. */
  problem(provider: UsableProvider): Promise<string | null>;
}

export type UsableProvider = Pick<IdentityProvider, 'id' | 'issuer' | 'clientId' | 'updatedAt'> & {
  readonly clientSecret: string | null;
};

export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Claims {
  readonly subject: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly name: string | null;
}

const scope = 'openid email profile';
/** A provider may change its keys and addresses. */
const keptMs = 3600_000;
const providersKeptMax = 1000;
const timeoutSeconds = 10;
const textCharactersMax = 254;

interface Known {
  readonly of: string;
  readonly until: number;
  readonly configuration: Promise<client.Configuration>;
}

export function createOidc(deps: { readonly fetch: typeof fetch; readonly now: () => number }): Oidc {
  const known = new Map<string, Known>();

  function discover({ issuer, clientId, clientSecret }: UsableProvider): Promise<client.Configuration> {
    const url = new URL(issuer);
    return client.discovery(
      url,
      clientId,
      clientSecret ?? undefined,
      clientSecret ? undefined : client.None(),
      {
        timeout: timeoutSeconds,
        [client.customFetch]: deps.fetch as client.CustomFetch,
        // Only of this very machine, for trying things out; anywhere else the token would travel in clear.
        execute: isLoopback(url) ? [client.allowInsecureRequests] : [],
      },
    );
  }

  function configurationOf(provider: UsableProvider): Promise<client.Configuration> {
    const of = `${provider.updatedAt.getTime()} ${provider.clientSecret}`;
    const present = known.get(provider.id);
    if (present?.of === of && present.until > deps.now()) return present.configuration;
    if (known.size >= providersKeptMax) known.clear();
    const configuration = discover(provider);
    known.set(provider.id, { of, until: deps.now() + keptMs, configuration });
    configuration.catch(() => known.delete(provider.id));
    return configuration;
  }

  return {
    async begin(provider, redirectUrl) {
      const configuration = await configurationOf(provider);
      const verifier = client.randomPKCECodeVerifier();
      const checks = { state: client.randomState(), nonce: client.randomNonce(), verifier };
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUrl,
        scope,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: checks.state,
        nonce: checks.nonce,
      });
      return { url: url.href, checks };
    },
    async finish(provider, returnedTo, { state, nonce, verifier }) {
      const configuration = await configurationOf(provider);
      const tokens = await client.authorizationCodeGrant(configuration, returnedTo, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('The provider gave no ID token.');
      const shown =
        claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
          ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
          : claims;
      return {
        subject: claims.sub,
        email: textOf(shown['email']),
        // Some providers write it as a text.
        emailVerified: shown['email_verified'] === true || String(shown['email_verified']) === 'true',
        name: textOf(shown['name']) ?? textOf(shown['preferred_username']),
      };
    },
    async problem(provider) {
      try {
        await discover(provider);
        return null;
      } catch (error) {
        return describe(error);
      }
    },
  };
}

function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim().slice(0, textCharactersMax).toWellFormed() : '';
  return text === '' ? null : text;
}

export function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** What went wrong, with what lies behind it: the library names its own step only. Never where a name led to. */
export function describe(error: unknown): string {
  const messages: string[] = [];
  for (let at = error; at instanceof Error && messages.length < 3; at = at.cause) messages.push(worded(at));
  return messages.join(': ').slice(0, 500);
}

/** The texts of the system's errors name addresses. */
function worded(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  return /^E[A-Z_]+$/.test(code) && !code.startsWith('ERR_')
    ? `the connection failed (${code})`
    : error.message;
}
