// All people of the server: for its super admins.
import { Type } from 'typebox';
import { Refusal } from '../../domain/errors.ts';
import { isUuid } from '../../lib/ids.ts';
import type { Person } from '../../store/people.ts';
import { pageRequest, showPage } from '../answers.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

const config = { access: 'root' } as const;
const tags = ['people'];
const params = Type.Object({ id: Type.String() });
const query = Type.Object(
  {
    ...schemas.PageQuery,
    q: Type.Optional(
      Type.Unsafe<string>({ ...schemas.Searched, description: 'A part of the address or the name.' }),
    ),
  },
  { additionalProperties: false },
);
const errors = { '4xx': schemas.ErrorAnswer };
const nothing = { 204: Type.Null(), ...errors };

export const peopleRoutes: Routes = (app, { accounts, clock }) => {
  const existing = async (id: string): Promise<Person> => {
    const person = isUuid(id) ? await accounts.people.find(id) : null;
    if (!person) throw new Refusal('not_found', { what: 'person', path: 'id' });
    return person;
  };
  const shower = async (people: readonly Person[]) => {
    const roles = await accounts.members.rolesOf(people.map(({ id }) => id));
    return ({ passwordHash, disabledAt, recoveryCodesLeft: _, ...person }: Person) => ({
      ...person,
      hasPassword: passwordHash !== null,
      status: disabledAt === null ? 'active' : 'disabled',
      organizations: roles.get(person.id) ?? [],
    });
  };

  app.get(
    '/people',
    {
      config,
      schema: {
        tags,
        summary: 'List people',
        querystring: query,
        response: { 200: schemas.pageOf(schemas.PersonShown), ...errors },
      },
    },
    async (request) => {
      const found = await accounts.people.list(pageRequest('people', request.query), request.query.q);
      return showPage('people', found, await shower(found.data));
    },
  );
  app.patch(
    '/people/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Change a person',
        description: 'Disabling ends all sessions.',
        params,
        body: schemas.PersonPatch,
        response: { 200: schemas.PersonShown, ...errors },
      },
    },
    async (request) => {
      const { id } = await existing(request.params.id);
      const changed = await accounts.people.change(id, request.body, new Date(clock.now()));
      if (changed === 'last') throw new Refusal('last_super_admin');
      const person = changed ?? (await existing(id));
      return (await shower([person]))(person) as never;
    },
  );
  app.post(
    '/people/:id/password-reset',
    {
      config,
      schema: {
        tags,
        summary: 'Give a person a link to a new password',
        params,
        response: { 200: schemas.HandedLink, ...errors },
      },
    },
    async (request) => accounts.signIn.handReset(await existing(request.params.id)),
  );
  app.post(
    '/people/:id/reset-two-factor',
    {
      config,
      schema: { tags, summary: 'Switch two-factor sign-in of a person off', params, response: nothing },
    },
    async (request, reply) => {
      const { id } = await existing(request.params.id);
      await accounts.people.endTotp(id, new Date(clock.now()));
      return reply.status(204).send(null);
    },
  );
  app.post(
    '/people/:id/unlock',
    {
      config,
      schema: {
        tags,
        summary: 'Forget the wrong guesses at a person',
        params,
        response: nothing,
      },
    },
    async (request, reply) => {
      await accounts.signIn.unlock(await existing(request.params.id));
      return reply.status(204).send(null);
    },
  );
  app.post(
    '/people/:id/end-sessions',
    { config, schema: { tags, summary: 'Sign a person out everywhere', params, response: nothing } },
    async (request, reply) => {
      const { id, email } = await existing(request.params.id);
      await accounts.sessions.endAll(id);
      await accounts.audit.add({
        action: 'person.sessions_ended',
        object: { kind: 'person', id, name: email },
      });
      return reply.status(204).send(null);
    },
  );
};
