// Accounts of people, as the API takes and shows them.
import { Type } from 'typebox';
import { roles } from '../../domain/access.ts';
import { environmentNames } from '../../domain/environment.ts';
import { limit } from '../../domain/limits.ts';
import { closed, enumOf, Name, nullable, Time, Uuid } from './common.ts';

const Email = Type.String({
  minLength: 3,
  maxLength: limit('email_characters_max'),
  pattern:
    '^[^\\s@<>()\\[\\]\\\\,;:"\\u0000-\\u001f\\u007f\\ud800-\\udfff]+@[^\\s@<>()\\[\\]\\\\,;:"\\u0000-\\u001f\\u007f\\ud800-\\udfff]+$',
  errorMessage: 'must be an e-mail address',
});
/** Whatever somebody types: whether it is right is found out by trying it. */
const Typed = Type.String({ maxLength: limit('password_characters_max') });
const Password = Type.String({
  maxLength: limit('password_characters_max'),
  pattern: '^[^\\ud800-\\udfff]*$',
  errorMessage: `must have ${limit('password_characters_min')} to ${limit('password_characters_max')} characters`,
});
const Token = Type.String({ maxLength: 200, description: 'What stands after the # of the link.' });
const Role = enumOf(roles);
const EnvironmentRoles = closed(
  Object.fromEntries(
    environmentNames.map((name) => [name, Type.Optional(enumOf([...roles, 'none'] as const))]),
  ),
  { description: 'Roles that differ in single environments.' },
);
const Dismissed = Type.Array(Type.String({ minLength: 1, maxLength: limit('name_characters_max') }), {
  maxItems: limit('dismissed_max'),
  description:
    'Names of what this person has put away in the console, such as the first steps of an environment.',
});
const Via = enumOf(['password', 'identity_provider'] as const);

export const AuthInfo = Type.Object({
  setUpNeeded: Type.Boolean({ description: 'Nobody has an account yet: the server prints a set-up link.' }),
  mail: Type.Boolean({ description: 'Whether this server sends mail.' }),
  passwordCharactersMin: Type.Integer(),
  identityProviders: Type.Array(Type.Object({ id: Uuid, name: Type.String() })),
});
export const TokenBody = closed({ token: Token });
export const Link = Type.Object({
  kind: enumOf(['set_up', 'invitation', 'password_reset', 'email_change'] as const),
  email: nullable(Type.String()),
  organization: nullable(Type.Object({ id: Uuid, name: Type.String() })),
  role: nullable(Type.String()),
  hasAccount: Type.Boolean(),
  expiresAt: Time,
});
export const SetUpBody = closed({ token: Token, email: Email, name: Name, password: Password });
export const SignInBody = closed({
  email: Type.String({ maxLength: limit('email_characters_max') }),
  password: Typed,
  remember: Type.Optional(Type.Boolean({ description: 'Stay signed in on this device.' })),
});
export const CodeBody = closed({ code: Type.String({ maxLength: 50 }) });
export const EmailBody = closed({ email: Email });
export const ResetBody = closed({ token: Token, password: Password });
export const AcceptBody = closed({
  token: Token,
  name: Type.Optional(Name),
  password: Type.Optional(Password),
});
export const FoundProvider = Type.Object({
  identityProvider: nullable(Type.Object({ id: Uuid, name: Type.String() })),
});

export const Me = Type.Object({
  person: Type.Object({
    id: Uuid,
    email: Type.String(),
    name: Type.String(),
    superAdmin: Type.Boolean({ description: 'Of the whole server.' }),
    twoFactor: Type.Boolean(),
    recoveryCodesLeft: Type.Integer(),
    hasPassword: Type.Boolean(),
    dismissed: Dismissed,
    createdAt: Time,
  }),
  session: Type.Object({
    id: Uuid,
    via: Via,
    organizationId: nullable(Uuid),
    createdAt: Time,
    expiresAt: Time,
  }),
  organizations: Type.Array(
    Type.Object({
      id: Uuid,
      name: Type.String(),
      role: Role,
      environmentRoles: EnvironmentRoles,
      requiresTwoFactor: Type.Boolean({
        description: 'Its members reach it only with two-factor sign-in, or by its identity provider.',
      }),
      applications: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
    }),
  ),
  moreOrganizations: Type.Boolean({ description: 'GET /organizations lists the others.' }),
});
export const SignedIn = Type.Object({
  status: enumOf(['signed_in', 'second_factor'] as const),
  me: Type.Optional(Me),
});
export const MePatch = closed({ name: Type.Optional(Name), dismissed: Type.Optional(Dismissed) });
export const PasswordBody = closed({ current: Typed, password: Password });
export const ProofBody = closed({ password: Typed });
export const EmailChangeBody = closed({ email: Email, password: Typed });
export const ConfirmedEmail = Type.Object({ email: Type.String() });
export const NewAuthenticator = Type.Object({
  secret: Type.String(),
  otpauthUrl: Type.String({ description: 'To be shown as a QR code.' }),
});
export const RecoveryCodes = Type.Object({
  recoveryCodes: Type.Array(Type.String(), { description: 'Shown this once; each is good once.' }),
});
export const SessionList = Type.Object({
  data: Type.Array(
    Type.Object({
      id: Uuid,
      current: Type.Boolean(),
      via: Via,
      address: nullable(Type.String()),
      userAgent: nullable(Type.String()),
      createdAt: Time,
      lastUsedAt: Time,
      expiresAt: Time,
    }),
  ),
});

