// Before somebody is signed in: setting up, signing in and out, a new password, accepting an invitation, single sign-on.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Opened } from '../../accounts/session-keeper.ts';
import { Refusal } from '../../domain/errors.ts';
import { limit } from '../../domain/limits.ts';
import { isUuid } from '../../lib/ids.ts';
import type { Session } from '../../store/sessions.ts';
import { showMe } from '../me.ts';
import type { RouteDeps, Routes, TypedApp } from '../route.ts';
import * as schemas from '../schemas/index.ts';
import { assertFromConsole, visitOf } from '../session.ts';

const errors = { '4xx': schemas.ErrorAnswer };
const tags = ['sign-in'];
/** Open to everybody: what they prove stands in the body. */
const security: [] = [];
const signedIn = { 200: schemas.SignedIn, ...errors };
const attempt = { attempt: true } as const;
const loginPath = '/login';

export const authRoutes: Routes = (app, deps) => {
  const entrance = createEntrance(deps);
  addInfo(app, deps);
  addLinks(app, deps);
  addSetUp(app, deps, entrance);
  addSignIn(app, deps, entrance);
  addReset(app, deps, entrance);
  addEmailChange(app, deps);
  addAccept(app, deps, entrance);
  addSso(app, deps);
};

type Entrance = ReturnType<typeof createEntrance>;

/** What every way in ends with: the cookie, and who one is now. */
function createEntrance({ accounts, cookies, publicUrl }: RouteDeps) {
  async function present(request: FastifyRequest): Promise<Session | null> {
    const token = cookies.session(request);
    const session = token === null ? null : await accounts.keeper.find(token);
    if (session) assertFromConsole(request, publicUrl());
    return session;
  }
  return {
    present,
    async enter(request: FastifyRequest, reply: FastifyReply, opened: Opened) {
      // The session that the browser had before is over: it may be somebody else's.
      const before = await present(request);
      if (before) await accounts.sessions.end(before.personId, before.id);
      cookies.setSession(reply, opened);
      if (opened.pending) return { status: 'second_factor' as const };
      const session = await accounts.keeper.find(opened.token);
      if (!session) throw new Refusal('unauthenticated');
      return { status: 'signed_in' as const, me: await showMe(accounts, session) };
    },
  };
}

function addInfo(app: TypedApp, { accounts }: RouteDeps): void {
  const querystring = Type.Object(
    {
      identityProvider: Type.Optional(
        Type.String({
          description: 'One that is not on the sign-in page, by the id that its signInUrl has.',
        }),
      ),
    },
    { additionalProperties: false },
  );
  const schema = {
    tags,
    security,
    summary: 'What the sign-in page needs',
    querystring,
    response: { 200: schemas.AuthInfo, ...errors },
  };
  app.get('/auth', { schema }, async (request) => {
    const { identityProvider: id = '' } = request.query;
    const asked = isUuid(id) ? await accounts.identityProviders.usable(id) : null;
    const shown = await accounts.identityProviders.onSignInPage();
    const others = shown.filter((provider) => provider.id !== asked?.id);
    return {
      setUpNeeded: await accounts.people.isEmpty(),
      mail: accounts.hasMail,
      passwordCharactersMin: limit('password_characters_min'),
      identityProviders: [...(asked ? [{ id: asked.id, name: asked.name }] : []), ...others],
    };
  });
}

function addLinks(app: TypedApp, { accounts }: RouteDeps): void {
  const schema = {
    tags,
    security,
    summary: 'What a link is good for',
    description:
      'Of a set-up link, an invitation, a link to a new password, or one that confirms another address. It is not used up.',
    body: schemas.TokenBody,
    response: { 200: schemas.Link, ...errors },
  };
  app.post('/auth/links', { config: attempt, schema }, async (request) => {
    const link = await accounts.linkOf(request.body.token);
    if (!link) throw new Refusal('link_invalid', { path: 'token' });
    return link as never;
  });
}

function addSetUp(app: TypedApp, { accounts }: RouteDeps, { enter }: Entrance): void {
  const schema = {
    tags,
    security,
    summary: 'Make the first super admin',
    description: 'By the link that a server without people prints when it starts.',
    body: schemas.SetUpBody,
    response: { 201: schemas.SignedIn, ...errors },
  };
  app.post('/auth/set-up', { config: attempt, schema }, async (request, reply) => {
    const { token, ...who } = request.body;
    const opened = await accounts.signIn.setUp(token, who, visitOf(request));
    reply.status(201);
    return (await enter(request, reply, opened)) as never;
  });
}

function addSignIn(app: TypedApp, { accounts, cookies }: RouteDeps, { enter, present }: Entrance): void {
  app.post(
    '/auth/sign-in',
    {
      config: attempt,
      schema: {
        tags,
        security,
        summary: 'Sign in',
        description:
          'Sets the cookie of the session. `second_factor`: the cookie is good for POST /auth/second-factor only.',
        body: schemas.SignInBody,
        response: signedIn,
      },
    },
    async (request, reply) => {
      const { email, password, remember = false } = request.body;
      const opened = await accounts.signIn.signIn({ email, password, remember }, visitOf(request));
      return (await enter(request, reply, opened)) as never;
    },
  );
  app.post(
    '/auth/second-factor',
    {
      config: attempt,
      schema: {
        tags,
        security,
        summary: 'Give the second factor',
        description: 'A code of the authenticator, or a recovery code.',
        body: schemas.CodeBody,
        response: signedIn,
      },
    },
    async (request, reply) => {
      const session = await present(request);
      if (!session?.pending) throw new Refusal('unauthenticated');
      const opened = await accounts.signIn.secondFactor(session, request.body.code, visitOf(request));
      return (await enter(request, reply, opened)) as never;
    },
  );
  app.post(
    '/auth/sign-out',
    { schema: { tags, security, summary: 'Sign out', response: { 204: Type.Null(), ...errors } } },
    async (request, reply) => {
      const session = await present(request);
      if (session) await accounts.sessions.end(session.personId, session.id);
      cookies.clearSession(reply);
      return reply.status(204).send(null);
    },
  );
}

