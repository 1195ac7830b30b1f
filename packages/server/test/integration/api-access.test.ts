// Every route of openapi.json: what another organization's is does not exist, and roles end where the table says (E19, G7,
// N16). Routes come from the document, so that a new one is covered without anybody remembering.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Access,
  isAtLeast,
  isScope,
  leastRole,
  type OrganizationAccess,
  roles,
} from '../../src/domain/access.ts';
import type { Scope } from '../../src/domain/api-key.ts';
import { exampleOf } from '../harness/examples.ts';
import { environment, filledPath, makeObjects, type Objects } from '../harness/objects.ts';
import { makeMember, setUp, type TestPerson } from '../harness/people.ts';
import { type Route, routes } from '../harness/routes.ts';
import {
  type Answer,
  type Call,
  caller,
  startSignpost,
  type Tenant,
  type TestSignpost,
} from '../harness/signpost.ts';
import { vendorRoutes, vendorRoutesInCode } from '../harness/vendor-routes.ts';

/** What the operator may do from this very machine is tested where it is made: tests run on it. */
const guarded = routes.filter(({ access }) => access !== null && access !== 'operator');
const inTenant = guarded.filter(({ path }) => /\{(orgId|appId)\}/.test(path));
const withObject = inTenant.filter(({ path }) => /\{(?!orgId|appId|env\})\w+\}/.test(path));
const named = (list: readonly Route[]) => list.map((route) => [route.name, route] as const);

let signpost: TestSignpost;
let tenant: Tenant;
let objects: Objects;
let stranger: Tenant;
let strangers: TestPerson;

beforeAll(async () => {
  signpost = await startSignpost();
  await setUp(signpost);
  tenant = await signpost.tenant({ environment });
  objects = await makeObjects(signpost, tenant);
  stranger = await signpost.tenant({ environment });
  strangers = await makeMember(signpost.app.url, signpost.call, stranger.organizationId, 'super_admin');
});
afterAll(() => signpost.stop());

const nothing: Objects = new Proxy({}, { get: () => '0197f3a0-0000-7000-8000-000000000000' });

function ask(call: Call, route: Route, path: string): Promise<Answer> {
  const body = route.body === null ? undefined : exampleOf(route.body);
  return call(route.method, path, body);
}

const codeOf = ({ body }: Answer) => body?.error?.code ?? null;

it('says for every route who may call it, or names it here as open to everybody', () => {
  const open = routes.filter((route) => route.access === null).map(({ name }) => name);
  expect(open.filter((name) => !name.includes('/api/v1/auth'))).toEqual(['GET /healthz', 'GET /readyz']);
  expect(guarded.length).toBeGreaterThan(60);
  expect(withObject.length).toBeGreaterThan(35);
});

describe("another organization's place does not exist", () => {
  it.each(named(inTenant))('%s: to a key', async (_name, route) => {
    const path = filledPath(route, tenant, objects);
    const answer = await ask(caller(signpost.app.url, stranger.key), route, path);
    expect([answer.status, codeOf(answer)]).toEqual([404, 'not_found']);
  });

  it.each(named(inTenant))('%s: to a super admin of another', async (_name, route) => {
    const path = filledPath(route, tenant, objects);
    const answer = await ask(strangers.browser.call, route, path);
    expect([answer.status, codeOf(answer)]).toEqual([404, 'not_found']);
  });
});

describe("another organization's object does not exist in the own place", () => {
  // What is put is there from then on, under the same name as the other's.
  const putLast = withObject.toSorted((a, b) => Number(a.method === 'PUT') - Number(b.method === 'PUT'));
  it.each(named(putLast))('%s', async (_name, route) => {
    const path = filledPath(route, stranger, objects);
    const answer = await ask(strangers.browser.call, route, path);
    // What the sender names is the sender's own: to put it is to make it.
    if (route.method === 'PUT') expect(answer.status).toBeLessThan(300);
    else expect([answer.status, codeOf(answer)], JSON.stringify(answer.body)).toEqual([404, 'not_found']);
  });

  it('and is as it was', async () => {
    for (const route of withObject.filter(({ method, path }) => method === 'GET' && path.endsWith('}'))) {
      const answer = await ask(signpost.call, route, filledPath(route, tenant, objects));
      expect(answer.status, route.name).toBe(200);
    }
    expect((await tenant.call('GET', `/webhooks/${objects['webhooks']}`)).body.status).toBe('enabled');
  });
});

