// The directory over the API: names that are one, pages, renaming, what is in use, and that no organization sees another's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directoryKinds } from '../../src/domain/directory.ts';
import { withClient } from '../harness/global-setup.ts';
import { refusal } from '../harness/http.ts';
import { type Answer, startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let tenant: Tenant;

beforeAll(async () => {
  signpost = await startSignpost();
  tenant = await signpost.tenant();
});
afterAll(() => signpost.stop());

type Directory = (method: string, path: string, body?: unknown) => Promise<Answer>;

const directoryOf =
  ({ organizationId }: Pick<Tenant, 'organizationId'>): Directory =>
  (method, path, body) =>
    signpost.call(method, `/api/v1/organizations/${organizationId}/${path}`, body);
const call: Directory = (...args) => directoryOf(tenant)(...args);

async function created(path: string, body: object, directory: Directory = call) {
  const answer = await directory('POST', path, body);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
}

const sql = (text: string, values: readonly unknown[]) =>
  withClient(signpost.databaseUrl, async (client) => (await client.query(text, [...values])).rows);

/** Makes a webhook filter by entries, by their ids. */
const filterBy = (webhookId: string, routing: object) =>
  sql('UPDATE webhooks SET routing = $2 WHERE id = $1', [webhookId, JSON.stringify(routing)]);

const versions = async () =>
  (
    await sql(
      'SELECT e.version FROM environments e JOIN applications a ON a.id = e.application_id WHERE a.organization_id = $1 ORDER BY e.id',
      [tenant.organizationId],
    )
  ).map(({ version }) => Number(version));

const kinds = directoryKinds.map(({ segment, word, filter }) => ({ segment, word, filter }));
const extras: Readonly<Record<string, object>> = {
  'business-units': { companies: [] },
  templates: { webhooks: [] },
};

describe.each(kinds)('$segment (E3, E4, C3, L30)', ({ segment, word, filter }) => {
  it('are created with a name, read, renamed and deleted', async () => {
    const entry = await created(segment, { name: '  Loans ' });
    expect(entry).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Loans',
      ...extras[segment],
      createdAt: expect.stringMatching(/^2\d{3}-.*Z$/),
      updatedAt: entry.createdAt,
    });
    const path = `${segment}/${entry.id}`;
    expect((await call('GET', path)).body).toEqual(entry);
    const renamed = await call('PATCH', path, { name: 'Retail loans' });
    expect(renamed.body).toEqual({ ...entry, name: 'Retail loans', updatedAt: renamed.body.updatedAt });
    expect((await call('GET', path)).body).toEqual(renamed.body);
    expect((await call('PATCH', path, {})).body).toMatchObject({ name: 'Retail loans' });
    expect(await call('DELETE', path)).toMatchObject({ status: 204, body: '' });
    for (const [method, body] of [['GET'], ['PATCH', { name: 'x' }], ['DELETE']] as const)
      expect(refusal(await call(method, path, body), 'not_found').what).toBe(word);
  });

  it('are listed in pages, newest first, and found by name', async () => {
    const own = directoryOf(await signpost.tenant());
    const ids: string[] = [];
    for (let at = 0; at < 5; at += 1) ids.push((await created(segment, { name: `Ärzte ${at}` }, own)).id);
    const pages: string[][] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await own('GET', `${segment}?limit=2${cursor && `&cursor=${cursor}`}`);
      pages.push(body.data.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual(ids.toReversed());
    const found = (await own('GET', `${segment}?name=${encodeURIComponent('äRZTE 3')}`)).body.data;
    expect(found.map(({ id }: { id: string }) => id)).toEqual([ids[3]]);
    expect((await own('GET', `${segment}?name=nobody`)).body).toEqual({ data: [], nextCursor: null });
  });

  it('take a name once, ignoring case, and give it back when they are gone', async () => {
    const own = directoryOf(await signpost.tenant());
    const first = await created(segment, { name: 'Überweisung' }, own);
    const other = await created(segment, { name: 'Other' }, own);
    for (const name of ['Überweisung', 'ÜBERWEISUNG ', 'U\u0308berweisung']) {
      const { what, path } = refusal(await own('POST', segment, { name }), 'already_exists');
      expect([what, path]).toEqual([`a ${word}`, 'name']);
      refusal(await own('PATCH', `${segment}/${other.id}`, { name }), 'already_exists');
    }
    const upper = await own('PATCH', `${segment}/${first.id}`, { name: 'ÜBERWEISUNG' });
    expect(upper.body.name).toBe('ÜBERWEISUNG');
    for (const { segment: another } of kinds)
      if (another !== segment) await created(another, { name: 'Überweisung' }, own);
    await own('DELETE', `${segment}/${first.id}`);
    await created(segment, { name: 'überweisung' }, own);
  });

  it('are created once when two create them at the same moment', async () => {
    const own = directoryOf(await signpost.tenant());
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => own('POST', segment, { name: at % 2 ? 'Same' : 'SAME' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
    expect((await own('GET', segment)).body.data).toHaveLength(1);
  });

  it('are not deleted while webhooks filter by them, and the webhooks are named', async () => {
    const own = await signpost.tenant({ environment: 'TEST' });
    const directory = directoryOf(own);
    const entry = await created(segment, { name: 'In use' }, directory);
    const path = `${segment}/${entry.id}`;
    const [a, b] = [
      await own.webhook('https://example.com/a', { name: 'First' }),
      await own.webhook('https://example.com/b', { name: 'Second' }),
    ];
    await filterBy(a.id, { [filter]: ['x', entry.id] });
    await filterBy(b.id, { [filter]: [entry.id] });
    const { webhooks, usedBy } = refusal(await directory('DELETE', path), 'in_use');
    const place = { applicationId: own.appId, environment: 'TEST' };
    expect(webhooks).toEqual([
      { id: a.id, name: 'First', ...place },
      { id: b.id, name: 'Second', ...place },
    ]);
    expect(usedBy).toBe('First, Second');
    // Renaming is no deletion; and what filters by another kind's id, or is deleted itself, does not count.
    expect((await directory('PATCH', path, { name: 'Renamed' })).status).toBe(200);
    await own.call('DELETE', `/webhooks/${a.id}?confirm=First`);
    refusal(await directory('DELETE', path), 'in_use');
    const elsewhere = filter === 'departments' ? 'templates' : 'departments';
    await filterBy(b.id, { [elsewhere]: [entry.id] });
    expect((await directory('DELETE', path)).status).toBe(204);
  });

  it('of another organization are not there', async () => {
    const stranger = directoryOf(await signpost.tenant());
    const entry = await created(segment, { name: 'Private' }, stranger);
    const path = `${segment}/${entry.id}`;
    for (const [method, body] of [['GET'], ['PATCH', { name: 'x' }], ['DELETE']] as const)
      refusal(await call(method, path, body), 'not_found');
    expect((await call('GET', `${segment}?name=private`)).body.data).toEqual([]);
    expect((await stranger('GET', path)).body).toEqual(entry);
    for (const { segment: another } of kinds)
      if (another !== segment) refusal(await stranger('GET', `${another}/${entry.id}`), 'not_found');
  });

  it('are for the root key, below an organization that there is', async () => {
    const asTenant = await fetch(
      `${signpost.app.url}/api/v1/organizations/${tenant.organizationId}/${segment}`,
      { headers: { authorization: `Bearer ${tenant.key}` } },
    );
    expect(asTenant.status).toBe(403);
    for (const organizationId of ['x', '01900000-0000-7000-8000-000000000000']) {
      const nowhere = directoryOf({ organizationId });
      refusal(await nowhere('GET', segment), 'not_found');
      refusal(await nowhere('POST', segment, { name: 'x' }), 'not_found');
    }
    for (const method of ['GET', 'DELETE']) refusal(await call(method, `${segment}/x`), 'not_found');
  });

  it.each([
    ["'; DROP TABLE directory_entries; --"],
    ['__proto__'],
    ['constructor'],
    ['<script>alert(1)</script>'],
    ['%_\\'],
    ['贷款 🏦'],
    ['null'],
    ['x'.repeat(200)],
  ])('may be called %s', async (name) => {
    const entry = await created(segment, { name });
    expect(entry.name).toBe(name);
    const { data } = (await call('GET', `${segment}?name=${encodeURIComponent(name)}`)).body;
    expect(data).toEqual([entry]);
  });

  it.each([
    ['nothing', {}, 'missing_field'],
    ['an empty name', { name: '' }, 'invalid_field'],
    ['white space', { name: ' \u00a0\u2003' }, 'invalid_field'],
    ['a line break', { name: 'a\nb' }, 'invalid_field'],
    ['a NUL', { name: 'a\0' }, 'invalid_field'],
    ['half a character', { name: '\ud800' }, 'invalid_field'],
    ['201 characters', { name: 'x'.repeat(201) }, 'invalid_field'],
    ['a number', { name: 5 }, 'invalid_field'],
    ['null', { name: null }, 'invalid_field'],
  ] as const)('are refused with %s for a name', async (_what, body, code) => {
    expect(refusal(await call('POST', segment, body), code).path).toBe('name');
  });

  it('are refused with a field that they do not have', async () => {
    const foreign = segment === 'templates' ? 'companies' : 'webhooks';
    const { path } = refusal(await call('POST', segment, { name: 'x', [foreign]: [] }), 'unknown_field');
    expect(path).toBe(foreign);
  });
});

describe('a business unit (C3, C15)', () => {
  it('keeps its companies and their fields as they were given, also under odd names', async () => {
    const text =
      '{"name":"Haifa","companies":[{"name":" A ","fields":{"__proto__":"1","constructor":"2","costCenter":"42"}},{"name":"B"}]}';
    const { body } = await signpost.call(
      'POST',
      `/api/v1/organizations/${tenant.organizationId}/business-units`,
      text,
    );
    const shown = (await call('GET', `business-units/${body.id}`)).body;
    expect(JSON.stringify(shown.companies)).toBe(
      '[{"name":"A","fields":{"__proto__":"1","constructor":"2","costCenter":"42"}},{"name":"B","fields":{}}]',
    );
    expect(JSON.stringify(body.companies)).toBe(JSON.stringify(shown.companies));
    const renamed = (await call('PATCH', `business-units/${body.id}`, { name: 'Haifa North' })).body;
    expect(JSON.stringify(renamed.companies)).toBe(JSON.stringify(shown.companies));
    const emptied = (await call('PATCH', `business-units/${body.id}`, { companies: [] })).body;
    expect(emptied).toMatchObject({ name: 'Haifa North', companies: [] });
  });

  const company = (fields: unknown) => [{ name: 'A', fields }];
  const many = (count: number) => Array.from({ length: count }, (_, at) => [`f${at}`, ''] as const);
  it.each([
    ['a company twice', [{ name: 'A' }, { name: 'a ' }], 'invalid_field', 'companies[1].name'],
    ['a company without a name', [{ fields: {} }], 'missing_field', 'companies[0].name'],
    ['a field name with a space', company({ 'a b': '' }), 'invalid_field', 'companies[0].fields.a b'],
    ['an empty field name', company({ '': '' }), 'invalid_field', 'companies[0].fields.'],
    ['a field with a number', company({ a: 1 }), 'invalid_field', 'companies[0].fields.a'],
    ['a field of 501 characters', company({ a: 'x'.repeat(501) }), 'invalid_field', 'companies[0].fields.a'],
    ['fields in an array', company([]), 'invalid_field', 'companies[0].fields'],
    ['51 fields', company(Object.fromEntries(many(51))), 'invalid_field', 'companies[0].fields'],
    ['an unknown setting', [{ name: 'A', code: '1' }], 'unknown_field', 'companies[0].code'],
    ['1,001 companies', many(1001).map(([name]) => ({ name })), 'invalid_field', 'companies'],
    ['companies in an object', {}, 'invalid_field', 'companies'],
  ] as const)('is refused with %s, and nothing of it is kept', async (_what, companies, code, path) => {
    const unit = await created('business-units', { name: `Refused ${crypto.randomUUID()}` });
    const at = `business-units/${unit.id}`;
    const answers = [
      await call('POST', 'business-units', { name: 'Refused', companies }),
      await call('PATCH', at, { name: 'Refused', companies }),
    ];
    for (const answer of answers)
      expect(refusal(answer, code).problems).toEqual([expect.objectContaining({ code, path })]);
    expect((await call('GET', at)).body).toEqual(unit);
    expect((await call('GET', 'business-units?name=refused')).body.data).toEqual([]);
  });

  it('has room for 1,000 companies with 50 fields, until the directory is full', async () => {
    const own = directoryOf(await signpost.tenant());
    const fields = Object.fromEntries(many(50).map(([name]) => [name, 'v'.repeat(120)]));
    const companies = Array.from({ length: 1000 }, (_, at) => ({ name: `Company ${at}`, fields }));
    const first = await created('business-units', { name: '1', companies }, own);
    await created('business-units', { name: '2', companies }, own);
    const third = await created('business-units', { name: '3' }, own);
    refusal(await own('POST', 'business-units', { name: '4', companies }), 'limit_reached');
    refusal(await own('PATCH', `business-units/${third.id}`, { companies }), 'limit_reached');
    await own('PATCH', `business-units/${first.id}`, { companies: [] });
    expect((await own('PATCH', `business-units/${third.id}`, { companies })).status).toBe(200);
  });
});

describe('a template (L30)', () => {
  it('is coupled with webhooks of any environment, in the order given, and can be deleted with them', async () => {
    const other = await signpost.tenant();
    const a = await tenant.webhook('https://example.com/a');
    const b = await tenant.webhook('https://example.com/b');
    const template = await created('templates', { name: 'Archive', webhooks: [b.id, a.id.toUpperCase()] });
    expect(template.webhooks).toEqual([b.id, a.id]);
    expect((await call('GET', `templates/${template.id}`)).body.webhooks).toEqual([b.id, a.id]);
    const renamed = await call('PATCH', `templates/${template.id}`, { name: 'Archive 2' });
    expect(renamed.body.webhooks).toEqual([b.id, a.id]);
    const foreign = await other.webhook('https://example.com/c');
    const unknown = '01900000-0000-7000-8000-000000000000';
    const { problems } = refusal(
      await call('PATCH', `templates/${template.id}`, { webhooks: [a.id, foreign.id, unknown, a.id] }),
      'invalid_field',
    );
    expect(problems.map(({ path }: { path: string }) => path)).toEqual([
      'webhooks[1]',
      'webhooks[2]',
      'webhooks[3]',
    ]);
    await tenant.call('DELETE', `/webhooks/${b.id}?confirm=Receiver`);
    expect((await call('GET', `templates/${template.id}`)).body.webhooks).toEqual([a.id]);
    expect((await call('DELETE', `templates/${template.id}`)).status).toBe(204);
  });

  it.each([
    ['a text', 'x', 'webhooks'],
    ['what is no id', ['x'], 'webhooks[0]'],
    ['more than 200', Array(201).fill('01900000-0000-7000-8000-000000000000'), 'webhooks'],
  ])('is refused with %s for webhooks', async (_what, webhooks, path) => {
    const { problems } = refusal(
      await call('POST', 'templates', { name: 'Refused', webhooks }),
      'invalid_field',
    );
    expect(problems[0].path).toBe(path);
  });
});

it('a change of the directory is a change of every environment; a refused one is none', async () => {
  const steps: number[] = [];
  let before = await versions();
  const step = async (change: () => Promise<unknown>) => {
    await change();
    const after = await versions();
    expect(new Set(after.map((version, at) => version - (before[at] ?? 0))).size).toBe(1);
    steps.push((after[0] ?? 0) - (before[0] ?? 0));
    before = after;
  };
  let id = '';
  await step(async () => {
    id = (await created('departments', { name: 'Versions' })).id;
  });
  await step(() => call('POST', 'departments', { name: 'versions' }));
  await step(() => call('PATCH', `departments/${id}`, { name: 'Versions 2' }));
  await step(() => call('PATCH', 'departments/01900000-0000-7000-8000-000000000000', { name: 'x' }));
  await step(() => call('DELETE', `departments/${id}`));
  await step(() => call('DELETE', `departments/${id}`));
  expect(steps).toEqual([1, 0, 1, 0, 1, 0]);
});

it('a directory takes 10,000 entries of a kind', async () => {
  const own = await signpost.tenant();
  await sql(
    `INSERT INTO directory_entries SELECT gen_random_uuid(), $1, 'department', 'D' || n, 'd' || n, '{}', now(), now()
     FROM generate_series(1, 9999) n`,
    [own.organizationId],
  );
  const directory = directoryOf(own);
  const answers = await Promise.all(
    ['a', 'b', 'c'].map((name) => directory('POST', 'departments', { name })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  await created('templates', { name: 'a' }, directory);
});