const Membership = { role: Role, environmentRoles: EnvironmentRoles };
export const Member = Type.Object({
  id: Type.String({ format: 'uuid', description: "The person's." }),
  email: Type.String(),
  name: Type.String(),
  ...Membership,
  twoFactor: Type.Boolean(),
  status: enumOf(['active', 'disabled'] as const),
  lastSignInAt: nullable(Time),
  createdAt: Time,
});
export const MemberPatch = closed({
  role: Type.Optional(Role),
  environmentRoles: Type.Optional(EnvironmentRoles),
});
export const InvitationBody = closed({
  email: Email,
  role: Role,
  environmentRoles: Type.Optional(EnvironmentRoles),
});
const invitation = {
  id: Uuid,
  email: Type.String(),
  ...Membership,
  invitedBy: nullable(Type.Object({ id: Uuid, name: Type.String() })),
  createdAt: Time,
  expiresAt: Time,
};
const handed = {
  sent: Type.Boolean({ description: 'Whether it was mailed.' }),
  link: nullable(Type.String({ description: 'Where it was not mailed: to be passed on. Shown this once.' })),
  mailProblem: nullable(Type.String({ description: 'Why it could not be mailed.' })),
};
export const Invitation = Type.Object(invitation);
export const HandedInvitation = Type.Object({ ...invitation, ...handed });
export const HandedLink = Type.Object(handed);

export const PersonShown = Type.Object({
  id: Uuid,
  email: Type.String(),
  name: Type.String(),
  superAdmin: Type.Boolean(),
  twoFactor: Type.Boolean(),
  hasPassword: Type.Boolean(),
  status: enumOf(['active', 'disabled'] as const),
  lastSignInAt: nullable(Time),
  createdAt: Time,
  organizations: Type.Array(Type.Object({ id: Uuid, name: Type.String(), role: Role })),
});
export const PersonPatch = closed({
  name: Type.Optional(Name),
  superAdmin: Type.Optional(Type.Boolean()),
  disabled: Type.Optional(Type.Boolean()),
});

const DefaultRole = nullable(enumOf(['viewer', 'developer', 'admin'] as const));
const Issuer = Type.String({
  maxLength: limit('url_characters_max'),
  pattern: '^https?://[^\\s\\u0000-\\u001f\\u007f\\ud800-\\udfff]+$',
  errorMessage: 'must be the URL of an OpenID Connect issuer',
});
const ClientText = Type.String({
  minLength: 1,
  maxLength: 1000,
  pattern: '^[\\u0020-\\u007e]+$',
  errorMessage: 'must be 1 to 1000 plain characters',
});
const Domain = Type.String({
  maxLength: 253,
  pattern: '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$',
  errorMessage: 'must be a domain in lower case, such as "xyzbank.com"',
});
const providerOptions = {
  defaultRole: Type.Optional(
    Type.Unsafe<'viewer' | 'developer' | 'admin' | null>({
      ...DefaultRole,
      description: 'The role of whoever comes without an invitation; null lets nobody in.',
    }),
  ),
  trustsUnverifiedEmail: Type.Optional(
    Type.Boolean({ description: 'Believe addresses that the provider does not call verified.' }),
  ),
  domains: Type.Optional(
    Type.Array(Domain, {
      maxItems: limit('identity_provider_domains_max'),
      uniqueItems: true,
      description: 'Whoever enters such an address is led here. Set by super admins of the server.',
    }),
  ),
  onSignInPage: Type.Optional(
    Type.Boolean({ description: 'A button for everybody. Set by super admins of the server.' }),
  ),
  enabled: Type.Optional(Type.Boolean()),
};
export const IdentityProviderBody = closed({
  name: Name,
  issuer: Issuer,
  clientId: ClientText,
  clientSecret: Type.Optional(ClientText),
  ...providerOptions,
});
export const IdentityProviderPatch = closed({
  name: Type.Optional(Name),
  issuer: Type.Optional(Issuer),
  clientId: Type.Optional(ClientText),
  clientSecret: Type.Optional(ClientText),
  ...providerOptions,
});
export const IdentityProvider = Type.Object({
  id: Uuid,
  organizationId: nullable(Uuid),
  name: Type.String(),
  issuer: Type.String(),
  clientId: Type.String(),
  hasClientSecret: Type.Boolean(),
  defaultRole: DefaultRole,
  trustsUnverifiedEmail: Type.Boolean(),
  domains: Type.Array(Type.String()),
  onSignInPage: Type.Boolean(),
  enabled: Type.Boolean(),
  redirectUrl: Type.String({ description: 'To be entered at the provider.' }),
  signInUrl: Type.String({ description: 'Leads its people straight to it.' }),
  createdAt: Time,
  updatedAt: Time,
});
export const ProviderTest = Type.Object({ reachable: Type.Boolean(), problem: nullable(Type.String()) });
