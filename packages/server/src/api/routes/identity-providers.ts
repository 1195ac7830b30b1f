// Identity providers of an organization, and of the whole server. One set of routes for both.
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { isLoopback } from '../../accounts/oidc.ts';
import { Refusal } from '../../domain/errors.ts';
import { limit } from '../../domain/limits.ts';
import { type Problem, refuse } from '../../domain/problems.ts';
import { isUuid } from '../../lib/ids.ts';
import type { IdentityProvider } from '../../store/identity-providers.ts';
import { pageRequest, showPage } from '../answers.ts';
import { existingOrganization } from '../organization.ts';
import type { ApiDeps, Routes, TypedApp } from '../route.ts';
import * as schemas from '../schemas/index.ts';
import { isOperator } from '../session.ts';

const query = Type.Object(schemas.PageQuery, { additionalProperties: false });
const errors = { '4xx': schemas.ErrorAnswer };
const tags = ['identity providers'];

/** Whose: of the organization in the path, or of the server. */
interface Place {
  readonly path: string;
  readonly read: { readonly access: 'root' | 'identity-providers:read' };
  readonly write: { readonly access: 'root' | 'identity-providers:write' };
  readonly params: Record<string, ReturnType<typeof Type.String>>;
  readonly of: string;
}

const places: readonly Place[] = [
  {
    path: '/organizations/:orgId/identity-providers',
    read: { access: 'identity-providers:read' },
    write: { access: 'identity-providers:write' },
    params: { orgId: Type.String() },
    of: 'an organization',
  },
  {
    path: '/identity-providers',
    read: { access: 'root' },
    write: { access: 'root' },
    params: {},
    of: 'the server',
  },
];

export const identityProviderRoutes: Routes = (app, deps) => {
  for (const place of places) {
    addCreate(app, deps, place);
    addReads(app, deps, place);
    addChange(app, deps, place);
    addDelete(app, deps, place);
    addTest(app, deps, place);
  }
};

const notFound = () => new Refusal('not_found', { what: 'identity provider', path: 'id' });

async function ownerOf({ tenants }: ApiDeps, request: FastifyRequest): Promise<string | null> {
  const { orgId } = request.params as { orgId?: string };
  return orgId === undefined ? null : (await existingOrganization(tenants, orgId)).id;
}

async function existing(deps: ApiDeps, request: FastifyRequest): Promise<IdentityProvider> {
  const { id } = request.params as { id: string };
  const owner = await ownerOf(deps, request);
  const found = isUuid(id) ? await deps.accounts.identityProviders.find(owner, id) : null;
  if (!found) throw notFound();
  return found;
}

function show({ publicUrl }: ApiDeps, provider: IdentityProvider) {
  return {
    ...provider,
    redirectUrl: `${publicUrl()}/api/v1/auth/callback`,
    signInUrl: `${publicUrl()}/login?identityProvider=${provider.id}`,
  };
}

interface Input {
  readonly issuer?: string;
  readonly defaultRole?: unknown;
  readonly domains?: readonly string[];
  readonly onSignInPage?: boolean;
}

/** What leads people of others to a provider is not for one organization to decide. */
function assertGood(
  { urlProblem }: ApiDeps,
  request: FastifyRequest,
  owner: string | null,
  input: Input,
): void {
  const problems: Problem[] = [];
  const wrong = (path: string, reason: string) =>
    problems.push({ code: 'invalid_field', path, details: { reason } });
  if (!isOperator(request) && ((input.domains?.length ?? 0) > 0 || input.onSignInPage === true))
    throw new Refusal('role_missing', {
      needs: 'super admin of the server',
      path: input.onSignInPage === true ? 'onSignInPage' : 'domains',
    });
  if (owner === null && (input.defaultRole ?? null) !== null)
    wrong('defaultRole', 'is of no use here: a provider of the whole server makes nobody a member');
  const url = input.issuer === undefined ? null : URL.parse(input.issuer);
  if (url?.protocol === 'http:' && !isLoopback(url)) wrong('issuer', 'must begin with https://');
  const reason = input.issuer === undefined ? null : urlProblem(input.issuer, 'PRODUCTION');
  if (reason !== null) problems.push({ code: 'url_refused', path: 'issuer', details: { reason } });
  if (problems.length > 0) throw refuse(problems);
}

