// How a webhook identifies itself to its receiver, as the API takes and shows it.
import { Type } from 'typebox';
import { authTypes, credentialCharactersMax } from '../../domain/auth.ts';
import { limit } from '../../domain/limits.ts';
import { clientAuths, oauth2Grants, tokenRequestFormats } from '../../domain/oauth2.ts';
import { type CertificateExpiry, certificateExpiries } from '../../domain/pem.ts';
import { closed, enumOf, nullable, Pem, Time, text, Url } from './common.ts';

const CredentialText = text(credentialCharactersMax);
const Credential = Type.Optional(CredentialText);
const ClientAuth = Type.Unsafe<'basic' | 'body'>({
  ...enumOf(clientAuths),
  description:
    'How the token endpoint gets client id and secret: by HTTP Basic (when left out), or in the body.',
});
const RequestFormat = Type.Unsafe<'form' | 'json'>({
  ...enumOf(tokenRequestFormats),
  description: 'How the body of the token request is written: as a form (when left out), or as JSON.',
});
export const Auth = closed(
  {
    type: enumOf(authTypes),
    username: Credential,
    password: Credential,
    name: Credential,
    value: Credential,
    token: Credential,
    tokenUrl: Type.Optional(Url),
    grant: Type.Optional(enumOf(oauth2Grants)),
    clientId: Credential,
    clientSecret: Credential,
    scope: Type.Optional(nullable(CredentialText)),
    audience: Type.Optional(nullable(CredentialText)),
    clientAuth: Type.Optional(ClientAuth),
    requestFormat: Type.Optional(RequestFormat),
    certificate: Type.Optional(Pem(limit('certificate_characters_max'))),
    key: Type.Optional(Pem(limit('certificate_characters_max'))),
    passphrase: Credential,
  },
  {
    description:
      'How requests identify themselves beside their signature: `none`; `basic` {username, password}; `custom` {name, value}: a header; `bearer` {token}; `oauth2` {tokenUrl, grant, clientId, clientSecret, username, password, scope, audience, clientAuth, requestFormat}: a bearer token that is got from the token URL; `mtls` {certificate, key, passphrase}: a client certificate, in PEM. Secrets go in and never come out; one that is left out stays as it is while the type stays the same.',
  },
);

const Expiry = (whose: string) =>
  Type.Unsafe<CertificateExpiry>({
    ...enumOf(certificateExpiries),
    description: `\`soon\`: ${whose} expires within 30 days.`,
  });

export const ShownCertificate = Type.Object({
  subject: Type.String(),
  issuer: Type.String(),
  fingerprint: Type.String({ description: 'SHA-256.' }),
  notAfter: Time,
  expiry: Expiry('the certificate'),
});

export const ShownAuth = Type.Object({
  type: enumOf(authTypes),
  username: Type.Optional(Type.String()),
  passwordSet: Type.Optional(Type.Boolean()),
  name: Type.Optional(Type.String()),
  valueSet: Type.Optional(Type.Boolean()),
  tokenSet: Type.Optional(Type.Boolean()),
  tokenUrl: Type.Optional(Type.String()),
  grant: Type.Optional(enumOf(oauth2Grants)),
  clientId: Type.Optional(Type.String()),
  clientSecretSet: Type.Optional(Type.Boolean()),
  scope: Type.Optional(nullable(Type.String())),
  audience: Type.Optional(nullable(Type.String())),
  clientAuth: Type.Optional(enumOf(clientAuths)),
  requestFormat: Type.Optional(enumOf(tokenRequestFormats)),
  subject: Type.Optional(Type.String()),
  issuer: Type.Optional(Type.String()),
  fingerprint: Type.Optional(Type.String({ description: 'SHA-256 of the client certificate.' })),
  notAfter: Type.Optional(Time),
  expiry: Type.Optional(Expiry('the client certificate')),
  keySet: Type.Optional(Type.Boolean()),
});
