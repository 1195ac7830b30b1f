// How a request identifies itself to the receiver beside its signature. Credentials go in and never come out again: what is
// shown of them is made here, and so is the one header that carries them.
import { type AuthFields, type AuthInput, authFields, type Field, type Kept } from './auth-fields.ts';
import { headerProblem } from './header-rules.ts';
import { limit } from './limits.ts';
import { type Mtls, readMtls, type ShownMtls, showMtls } from './mtls.ts';
import { type OAuth2, readOAuth2, type ShownOAuth2, showOAuth2 } from './oauth2.ts';
import { invalid, type Problem } from './problems.ts';

export type { AuthInput } from './auth-fields.ts';

export type Auth =
  | { readonly type: 'none' }
  /** The user name may be empty. */
  | { readonly type: 'basic'; readonly username: string; readonly password: string }
  /** A header of the receiver's own, such as `X-Api-Key`. */
  | { readonly type: 'custom'; readonly name: string; readonly value: string }
  | { readonly type: 'bearer'; readonly token: string }
  | OAuth2
  | Mtls;

export type AuthType = Auth['type'];
export const authTypes: readonly AuthType[] = ['none', 'basic', 'custom', 'bearer', 'oauth2', 'mtls'];

/** What is shown: the type, what is no secret, and whether a secret is set. */
export type ShownAuth =
  | { readonly type: 'none' }
  | { readonly type: 'basic'; readonly username: string; readonly passwordSet: true }
  | { readonly type: 'custom'; readonly name: string; readonly valueSet: true }
  | { readonly type: 'bearer'; readonly tokenSet: true }
  | ShownOAuth2
  | ShownMtls;

export interface ReadAuth {
  readonly auth: Auth;
  readonly problems: readonly Problem[];
}

export interface AuthContext {
  /** Why a URL may not be asked, in words; null when it may. */
  readonly urlProblem: (url: string) => string | null;
  readonly now: number;
}

const fieldsOf: Readonly<Record<AuthType, readonly Field[]>> = {
  none: [],
  basic: ['username', 'password'],
  custom: ['name', 'value'],
  bearer: ['token'],
  oauth2: [
    ...(['tokenUrl', 'grant', 'clientId', 'clientSecret', 'username', 'password'] as const),
    ...(['scope', 'audience', 'clientAuth', 'requestFormat'] as const),
  ],
  mtls: ['certificate', 'key', 'passphrase'],
};
const allFields = [...new Set(Object.values(fieldsOf).flat())];

/** A field that is left out stays as it is while the type stays the same, so that a user name can be changed alone. */
export function readAuth(input: AuthInput | undefined, present: Auth, context: AuthContext): ReadAuth {
  if (input === undefined) return { auth: present, problems: [] };
  const kept = (input.type === present.type ? present : {}) as Kept;
  const fields = authFields(input, kept);
  const foreign = allFields.filter((field) => !fieldsOf[input.type].includes(field));
  fields.refuse(foreign, `does not go with type "${input.type}"`);
  const auth = readType(input.type, fields, context);
  return { auth, problems: fields.problems };
}

function readType(type: AuthType, fields: AuthFields, { urlProblem, now }: AuthContext): Auth {
  switch (type) {
    case 'none':
      return { type: 'none' };
    case 'basic':
      return readBasic(fields);
    case 'custom':
      return readCustom(fields);
    case 'bearer':
      return readBearer(fields);
    case 'oauth2':
      return readOAuth2(fields, urlProblem);
    case 'mtls':
      return readMtls(fields, now);
  }
}

function readBasic(fields: AuthFields): Auth {
  const username = fields.text('username');
  if (username.includes(':')) fields.problems.push(invalid('auth.username', 'must not contain a colon'));
  return { type: 'basic', username, password: fields.required('password') };
}

function readCustom(fields: AuthFields): Auth {
  const auth = { type: 'custom', name: fields.required('name'), value: fields.required('value') } as const;
  if (auth.name && auth.value) fields.problems.push(...customProblems(auth.name, auth.value));
  return auth;
}

function readBearer(fields: AuthFields): Auth {
  const token = fields.required('token');
  if (token && !isBearerToken(token)) {
    fields.problems.push(invalid('auth.token', 'has characters that a token cannot have'));
  }
  return { type: 'bearer', token };
}

const isBearerToken = (token: string) => /^[\x21-\x7e]+$/.test(token);

function customProblems(name: string, value: string): readonly Problem[] {
  const reason = headerProblem(name, value);
  return reason === null
    ? []
    : [invalid(`auth.${headerProblem(name, '') === null ? 'value' : 'name'}`, reason)];
}

/** An own header that the authentication sets too would be sent twice. */
export function headerClashes(auth: Auth, headers: Readonly<Record<string, string>>): readonly Problem[] {
  const name = authHeaderName(auth);
  return Object.keys(headers)
    .filter((own) => own.toLowerCase() === name)
    .map((own) => invalid(`delivery.headers.${own}`, 'is set by the authentication of the webhook'));
}

/** @param now tells whether a certificate expires soon */
export function showAuth(auth: Auth, now: number): ShownAuth {
  switch (auth.type) {
    case 'none':
      return auth;
    case 'basic':
      return { type: 'basic', username: auth.username, passwordSet: true };
    case 'custom':
      return { type: 'custom', name: auth.name, valueSet: true };
    case 'bearer':
      return { type: 'bearer', tokenSet: true };
    case 'oauth2':
      return showOAuth2(auth);
    case 'mtls':
      return showMtls(auth, now);
  }
}

/** In lower case; null where no header carries the authentication. */
export function authHeaderName(auth: Auth): string | null {
  switch (auth.type) {
    case 'none':
    case 'mtls':
      return null;
    case 'basic':
    case 'bearer':
    case 'oauth2':
      return 'authorization';
    case 'custom':
      return auth.name.toLowerCase();
  }
}

/** What is known before the attempt: a token of OAuth 2.0 is added when it is sent. */
export function authHeader(auth: Auth): readonly [name: string, value: string] | null {
  switch (auth.type) {
    case 'none':
    case 'mtls':
    case 'oauth2':
      return null;
    case 'basic':
      return [
        'authorization',
        `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`,
      ];
    case 'custom':
      return [auth.name, auth.value];
    case 'bearer':
      return ['authorization', `Bearer ${auth.token}`];
  }
}

/** Credentials as long as the header that carries them may be. */
export const credentialCharactersMax = limit('header_value_characters_max');
