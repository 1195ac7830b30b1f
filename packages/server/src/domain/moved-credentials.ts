// Credentials are written once and never shown. They stay so only if whoever changes where they are sent must know them:
// otherwise anybody who may change a webhook could send them to a server of their own. So they are given again whenever the
// origin changes that they are sent to, or that the token goes to that they are exchanged for.
import type { Auth, AuthInput } from './auth.ts';
import type { Field } from './auth-fields.ts';
import type { Problem } from './problems.ts';
import type { WebhookSettings } from './webhook.ts';

type Placed = Pick<WebhookSettings, 'url' | 'auth'>;

/** @param input what was said about the authentication; what was left out is kept from `present` */
export function movedCredentials(
  input: AuthInput | undefined,
  present: Placed,
  settings: Placed,
): readonly Problem[] {
  if (settings.auth.type !== present.auth.type) return [];
  const moved = movedPlaces(present, settings);
  if (moved === null) return [];
  return secretFields(settings.auth)
    .filter((field) => input?.[field] === undefined)
    .map((field) => ({
      code: 'credentials_required',
      path: `auth.${field}`,
      details: { field, because: moved },
    }));
}

/** The field that leads elsewhere than before. */
function movedPlaces(present: Placed, settings: Placed): 'url' | 'auth.tokenUrl' | null {
  if (isElsewhere(present.url, settings.url)) return 'url';
  const before = present.auth;
  const after = settings.auth;
  const tokenMoved =
    before.type === 'oauth2' && after.type === 'oauth2' && isElsewhere(before.tokenUrl, after.tokenUrl);
  return tokenMoved ? 'auth.tokenUrl' : null;
}

/** Of URLs that cannot be read nothing is sent; that they are wrong is told elsewhere. */
function isElsewhere(before: string, after: string): boolean {
  const [from, to] = [URL.parse(before), URL.parse(after)];
  return from !== null && to !== null && from.origin !== to.origin;
}

/** A client certificate proves without telling: its private key never leaves this server. */
function secretFields(auth: Auth): readonly Field[] {
  switch (auth.type) {
    case 'none':
    case 'mtls':
      return [];
    case 'basic':
      return ['password'];
    case 'custom':
      return ['value'];
    case 'bearer':
      return ['token'];
    case 'oauth2':
      return auth.grant === 'password'
        ? [...(auth.clientSecret === '' ? [] : (['clientSecret'] as const)), 'password']
        : ['clientSecret'];
  }
}
