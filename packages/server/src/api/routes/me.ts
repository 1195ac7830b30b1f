// The own account of whoever is signed in.
import { Type } from 'typebox';
import { Refusal } from '../../domain/errors.ts';
import { isUuid } from '../../lib/ids.ts';
import { showMe } from '../me.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';
import { sessionOf } from '../session.ts';

const config = { access: 'person' } as const;
const tags = ['me'];
const errors = { '4xx': schemas.ErrorAnswer };
const nothing = { 204: Type.Null(), ...errors };
const params = Type.Object({ id: Type.String() });

export const meRoutes: Routes = (app, { accounts, clock, cookies }) => {
  app.get(
    '/me',
    {
      config,
      schema: { tags, summary: 'Who is signed in, and where', response: { 200: schemas.Me, ...errors } },
    },
    async (request) => (await showMe(accounts, sessionOf(request))) as never,
  );
  app.patch(
    '/me',
    {
      config,
      schema: {
        tags,
        summary: 'Change the own name, and what is put away in the console',
        body: schemas.MePatch,
        response: { 200: schemas.Me, ...errors },
      },
    },
    async (request) => {
      const session = sessionOf(request);
      await accounts.people.change(session.personId, request.body, new Date(clock.now()));
      return (await showMe(accounts, session)) as never;
    },
  );
  app.post(
    '/me/password',
    {
      config,
      schema: {
        tags,
        summary: 'Change the own password',
        description: 'All other sessions end.',
        body: schemas.PasswordBody,
        response: nothing,
      },
    },
    async (request, reply) => {
      const { current, password } = request.body;
      await accounts.profile.changePassword(sessionOf(request), current, password, request.ip);
      return reply.status(204).send(null);
    },
  );
  app.post(
    '/me/email',
    {
      config,
      schema: {
        tags,
        summary: 'Ask for another e-mail address',
        description:
          'A link is mailed to it; with POST /auth/email-change/confirm it becomes the own. Until then nothing changes. Answers the same when the address has an account already.',
        body: schemas.EmailChangeBody,
        response: { 202: Type.Object({}), ...errors },
      },
    },
    async (request, reply) => {
      const { email, password } = request.body;
      await accounts.profile.askEmailChange(sessionOf(request), email, password);
      return reply.status(202).send({});
    },
  );
  app.post(
    '/me/two-factor',
    {
      config,
      schema: {
        tags,
        summary: 'Begin with an authenticator',
        description: 'It counts once POST /me/two-factor/confirm had a code of it.',
        body: schemas.ProofBody,
        response: { 200: schemas.NewAuthenticator, ...errors },
      },
    },
    async (request) => {
      const { secret, url } = await accounts.profile.beginTwoFactor(
        sessionOf(request),
        request.body.password,
      );
      return { secret, otpauthUrl: url };
    },
  );
  app.post(
    '/me/two-factor/confirm',
    {
      config,
      schema: {
        tags,
        summary: 'Confirm the authenticator',
        description: 'All other sessions end.',
        body: schemas.CodeBody,
        response: { 200: schemas.RecoveryCodes, ...errors },
      },
    },
    async (request) => ({
      recoveryCodes: [
        ...(await accounts.profile.confirmTwoFactor(sessionOf(request), request.body.code, request.ip)),
      ],
    }),
  );
  app.post(
    '/me/two-factor/recovery-codes',
    {
      config,
      schema: {
        tags,
        summary: 'Get new recovery codes',
        description: 'The old ones end.',
        body: schemas.ProofBody,
        response: { 200: schemas.RecoveryCodes, ...errors },
      },
    },
    async (request) => ({
      recoveryCodes: [
        ...(await accounts.profile.renewRecoveryCodes(sessionOf(request), request.body.password)),
      ],
    }),
  );
  app.post(
    '/me/two-factor/disable',
    {
      config,
      schema: {
        tags,
        summary: 'Switch two-factor sign-in off',
        body: schemas.ProofBody,
        response: nothing,
      },
    },
    async (request, reply) => {
      await accounts.profile.endTwoFactor(sessionOf(request), request.body.password, request.ip);
      return reply.status(204).send(null);
    },
  );
  app.get(
    '/me/sessions',
    {
      config,
      schema: { tags, summary: 'List the own sessions', response: { 200: schemas.SessionList, ...errors } },
    },
    async (request) => {
      const { id, personId } = sessionOf(request);
      const listed = await accounts.sessions.list(personId, new Date(clock.now()));
      return { data: listed.map((session) => ({ ...session, current: session.id === id })) } as never;
    },
  );
  app.delete(
    '/me/sessions/:id',
    { config, schema: { tags, summary: 'End one of the own sessions', params, response: nothing } },
    async (request, reply) => {
      const session = sessionOf(request);
      const { id } = request.params;
      if (!isUuid(id) || !(await accounts.sessions.end(session.personId, id)))
        throw new Refusal('not_found', { what: 'session', path: 'id' });
      if (id === session.id) cookies.clearSession(reply);
      return reply.status(204).send(null);
    },
  );
  app.post(
    '/me/sessions/end-others',
    { config, schema: { tags, summary: 'End all other sessions', response: nothing } },
    async (request, reply) => {
      const { id, personId } = sessionOf(request);
      await accounts.sessions.endAll(personId, id);
      return reply.status(204).send(null);
    },
  );
};
