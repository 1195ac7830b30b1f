// The request for an access token, and what its answer says. Lenient about how endpoints answer, strict about what of it is used.
// Must not put what an endpoint answered into words, but for the codes of RFC 6749: an answer may repeat a secret.
import { limit } from './limits.ts';
import type { OAuth2 } from './oauth2.ts';

export interface TokenRequest {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

export type TokenAnswer =
  | { readonly kind: 'token'; readonly token: string; readonly lifetimeMs: number }
  /** Why there is none, in words that go on from "the token endpoint". */
  | { readonly kind: 'none'; readonly reason: string };

export interface EndpointAnswer {
  readonly status: number;
  readonly body: Buffer;
  readonly bodyTruncated: boolean;
}

/** How long a token is used whose endpoint does not say how long it lasts. */
const defaultLifetimeSeconds = 300;
/** A token that lasts longer is asked for anew after so long. */
const lifetimeSecondsMax = 30 * 24 * 3600;

/** RFC 6749, 5.2, and what each most often means. */
const knownErrors: Readonly<Record<string, string>> = {
  invalid_request: 'the request lacks something: check grant, client authentication and format',
  invalid_client: 'the client id or secret is not right, or is expected elsewhere',
  invalid_grant: 'the user name or password is not right',
  unauthorized_client: 'the client may not use this grant',
  unsupported_grant_type: 'the endpoint does not know this grant',
  invalid_scope: 'the scope is not one that the client may have',
  access_denied: 'the client may not have this token',
};

export function tokenRequest(auth: OAuth2): TokenRequest {
  const { clientId, clientSecret, clientAuth, requestFormat, grant, scope, audience } = auth;
  const inBody = clientAuth === 'body';
  const fields = Object.entries({
    grant_type: grant,
    client_id: inBody ? clientId : '',
    client_secret: inBody ? clientSecret : '',
    username: grant === 'password' ? auth.username : '',
    password: grant === 'password' ? auth.password : '',
    scope: scope ?? '',
    audience: audience ?? '',
  }).filter(([, value]) => value !== '');
  const isJson = requestFormat === 'json';
  const body = isJson ? JSON.stringify(Object.fromEntries(fields)) : new URLSearchParams(fields).toString();
  const contentType = isJson ? 'application/json' : 'application/x-www-form-urlencoded';
  const headers: [string, string][] = [
    ['content-type', contentType],
    ['accept', 'application/json'],
  ];
  if (!inBody) headers.push(['authorization', `Basic ${basic(clientId, clientSecret)}`]);
  return { headers, body: Buffer.from(body) };
}

/** RFC 6749, 2.3.1: each part is form-encoded first, so that a colon in it divides nothing. */
const basic = (id: string, secret: string) =>
  Buffer.from(`${formEncoded(id)}:${formEncoded(secret)}`).toString('base64');

const formEncoded = (text: string) => new URLSearchParams([['', text]]).toString().slice(1);

const none = (reason: string): TokenAnswer => ({ kind: 'none', reason });

export function readTokenAnswer({ status, body, bodyTruncated }: EndpointAnswer): TokenAnswer {
  if (status >= 300 && status < 400)
    return none(`answered with a redirect (${status}), which is not followed`);
  if (bodyTruncated)
    return none(`answered ${status} with more than ${limit('response_bytes_max') / 1024} KiB`);
  const fields = readFields(body.toString());
  const error = knownError(fields);
  if (status < 200 || status > 299) return none(`answered ${status}${error}`);
  if (fields === null) return none(`answered ${status} with a body that is neither a JSON object nor a form`);
  if (!hasText(fields['access_token'])) {
    return none(`answered ${status} without an access token${error}`);
  }
  return readToken(fields['access_token'].trim(), fields);
}

function readToken(token: string, fields: Readonly<Record<string, unknown>>): TokenAnswer {
  const max = limit('access_token_characters_max');
  if (token.length > max) return none(`gave a token of more than ${max} characters`);
  if (!/^[\x21-\x7e]+$/.test(token)) return none('gave a token with characters that a header cannot carry');
  const type = fields['token_type'];
  // Some write it in full ("BearerToken"), some leave it out.
  if (hasText(type) && !/^bearer/i.test(type.trim())) return none('gave a token of another type than Bearer');
  return { kind: 'token', token, lifetimeMs: lifetimeSeconds(fields['expires_in']) * 1000 };
}

const hasText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** JSON, whatever the content type says; or a form, which some endpoints of old answer. */
function readFields(text: string): Readonly<Record<string, unknown>> | null {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed.startsWith('{')) return parsed(trimmed);
  return /^[\w.%+-]+=/.test(trimmed) ? Object.fromEntries(new URLSearchParams(trimmed)) : null;
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

function knownError(fields: Readonly<Record<string, unknown>> | null): string {
  const code = fields?.['error'];
  const meaning =
    typeof code === 'string' && Object.hasOwn(knownErrors, code) ? knownErrors[code] : undefined;
  return meaning === undefined ? '' : `, ${String(code)}: ${meaning}`;
}

/** Zero for a token that is said to be over already: it serves those who asked for it, and is not kept. */
function lifetimeSeconds(value: unknown): number {
  const isNumeric = typeof value === 'number' || (hasText(value) && /^\s*-?\d+(\.\d+)?\s*$/.test(value));
  const seconds = isNumeric ? Number(value) : Number.NaN;
  if (!Number.isFinite(seconds)) return defaultLifetimeSeconds;
  return Math.min(Math.max(0, seconds), lifetimeSecondsMax);
}
