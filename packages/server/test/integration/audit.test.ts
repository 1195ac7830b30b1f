// The audit log by API: who did what, when, from where, before and after; filtered, in pages, exported (N16).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../harness/browser.ts';
import { refusal } from '../harness/http.ts';
import { goodPassword, makeMember, setUp, type TestPerson } from '../harness/people.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly actor: { kind: string; id: string | null; name: string | null };
  readonly object: { kind: string; id: string | null; name: string | null };
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly [field: string]: unknown;
}

let signpost: TestSignpost;
let tenant: Tenant;
let operator: TestPerson;
let admin: TestPerson;
let path: string;

beforeAll(async () => {
  signpost = await startSignpost();
  operator = await setUp(signpost);
  tenant = await signpost.tenant();
  path = `/api/v1/organizations/${tenant.organizationId}/audit`;
  admin = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'admin');
});
afterAll(() => signpost.stop());

const read = async (query = ''): Promise<readonly Entry[]> =>
  (await signpost.call('GET', `${path}${query}`)).body.data;
const base = () => `/api/v1/applications/${tenant.appId}/envs/PRODUCTION`;

it('tells who changed what, from where, before and after, without secrets', async () => {
  const secretToken = 'a-token-that-nobody-may-see';
  const made = await admin.browser.call('POST', `${base()}/webhooks`, {
    name: 'Loans',
    url: 'https://one.invalid/',
    auth: { type: 'bearer', token: secretToken },
  });
  const { id } = made.body;
  const changed = await admin.browser.call(
    'PATCH',
    `${base()}/webhooks/${id}`,
    { description: 'for loans' },
    { 'x-signpost-csrf': '1', 'user-agent': 'the browser' },
  );
  const [updated, ...earlier] = await read(`?objectId=${id}`);
  expect(updated).toEqual({
    id: expect.any(String),
    at: expect.any(String),
    organizationId: tenant.organizationId,
    applicationId: tenant.appId,
    environment: 'PRODUCTION',
    actor: { kind: 'person', id: admin.id, name: 'The admin' },
    address: '127.0.0.1',
    userAgent: 'the browser',
    requestId: changed.headers.get('x-request-id'),
    action: 'webhook.updated',
    object: { kind: 'webhook', id, name: 'Loans' },
    before: { description: '' },
    after: { description: 'for loans' },
  });
  const created = earlier.find(({ action }) => action === 'webhook.created');
  expect(created?.before).toBeNull();
  expect(created?.after).toMatchObject({ url: 'https://one.invalid/', sealedAuth: '[redacted]' });
  const whole = JSON.stringify(await read());
  for (const secret of [secretToken, made.body.secret, tenant.key]) expect(whole).not.toContain(secret);
});

it('filters by actor, action, kind and id of the object, and time', async () => {
  const key = await signpost.call('POST', `${base()}/keys`, { name: 'short-lived', scopes: ['events:read'] });
  await signpost.call('DELETE', `${base()}/keys/${key.body.id}`);
  const ofKey = await read(`?objectId=${key.body.id}`);
  expect(ofKey.map(({ action }) => action)).toEqual(['key.revoked', 'key.created']);
  expect(ofKey.map(({ actor }) => actor.kind)).toEqual(['root', 'root']);
  const [revoked, created] = ofKey;
  expect(await read(`?objectKind=key&action=key.revoked`)).toEqual([revoked]);
  expect((await read('?actor=root')).every(({ actor }) => actor.kind === 'root')).toBe(true);
  expect((await read(`?actor=${admin.id}`)).every(({ actor }) => actor.id === admin.id)).toBe(true);
  expect(await read(`?objectId=${key.body.id}&from=${revoked?.at}`)).toEqual([revoked]);
  expect(await read(`?objectId=${key.body.id}&to=${revoked?.at}`)).toEqual([created]);
  expect(await read('?action=no.such')).toEqual([]);
  expect(refusal(await signpost.call('GET', `${path}?from=yesterday`), 'invalid_field').path).toBe('from');
});

it('comes in pages, newest first', async () => {
  const all = await read('?limit=200');
  const first = (await signpost.call('GET', `${path}?limit=2`)).body;
  const second = (await signpost.call('GET', `${path}?limit=2&cursor=${first.nextCursor}`)).body;
  expect([...first.data, ...second.data]).toEqual(all.slice(0, 4));
});

