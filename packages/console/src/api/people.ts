// All people of the server: for whoever runs it.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';

const list = '/api/v1/people';
const one = '/api/v1/people/{id}';

export interface PeopleQuery {
  /** A part of the address or the name. */
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
}

const pageRows = 50;

export const peopleOptions = ({ q, cursor }: PeopleQuery) => {
  const query = { limit: pageRows, ...(q && { q }), ...(cursor && { cursor }) };
  return queryOptions({
    queryKey: ['people', query],
    queryFn: () => answered(http.GET(list, { params: { query } })),
    placeholderData: keepPreviousData,
  });
};

export const changePerson = (id: string, body: { superAdmin?: boolean; disabled?: boolean }) =>
  answered(http.PATCH(one, { params: { path: { id } }, body }));

export type PersonHelp = 'password-reset' | 'reset-two-factor' | 'unlock' | 'end-sessions';

/** @returns the link to a new password, where one was asked for and it was not mailed */
export async function helpPerson(id: string, help: PersonHelp) {
  const params = { path: { id } };
  if (help === 'password-reset') return answered(http.POST(`${one}/password-reset`, { params }));
  await answered(http.POST(`${one}/${help}`, { params }));
  return null;
}
