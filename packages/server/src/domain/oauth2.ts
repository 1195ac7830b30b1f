// OAuth 2.0 as a way to identify oneself to the receiver: a bearer token that a token endpoint gives for the credentials of a
// client, or of a user. Reads and shows these settings; the request for a token and its answer are in access-token.ts.
import type { AuthFields } from './auth-fields.ts';

export const oauth2Grants = ['client_credentials', 'password'] as const;
export const clientAuths = ['basic', 'body'] as const;
export const tokenRequestFormats = ['form', 'json'] as const;

interface Client {
  readonly type: 'oauth2';
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Empty for a public client, which only the password grant knows. */
  readonly clientSecret: string;
  readonly scope: string | null;
  readonly audience: string | null;
  /** How the client's id and secret are sent: by HTTP Basic, or inside the body. */
  readonly clientAuth: (typeof clientAuths)[number];
  readonly requestFormat: (typeof tokenRequestFormats)[number];
}

export type OAuth2 = Client &
  (
    | { readonly grant: 'client_credentials' }
    | { readonly grant: 'password'; readonly username: string; readonly password: string }
  );

export type ShownOAuth2 = Omit<Client, 'clientSecret'> & { readonly clientSecretSet: boolean } & (
    | { readonly grant: 'client_credentials' }
    | { readonly grant: 'password'; readonly username: string; readonly passwordSet: true }
  );

/** @param urlProblem why a URL may not be asked, in words; null when it may */
export function readOAuth2(fields: AuthFields, urlProblem: (url: string) => string | null): OAuth2 {
  const tokenUrl = fields.required('tokenUrl');
  const reason = fields.isGiven('tokenUrl') && tokenUrl !== '' ? urlProblem(tokenUrl) : null;
  if (reason !== null) {
    fields.problems.push({ code: 'url_refused', path: 'auth.tokenUrl', details: { reason } });
  }
  const isPassword = fields.required('grant') === 'password';
  const mayBePublic = isPassword && fields.isKnown('clientSecret');
  const client: Client = {
    type: 'oauth2',
    tokenUrl,
    clientId: fields.required('clientId'),
    clientSecret: mayBePublic ? fields.text('clientSecret') : fields.required('clientSecret'),
    scope: fields.text('scope') || null,
    audience: fields.text('audience') || null,
    clientAuth: fields.text('clientAuth') === 'body' ? 'body' : 'basic',
    requestFormat: fields.text('requestFormat') === 'json' ? 'json' : 'form',
  };
  if (!isPassword) {
    fields.refuse(['username', 'password'], 'goes only with grant "password"');
    return { ...client, grant: 'client_credentials' };
  }
  const user = { username: fields.required('username'), password: fields.required('password') };
  return { ...client, grant: 'password', ...user };
}

export function showOAuth2({ clientSecret, ...auth }: OAuth2): ShownOAuth2 {
  const clientSecretSet = clientSecret !== '';
  if (auth.grant === 'client_credentials') return { ...auth, clientSecretSet };
  const { password: _, ...rest } = auth;
  return { ...rest, clientSecretSet, passwordSet: true };
}