describe('signing in', () => {
  const signIn = (email: string, password: string) =>
    openBrowser(signpost.app.url).call('POST', '/api/v1/auth/sign-in', { email, password });

  it('is told, with who was refused and when guesses had to wait, in the organization of the person', async () => {
    const person = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'viewer');
    for (let guess = 0; guess < 5; guess++) refusal(await signIn(person.email, 'wrong'), 'sign_in_refused');
    refusal(await signIn(person.email, goodPassword), 'sign_in_locked');
    await operator.browser.call('POST', `/api/v1/people/${person.id}/unlock`);
    expect((await signIn(person.email, goodPassword)).status).toBe(200);
    const entries = await read(`?objectId=${person.id}`);
    expect(entries.map(({ action }) => action).slice(0, 8)).toEqual([
      'session.opened',
      'person.unlocked',
      'session.locked',
      ...Array<string>(5).fill('session.refused'),
    ]);
    expect(entries[0]).toMatchObject({
      actor: { kind: 'person', id: person.id, name: 'The viewer' },
      object: { kind: 'person', id: person.id, name: person.email },
      address: '127.0.0.1',
      after: { via: 'password' },
    });
    expect(entries[1]?.actor.id).toBe(operator.id);
    expect(entries[3]).toMatchObject({
      actor: { kind: 'anonymous', id: null, name: null },
      after: { reason: 'password' },
    });
  });

  it('at an address without an account is told to the server alone, without what was typed', async () => {
    await signIn('my secret password@xyzbank.com', 'wrong');
    const { data } = (await operator.browser.call('GET', '/api/v1/audit?action=session.refused')).body;
    expect(data[0]).toMatchObject({ organizationId: null, object: { kind: 'person', id: null, name: null } });
    expect(JSON.stringify(data)).not.toContain('my secret password');
    expect((await read()).some(({ id }) => id === data[0].id)).toBe(false);
  });

  it('of somebody in several organizations is shown to none of them', async () => {
    const other = await signpost.tenant();
    const person = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'viewer');
    const invited = await signpost.call('POST', `/api/v1/organizations/${other.organizationId}/invitations`, {
      email: person.email,
      role: 'viewer',
    });
    const token = new URL(invited.body.link).hash.slice(1);
    await person.browser.call('POST', '/api/v1/auth/invitations/accept', { token });
    const before = (await read(`?objectId=${person.id}&action=session.opened`)).length;
    await signIn(person.email, goodPassword);
    expect(await read(`?objectId=${person.id}&action=session.opened`)).toHaveLength(before);
    const { data } = (await signpost.call('GET', `/api/v1/audit?objectId=${person.id}&action=session.opened`))
      .body;
    expect(data.length).toBe(before + 1);
  });
});

describe('an export', () => {
  it('has every entry that the list has, as lines of JSON, and is an entry itself', async () => {
    const expected = await read('?limit=200&objectKind=webhook');
    const answer = await admin.browser.call('GET', `${path}/export?format=ndjson&objectKind=webhook`);
    expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="audit.ndjson"');
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(expected);
    const [told] = await read('?action=audit.exported');
    expect(told).toMatchObject({
      actor: { kind: 'person', id: admin.id },
      after: { format: 'ndjson', objectKind: 'webhook' },
    });
  });

  it('as CSV begins with the names of its columns and goes over pages', async () => {
    for (let index = 0; index < 3; index++) await tenant.knows('departments', `=danger ${index}`);
    const answer = await signpost.call('GET', `${path}/export`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = (answer.body as string).split('\r\n');
    expect(lines[0]).toMatch(/^at,action,actorKind,actorId,/);
    expect(lines.filter((line) => line.includes(",'=danger"))).toHaveLength(3);
  });

  it('of more entries than one page has all of them once', async () => {
    const other = await signpost.tenant();
    const names = Array.from({ length: 1_100 }, (_, index) => `d${index}`);
    await Promise.all(
      Array.from({ length: 8 }, async (_, part) => {
        await other.knows('departments', ...names.filter((_name, index) => index % 8 === part));
      }),
    );
    const file = (
      await signpost.call('GET', `/api/v1/organizations/${other.organizationId}/audit/export?format=ndjson`)
    ).body as string;
    const found = file
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as Entry).object.name)
      .filter((name) => name?.startsWith('d'));
    expect(found.toSorted()).toEqual(names.toSorted());
  });

  it('of the whole server is for its super admins', async () => {
    const answer = await operator.browser.call(
      'GET',
      '/api/v1/audit/export?format=ndjson&action=organization.created',
    );
    expect(answer.status).toBe(200);
    refusal(await admin.browser.call('GET', '/api/v1/audit/export'), 'role_missing');
    refusal(await admin.browser.call('GET', '/api/v1/audit'), 'role_missing');
  });
});
