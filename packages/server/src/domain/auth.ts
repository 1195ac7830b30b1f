// How a request identifies itself to the receiver beside its signature. Credentials go in and never come out again: what is
// shown of them is made here, and so is the one header that carries them.
import { headerProblem } from './header-rules.ts';
import { limit } from './limits.ts';
import { invalid, type Problem } from './problems.ts';

export type Auth =
  | { readonly type: 'none' }
  /** The user name may be empty. */
  | { readonly type: 'basic'; readonly username: string; readonly password: string }
  /** A header of the receiver's own, such as `X-Api-Key`. */
  | { readonly type: 'custom'; readonly name: string; readonly value: string }
  | { readonly type: 'bearer'; readonly token: string };

export type AuthType = Auth['type'];
export const authTypes: readonly AuthType[] = ['none', 'basic', 'custom', 'bearer'];

/** As it comes in: which fields belong to which type is checked here, so that each wrong one can be named. */
export interface AuthInput {
  readonly type: AuthType;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly token?: string | undefined;
}

/** What is shown: the type, what is no secret, and whether a secret is set. */
export type ShownAuth =
  | { readonly type: 'none' }
  | { readonly type: 'basic'; readonly username: string; readonly passwordSet: true }
  | { readonly type: 'custom'; readonly name: string; readonly valueSet: true }
  | { readonly type: 'bearer'; readonly tokenSet: true };

export interface ReadAuth {
  readonly auth: Auth;
  readonly problems: readonly Problem[];
}

type Field = Exclude<keyof AuthInput, 'type'>;

const fieldsOf: Readonly<Record<AuthType, readonly Field[]>> = {
  none: [],
  basic: ['username', 'password'],
  custom: ['name', 'value'],
  bearer: ['token'],
};

/** A field that is left out stays as it is while the type stays the same, so that a user name can be changed alone. */
export function readAuth(input: AuthInput | undefined, present: Auth): ReadAuth {
  if (input === undefined) return { auth: present, problems: [] };
  const kept = (input.type === present.type ? present : {}) as Partial<Record<Field, string>>;
  const text = (field: Field) => input[field] ?? kept[field];
  const problems = foreignFields(input);
  const required = (field: Field): string => {
    const value = text(field);
    if (value === undefined || value === '') problems.push({ code: 'missing_field', path: `auth.${field}` });
    return value ?? '';
  };
  switch (input.type) {
    case 'none':
      return { auth: { type: 'none' }, problems };
    case 'basic': {
      const username = text('username') ?? '';
      if (username.includes(':')) problems.push(invalid('auth.username', 'must not contain a colon'));
      return { auth: { type: 'basic', username, password: required('password') }, problems };
    }
    case 'custom': {
      const auth = { type: 'custom', name: required('name'), value: required('value') } as const;
      if (auth.name && auth.value) problems.push(...customProblems(auth.name, auth.value));
      return { auth, problems };
    }
    case 'bearer': {
      const token = required('token');
      if (token && !isBearerToken(token)) {
        problems.push(invalid('auth.token', 'has characters that a token cannot have'));
      }
      return { auth: { type: 'bearer', token }, problems };
    }
  }
}

function foreignFields(input: AuthInput): Problem[] {
  const own = fieldsOf[input.type];
  return Object.keys(input)
    .filter((field) => field !== 'type' && !own.includes(field as Field))
    .map((field) => invalid(`auth.${field}`, `does not go with type "${input.type}"`));
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

export function showAuth(auth: Auth): ShownAuth {
  switch (auth.type) {
    case 'none':
      return auth;
    case 'basic':
      return { type: 'basic', username: auth.username, passwordSet: true };
    case 'custom':
      return { type: 'custom', name: auth.name, valueSet: true };
    case 'bearer':
      return { type: 'bearer', tokenSet: true };
  }
}

/** In lower case; null where no header carries the authentication. */
export function authHeaderName(auth: Auth): string | null {
  switch (auth.type) {
    case 'none':
      return null;
    case 'basic':
    case 'bearer':
      return 'authorization';
    case 'custom':
      return auth.name.toLowerCase();
  }
}

export function authHeader(auth: Auth): readonly [name: string, value: string] | null {
  switch (auth.type) {
    case 'none':
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