function addCreate(app: TypedApp, deps: ApiDeps, { path, write, params, of }: Place): void {
  const schema = {
    tags,
    summary: `Add an identity provider of ${of}`,
    description: 'OpenID Connect. Its people sign in there; what they may do is decided here.',
    params: Type.Object(params),
    body: schemas.IdentityProviderBody,
    response: { 201: schemas.IdentityProvider, ...errors },
  };
  app.post(path, { config: write, schema }, async (request, reply) => {
    const owner = await ownerOf(deps, request);
    const { clientSecret = null, ...input } = request.body;
    assertGood(deps, request, owner, input);
    const { identityProviders } = deps.accounts;
    const max = limit('identity_providers_max');
    if ((await identityProviders.count(owner)) >= max)
      throw new Refusal('limit_reached', { limit: max, what: 'identity providers' });
    const now = deps.clock.now();
    const defaults = {
      domains: [],
      defaultRole: null,
      trustsUnverifiedEmail: false,
      onSignInPage: false,
      enabled: true,
    };
    const created = await identityProviders.create(
      deps.newId(now),
      owner,
      { ...defaults, ...input },
      clientSecret,
      new Date(now),
    );
    return reply.status(201).send(show(deps, created) as never);
  });
}

function addReads(app: TypedApp, deps: ApiDeps, { path, read, params, of }: Place): void {
  const listSchema = {
    tags,
    summary: `List identity providers of ${of}`,
    params: Type.Object(params),
    querystring: query,
    response: { 200: schemas.pageOf(schemas.IdentityProvider), ...errors },
  };
  app.get(path, { config: read, schema: listSchema }, async (request) => {
    const owner = await ownerOf(deps, request);
    const asked = pageRequest('identity-providers', request.query);
    const found = await deps.accounts.identityProviders.list(owner, asked);
    return showPage('identity-providers', found, (provider) => show(deps, provider));
  });
  const schema = {
    tags,
    summary: `Read an identity provider of ${of}`,
    params: Type.Object({ ...params, id: Type.String() }),
    response: { 200: schemas.IdentityProvider, ...errors },
  };
  app.get(
    `${path}/:id`,
    { config: read, schema },
    async (request) => show(deps, await existing(deps, request)) as never,
  );
}

function addChange(app: TypedApp, deps: ApiDeps, { path, write, params, of }: Place): void {
  const schema = {
    tags,
    summary: `Change an identity provider of ${of}`,
    params: Type.Object({ ...params, id: Type.String() }),
    body: schemas.IdentityProviderPatch,
    response: { 200: schemas.IdentityProvider, ...errors },
  };
  app.patch(`${path}/:id`, { config: write, schema }, async (request) => {
    const present = await existing(deps, request);
    const { id, organizationId } = present;
    assertGood(deps, request, organizationId, request.body);
    assertSecretGiven(present, request.body);
    const now = new Date(deps.clock.now());
    const changed = await deps.accounts.identityProviders.change(organizationId, id, request.body, now);
    if (!changed) throw notFound();
    return show(deps, changed) as never;
  });
}

function addDelete(app: TypedApp, deps: ApiDeps, { path, write, params, of }: Place): void {
  const schema = {
    tags,
    summary: `Delete an identity provider of ${of}`,
    description: 'Sessions that it vouches for end.',
    params: Type.Object({ ...params, id: Type.String() }),
    response: { 204: Type.Null(), ...errors },
  };
  app.delete(`${path}/:id`, { config: write, schema }, async (request, reply) => {
    const { id, organizationId } = await existing(deps, request);
    await deps.accounts.identityProviders.delete(organizationId, id);
    return reply.status(204).send(null);
  });
}

function addTest(app: TypedApp, deps: ApiDeps, { path, write, params, of }: Place): void {
  const schema = {
    tags,
    summary: `Ask an identity provider of ${of} for its configuration`,
    params: Type.Object({ ...params, id: Type.String() }),
    response: { 200: schemas.ProviderTest, ...errors },
  };
  app.post(`${path}/:id/test`, { config: write, schema }, async (request) => {
    const provider = await existing(deps, request);
    const problem = await deps.accounts.oidc.problem({ ...provider, clientSecret: null });
    return { reachable: problem === null, problem };
  });
}

/** The secret goes to where the issuer says: whoever names another issuer must know it. */
function assertSecretGiven(
  present: IdentityProvider,
  { issuer, clientSecret }: { readonly issuer?: string; readonly clientSecret?: string },
): void {
  if (issuer === undefined || issuer === present.issuer) return;
  if (present.hasClientSecret && clientSecret === undefined)
    throw refuse([{ code: 'credentials_required', path: 'clientSecret', details: { because: 'issuer' } }]);
}
