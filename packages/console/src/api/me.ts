// The own account of whoever is signed in.
import { queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';

export const meOptions = () =>
  queryOptions({ queryKey: ['me'], queryFn: () => answered(http.GET('/api/v1/me', {})), staleTime: 60_000 });

export const renameMe = (name: string) => answered(http.PATCH('/api/v1/me', { body: { name } }));

export const changePassword = (body: { current: string; password: string }) =>
  answered(http.POST('/api/v1/me/password', { body }));

export const askEmailChange = (body: { email: string; password: string }) =>
  answered(http.POST('/api/v1/me/email', { body }));

export const beginTwoFactor = (password: string) =>
  answered(http.POST('/api/v1/me/two-factor', { body: { password } }));

export const confirmTwoFactor = (code: string) =>
  answered(http.POST('/api/v1/me/two-factor/confirm', { body: { code } }));

export const renewRecoveryCodes = (password: string) =>
  answered(http.POST('/api/v1/me/two-factor/recovery-codes', { body: { password } }));

export const endTwoFactor = (password: string) =>
  answered(http.POST('/api/v1/me/two-factor/disable', { body: { password } }));

export const sessionsOptions = () =>
  queryOptions({
    queryKey: ['me', 'sessions'],
    queryFn: () => answered(http.GET('/api/v1/me/sessions', {})),
  });

export const endSession = (id: string) =>
  answered(http.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } }));

export const endOtherSessions = () => answered(http.POST('/api/v1/me/sessions/end-others', {}));

/** @param names all that is put away: it takes the place of what was */
export const dismissInMe = (names: readonly string[]) =>
  answered(http.PATCH('/api/v1/me', { body: { dismissed: [...names] } }));