function addReset(app: TypedApp, { accounts }: RouteDeps, { enter }: Entrance): void {
  app.post(
    '/auth/password-reset',
    {
      schema: {
        tags,
        security,
        summary: 'Ask for a link to a new password',
        description: 'Answers the same whether or not there is such a person.',
        body: schemas.EmailBody,
        response: { 202: Type.Object({}), ...errors },
      },
    },
    async (request, reply) => {
      accounts.signIn.requestReset(request.body.email);
      return reply.status(202).send({});
    },
  );
  app.post(
    '/auth/password-reset/complete',
    {
      config: attempt,
      schema: {
        tags,
        security,
        summary: 'Choose a new password',
        description: 'All sessions of the person end. The second factor is asked for as ever.',
        body: schemas.ResetBody,
        response: signedIn,
      },
    },
    async (request, reply) => {
      const { token, password } = request.body;
      const opened = await accounts.signIn.completeReset(token, password, visitOf(request));
      return (await enter(request, reply, opened)) as never;
    },
  );
}

function addEmailChange(app: TypedApp, { accounts }: RouteDeps): void {
  const schema = {
    tags,
    security,
    summary: 'Confirm another e-mail address',
    description:
      'By the link that was mailed to it. From now on the person signs in with it; the address before is told. Sessions stay.',
    body: schemas.TokenBody,
    response: { 200: schemas.ConfirmedEmail, ...errors },
  };
  app.post('/auth/email-change/confirm', { config: attempt, schema }, async (request) => ({
    email: await accounts.profile.confirmEmailChange(request.body.token, visitOf(request)),
  }));
}

function addAccept(app: TypedApp, { accounts }: RouteDeps, { enter, present }: Entrance): void {
  const schema = {
    tags,
    security,
    summary: 'Accept an invitation',
    description: 'Somebody new gives a name and a password; whoever has an account does it signed in.',
    body: schemas.AcceptBody,
    response: signedIn,
  };
  app.post('/auth/invitations/accept', { config: attempt, schema }, async (request, reply) => {
    const { token, ...account } = request.body;
    const found = await present(request);
    const session = found?.pending ? null : found;
    const outcome = await accounts.invitations.accept(token, account, session, visitOf(request));
    if (outcome !== 'own session') return (await enter(request, reply, outcome)) as never;
    // Read again: it reaches one organization more now.
    const renewed = await present(request);
    if (!renewed) throw new Refusal('unauthenticated');
    return { status: 'signed_in', me: await showMe(accounts, renewed) } as never;
  });
}

function addSso(app: TypedApp, deps: RouteDeps): void {
  const { accounts, cookies, publicUrl } = deps;
  const params = Type.Object({ id: Type.String() });
  const querystring = Type.Object(
    { next: Type.Optional(Type.String({ maxLength: limit('url_characters_max') })) },
    { additionalProperties: false },
  );
  const failed = (reply: FastifyReply, error: string, next: string) =>
    reply.redirect(`${loginPath}?${new URLSearchParams({ error, ...(next !== '/' && { next }) })}`, 303);

  app.post(
    '/auth/identity-providers/find',
    {
      schema: {
        tags,
        security,
        summary: 'Find the identity provider of an address',
        body: schemas.EmailBody,
        response: { 200: schemas.FoundProvider, ...errors },
      },
    },
    async (request) => ({ identityProvider: await accounts.sso.find(request.body.email) }),
  );
  app.get(
    '/auth/identity-providers/:id/start',
    {
      schema: {
        tags,
        security,
        summary: 'Sign in at an identity provider',
        description: 'For browsers: leads to the provider. `next` is the page to come back to.',
        params,
        querystring,
        response: { 303: Type.Null(), ...errors },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const next = ownPath(request.query.next, publicUrl());
      const begun = isUuid(id) ? await accounts.sso.begin(id, next) : null;
      if (!begun) throw new Refusal('not_found', { what: 'identity provider', path: 'id' });
      if (begun.kind === 'failed') return failed(reply, begun.error, next);
      cookies.setTicket(reply, begun.ticket);
      return reply.redirect(begun.url, 303);
    },
  );
  app.get(
    '/auth/callback',
    {
      schema: {
        tags,
        security,
        summary: 'Where identity providers send browsers back to',
        response: { 303: Type.Null(), ...errors },
      },
    },
    async (request, reply) => {
      const search = new URL(request.url, 'http://localhost').search;
      const outcome = await accounts.sso.finish(cookies.ticket(request), search, visitOf(request));
      cookies.clearTicket(reply);
      if (outcome.kind === 'failed') return failed(reply, outcome.error, outcome.next);
      cookies.setSession(reply, outcome.opened);
      return reply.redirect(outcome.next, 303);
    },
  );
}

/** A page of this server, whatever was asked for: a link must not lead anywhere else by way of the sign-in. */
function ownPath(next: string | undefined, publicUrl: string): string {
  const base = URL.parse(publicUrl) ?? new URL('http://localhost');
  const url = next?.startsWith('/') ? URL.parse(next, base.href) : null;
  return url?.origin === base.origin ? `${url.pathname}${url.search}${url.hash}` : '/';
}
