// Before somebody is signed in, and how that ends: sign-in, second factor, set-up, invitations, new passwords.
import { queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';

export const authInfoOptions = (identityProvider?: string) =>
  queryOptions({
    queryKey: ['auth', identityProvider ?? null],
    queryFn: () =>
      answered(
        http.GET('/api/v1/auth', {
          params: { query: identityProvider === undefined ? {} : { identityProvider } },
        }),
      ),
    staleTime: 60_000,
  });

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly remember: boolean;
}

export const signIn = (body: Credentials) => answered(http.POST('/api/v1/auth/sign-in', { body }));

export const giveSecondFactor = (code: string) =>
  answered(http.POST('/api/v1/auth/second-factor', { body: { code } }));

export const signOut = () => answered(http.POST('/api/v1/auth/sign-out', {}));

export const requestPassword = (email: string) =>
  answered(http.POST('/api/v1/auth/password-reset', { body: { email } }));

export const chooseNewPassword = (body: { token: string; password: string }) =>
  answered(http.POST('/api/v1/auth/password-reset/complete', { body }));

export const confirmEmail = (token: string) =>
  answered(http.POST('/api/v1/auth/email-change/confirm', { body: { token } }));

/** What a link is good for: the token stands after the # of its address. */
export const linkOptions = (token: string) =>
  queryOptions({
    queryKey: ['links', token],
    queryFn: () => answered(http.POST('/api/v1/auth/links', { body: { token } })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export interface NewAccount {
  readonly token: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

export const setUp = (body: NewAccount) => answered(http.POST('/api/v1/auth/set-up', { body }));

/** @param account of somebody who has none yet; whoever has one is signed in */
export const acceptInvitation = (token: string, account: { name?: string; password?: string } = {}) =>
  answered(http.POST('/api/v1/auth/invitations/accept', { body: { token, ...account } }));

export const findProvider = (email: string) =>
  answered(http.POST('/api/v1/auth/identity-providers/find', { body: { email } }));

/** Where a browser goes to sign in at an identity provider. */
export const providerStart = (id: string, next: string) =>
  `/api/v1/auth/identity-providers/${encodeURIComponent(id)}/start?next=${encodeURIComponent(next)}`;
