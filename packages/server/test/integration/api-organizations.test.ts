// Organizations over the API: plan, profile and policies, what another profile resets, and that all nodes learn of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policiesOf, profileNames } from '../../src/domain/profiles.ts';
import { refusal } from '../harness/http.ts';
import { startSignpost, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;

beforeAll(async () => {
  signpost = await startSignpost();
});
afterAll(() => signpost.stop());

const call = (method: string, path: string, body?: object) => signpost.call(method, `/api/v1${path}`, body);

async function created(settings: object = {}) {
  const answer = await call('POST', '/organizations', { name: 'XYZ Bank', ...settings });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
}

async function patched(id: string, body: object) {
  const answer = await call('PATCH', `/organizations/${id}`, body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

describe('an organization', () => {
  it('is professional and has our own profile, unless it says otherwise', async () => {
    const organization = await created();
    expect(organization).toEqual({
      id: expect.any(String),
      name: 'XYZ Bank',
      plan: 'professional',
      profile: 'signpost',
      policies: policiesOf('signpost'),
      createdAt: expect.stringMatching(/^2\d{3}-.*Z$/),
      updatedAt: organization.createdAt,
    });
    expect((await call('GET', `/organizations/${organization.id}`)).body).toEqual(organization);
    expect((await call('GET', '/organizations?limit=1')).body.data).toEqual([organization]);
  });

  it.each(profileNames)(
    'gets the policies of the profile %s, as the list of profiles shows them',
    async (profile) => {
      const { policies } = await created({ profile });
      expect(policies).toEqual(policiesOf(profile));
      expect((await call('GET', '/profiles')).body.data).toContainEqual({ name: profile, policies });
    },
  );

  it('changes single policies of its profile, when it is created and after', async () => {
    const success = { status: '200', body: { path: 'ok', equals: 'yes' } };
    const { id, policies } = await created({
      profile: 'emsigner',
      policies: { routing: 'open', defaultSuccess: success },
    });
    const first = { ...policiesOf('emsigner'), routing: 'open', defaultSuccess: success };
    expect(policies).toEqual(first);
    const next = await patched(id, { policies: { requireRequestFrom: false, defaultRetrySchedule: [] } });
    const second = { ...first, requireRequestFrom: false, defaultRetrySchedule: [] };
    expect(next).toMatchObject({ name: 'XYZ Bank', plan: 'professional', profile: 'emsigner' });
    expect(next.policies).toEqual(second);
    expect((await patched(id, { name: 'Bank' })).policies).toEqual(second);
    expect((await patched(id, { profile: 'emsigner' })).policies).toEqual(second);
    expect((await call('GET', `/organizations/${id}`)).body).toMatchObject({
      name: 'Bank',
      policies: second,
    });
  });

  it('begins another profile with its preset, and keeps of the changes only what comes with it', async () => {
    const { id } = await created({ profile: 'emsigner', policies: { changeOnlyWhileDisabled: true } });
    const other = await patched(id, { profile: 'ignisign', policies: { requireHttps: false } });
    expect(other).toMatchObject({ profile: 'ignisign' });
    expect(other.policies).toEqual({ ...policiesOf('ignisign'), requireHttps: false });
    expect((await patched(id, { profile: 'emsigner' })).policies).toEqual(policiesOf('emsigner'));
  });

  it('keeps both of two changes that come at the same moment', async () => {
    const { id } = await created();
    await Promise.all([
      patched(id, { policies: { requireHttps: true } }),
      patched(id, { policies: { requireBusinessUnit: true } }),
    ]);
    expect((await call('GET', `/organizations/${id}`)).body.policies).toMatchObject({
      requireHttps: true,
      requireBusinessUnit: true,
    });
  });

  it.each([
    [{ plan: 'gold' }, 'invalid_field', 'plan'],
    [{ profile: 'docusign' }, 'invalid_field', 'profile'],
    [{ policies: { routing: 'closed' } }, 'invalid_field', 'policies.routing'],
    [{ policies: { changeOnlyWhileDisabled: 'yes' } }, 'invalid_field', 'policies.changeOnlyWhileDisabled'],
    [{ policies: { rooting: 'open' } }, 'unknown_field', 'policies.rooting'],
    [{ policies: { authTypes: [] } }, 'invalid_field', 'policies.authTypes'],
    [{ policies: { authTypes: ['magic'] } }, 'invalid_field', 'policies.authTypes[0]'],
    [{ policies: { defaultRetrySchedule: ['soon'] } }, 'invalid_field', 'policies.defaultRetrySchedule[0]'],
    [{ policies: { defaultRetrySchedule: ['31d'] } }, 'invalid_field', 'policies.defaultRetrySchedule'],
    [{ policies: { defaultDialect: 'ignisgn' } }, 'unknown_dialect', 'policies.defaultDialect'],
    [
      { policies: { defaultSuccess: { status: '2xx', body: { path: 'a..b', equals: 1 } } } },
      'invalid_field',
      'policies.defaultSuccess.body.path',
    ],
    [{ policies: null }, 'invalid_field', 'policies'],
  ] as const)('%j is refused with its path, and nothing changes', async (body, code, path) => {
    expect(refusal(await call('POST', '/organizations', { name: 'x', ...body }), code).path).toBe(path);
    const organization = await created();
    const answer = await call('PATCH', `/organizations/${organization.id}`, { name: 'other', ...body });
    expect(refusal(answer, code).path).toBe(path);
    expect((await call('GET', `/organizations/${organization.id}`)).body).toEqual(organization);
  });
});