describe("a vendor's API", () => {
  const guardedByKey = vendorRoutes.filter(({ path }) => path !== '/v4/auth/app-api');
  const ofPlace = guardedByKey.filter(({ path }) => path.includes('{'));

  it('is listed whole', () => {
    expect(vendorRoutesInCode().toSorted()).toEqual(vendorRoutes.map(({ name }) => name).toSorted());
  });

  it.each(named(ofPlace))("%s: another's does not exist", async (_name, route) => {
    const answer = await ask(
      caller(signpost.app.url, stranger.key),
      route,
      filledPath(route, tenant, objects),
    );
    expect(answer.status, JSON.stringify(answer.body)).toBe(404);
  });

  it.each(named(guardedByKey))('%s: nobody without a key', async (_name, route) => {
    const path = filledPath(route, tenant, objects);
    for (const key of [null, 'skv2_production_x_wrong', 'wrong'])
      expect((await ask(caller(signpost.app.url, key), route, path)).status).toBe(401);
  });

  it('and is as it was', async () => {
    expect((await tenant.call('GET', `/webhooks/${objects['webhooks']}`)).body.status).toBe('enabled');
  });
});

describe('nobody without a key or a session', () => {
  it.each(named(guarded))('%s', async (_name, route) => {
    for (const key of [null, 'skv2_production_x_wrong', `${stranger.key}x`, 'wrong']) {
      const answer = await ask(caller(signpost.app.url, key), route, filledPath(route, tenant, nothing));
      expect([answer.status, codeOf(answer)]).toEqual([401, 'unauthenticated']);
    }
  });
});

describe('roles', () => {
  const people = new Map<string, TestPerson>();
  beforeAll(async () => {
    for (const role of roles) {
      people.set(role, await makeMember(signpost.app.url, signpost.call, tenant.organizationId, role));
    }
  });

  const mayCall = (access: Access, role: (typeof roles)[number]): boolean => {
    if (['person', 'organizations', 'anybody', 'application'].includes(access)) return true;
    if (access === 'root' || access === 'operator') return false;
    return isAtLeast(role, leastRole(access as Scope | OrganizationAccess));
  };

  // Signing oneself out would end the test.
  const repeatable = guarded.filter(({ path }) => !path.includes('/me/sessions/'));
  it.each(named(repeatable))('%s', async (_name, route) => {
    const { access } = route;
    if (access === null) throw new Error('Guarded routes have an access.');
    for (const role of roles) {
      const path = filledPath(route, tenant, nothing);
      // Without a body: who may call is decided before anything is read.
      const answer = await (people.get(role) as TestPerson).browser.call(route.method, path);
      const refused = answer.status === 403 && codeOf(answer) === 'role_missing';
      expect([role, refused ? 'refused' : 'allowed']).toEqual([
        role,
        mayCall(access, role) ? 'allowed' : 'refused',
      ]);
      expect(answer.status).not.toBe(401);
      expect(answer.status).toBeLessThan(500);
    }
  });

  it('bind keys to their scopes', async () => {
    const reader = await signpost.tenant({ scopes: ['events:read'], environment });
    const call = caller(signpost.app.url, reader.key);
    for (const route of inTenant) {
      const answer = await call(route.method, filledPath(route, reader, nothing));
      const expected = route.access !== null && isScope(route.access) ? 'scope_missing' : 'root_key_required';
      const isOwn = route.access === 'events:read' || route.access === 'application';
      if (isOwn) expect(answer.status, route.name).not.toBe(403);
      else expect([route.name, codeOf(answer)]).toEqual([route.name, expected]);
    }
  });
});
