// What may be posted as an event, what is stored of it, and how everything else is refused: whole, by name, never with a 5xx.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limit } from '../../src/domain/limits.ts';
import { rawRequest, refusal } from '../harness/http.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let receiver: Receiver;
let tenant: Tenant;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
  tenant = await signpost.tenant();
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

/** Of this process, which is the server too: another's load does not count. */
function cpuSecondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

const event = { type: 'signer.signed', content: {} };
/** Of a content: one more is around it, the event. */
const levels = limit('json_levels_max') - 1;
const post = (body: unknown, headers: Record<string, string> = {}) =>
  tenant.call('POST', '/events', body, headers);
const raw = (body: string | Buffer, contentType = 'application/json', of = tenant) =>
  rawRequest(signpost.app.url, {
    method: 'POST',
    path: `/api/v1/applications/${of.appId}/envs/PRODUCTION/events`,
    headers: { authorization: `Bearer ${of.key}`, 'content-type': contentType },
    body,
  });
const storedIds = async (of = tenant): Promise<string[]> =>
  (await of.call('GET', '/events?limit=200')).body.data.map(({ id }: { id: string }) => id);

describe('one event', () => {
  it('is answered with its id after it was stored, and can be read back', async () => {
    const answer = await post({ ...event, id: 'one', occurredAt: '2026-01-31T10:00:00.5+02:00' });
    expect(answer).toMatchObject({ status: 202, body: { id: 'one', deliveries: 0 } });
    const read = await tenant.call('GET', '/events/one');
    expect(read).toMatchObject({
      status: 200,
      body: { id: 'one', type: 'signer.signed', severity: 'info', occurredAt: '2026-01-31T08:00:00.500Z' },
    });
  });

  it('gets an id of ours when its sender gives none', async () => {
    const { body } = await post(event);
    expect(body.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}$/);
    expect((await tenant.call('GET', `/events/${body.id}`)).body.id).toBe(body.id);
  });

  it('shows everything that was said of its envelope and routing', async () => {
    await tenant.knows('source-systems', 'LoanManagement', 'HRPortal');
    await tenant.knows('departments', 'Loans');
    await tenant.knows('templates', 'T 1');
    const routing = {
      requestFrom: ['LoanManagement', 'HRPortal'],
      department: 'Loans',
      businessUnit: null,
      company: 'XYZ',
      template: 'T 1',
      trigger: 'page',
      appId: 'abc',
    };
    const envelope = { externalId: 'X-1', title: 'Kredit für Zoë 漢字 🎉' };
    await post({ ...event, id: 'facts', severity: 'warning', envelopeId: 'E/1 ü', envelope, routing });
    const { body } = await tenant.call('GET', '/events/facts');
    expect(body).toMatchObject({ severity: 'warning', envelope: { id: 'E/1 ü', ...envelope }, routing });
    const found = await tenant.call('GET', `/events?envelopeId=${encodeURIComponent('E/1 ü')}`);
    expect(found.body.data).toEqual([expect.objectContaining({ id: 'facts', routing })]);
  });

  it.each([
    ['null', 'null'],
    ['false', 'false'],
    ['a text', '"\\ud83d\\ude00 \\u0000 \\ud800"'],
    ['a number of any size', '-0.10e+400'],
    ['an empty array', ' [ ] '.trim()],
  ])('may have %s as content', async (_name, content) => {
    const { status, text } = await raw(`{"type":"form.submitted","content":${content}}`);
    expect(status).toBe(202);
    const read = await readText(JSON.parse(text).id);
    expect(read).toContain(`"content":${content}`);
  });
});

const readText = async (id: string) =>
  (
    await rawRequest(signpost.app.url, {
      path: `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/events/${id}`,
      headers: { authorization: `Bearer ${tenant.key}` },
    })
  ).text;

describe('the content is kept byte for byte, in what is delivered and in what is shown (G3)', () => {
  it.each([
    ['key order and big numbers', '{"z":1,"a":12345678901234567890,"10":1.0,"9":1E5,"m":-0}'],
    ['white space', '{ "a" :\t[ 1 ,\n 2 ] }'],
    ['escapes and unicode', '{"\\u00e9":"é\\/\\u0041漢🎉","quote":"\\"}{","nul":"\\u0000"}'],
    ['repeated names', '{"a":1,"a":2}'],
    ['names of the prototype', '{"__proto__":{"x":1},"constructor":{"prototype":{}},"toString":null}'],
    ['as many levels as there may be', `${'['.repeat(levels)}${']'.repeat(levels)}`],
    ['as many levels of objects as there may be', `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`],
  ])('with %s', async (name, content) => {
    const own = await signpost.tenant();
    await own.webhook(receiver.url(`/bytes/${name.length}`));
    const { status, text } = await raw(
      `{"content":${content},"type":"form.submitted"}`,
      'application/json',
      own,
    );
    expect(status, text).toBe(202);
    const { body } = await receiver.next(`/bytes/${name.length}`);
    expect(body.toString()).toContain(`"data":${content}}`);
    const { text: shown } = await rawRequest(signpost.app.url, {
      path: `/api/v1/applications/${own.appId}/envs/PRODUCTION/events/${JSON.parse(text).id}`,
      headers: { authorization: `Bearer ${own.key}` },
    });
    expect(shown.endsWith(`,"content":${content}}`)).toBe(true);
  });

  it('when the name of the member is escaped, and the last one counts when it is there twice', async () => {
    const twice = await raw('{"type":"form.submitted","content":[1],"c\\u006fntent":[ 2.0 ]}');
    expect(await readText(JSON.parse(twice.text).id)).toContain('"content":[ 2.0 ]');
    const ids = await raw('{"id":"first","type":"x","type":"form.submitted","content":1,"id":"second"}');
    expect(JSON.parse(ids.text).id).toBe('second');
  });

  it('when the body begins with a byte order mark', async () => {
    const answer = await raw('\ufeff{"type":"form.submitted","content":{"a": 1.50}}');
    expect(answer.status).toBe(202);
    expect(await readText(JSON.parse(answer.text).id)).toContain('"content":{"a": 1.50}');
  });

  it('for each event of an array', async () => {
    const answer = await raw(
      '[{"type":"form.submitted","content":1.0},{"content":[2.0],"type":"form.submitted"}]',
    );
    const ids = JSON.parse(answer.text).data.map(({ id }: { id: string }) => id);
    expect(await readText(ids[0])).toContain('"content":1.0}');
    expect(await readText(ids[1])).toContain('"content":[2.0]}');
  });
});

describe('an array', () => {
  it('is answered in its order, and listed newest first', async () => {
    const own = await signpost.tenant();
    const ids = ['a', 'b', 'c'];
    const answer = await own.call(
      'POST',
      '/events',
      ids.map((id) => ({ ...event, id })),
    );
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ data: ids.map((id) => ({ id, deliveries: 0 })) });
    expect(await storedIds(own)).toEqual(['c', 'b', 'a']);
  });

  it('is refused whole when any event is wrong, naming the indexes, and nothing of it is stored', async () => {
    const own = await signpost.tenant();
    const answer = await own.call('POST', '/events', [
      { ...event, id: 'good-1' },
      { ...event, type: 'signer.sined' },
      { ...event, id: 'good-2' },
      { type: 'signer.signed' },
      5,
      { ...event, routing: { requestFrom: ['a', 1] } },
    ]);
    const { indexes, problems } = refusal(answer, 'unknown_event_type');
    expect(indexes).toEqual([1, 3, 4, 5]);
    expect(problems.map(({ code, path }: { code: string; path: string }) => [code, path])).toEqual([
      ['unknown_event_type', '[1].type'],
      ['missing_field', '[3].content'],
      ['invalid_field', '[4]'],
      ['invalid_field', '[5].routing.requestFrom[1]'],
    ]);
    expect(await storedIds(own)).toEqual([]);
    expect((await own.call('POST', '/events', { ...event, id: 'good-1', content: 'other' })).status).toBe(
      202,
    );
  });

  it('may have 1,000 events and no more', async () => {
    const own = await signpost.tenant();
    const most = Array.from({ length: limit('events_per_request_max') }, () => event);
    expect((await own.call('POST', '/events', most)).body.data).toHaveLength(1000);
    const details = refusal(await own.call('POST', '/events', [...most, event]), 'batch_too_large');
    expect(details).toMatchObject({ count: 1001, limit: 1000 });
  });

  it('must not be empty, and holds no arrays', async () => {
    expect(refusal(await post([]), 'invalid_field')).toMatchObject({ path: 'body' });
    expect(refusal(await post([[event]]), 'invalid_field')).toMatchObject({ indexes: [0], path: '[0]' });
  });

  it('of 1,000 wrong events names every index, and the first problems in words', async () => {
    const answer = await post(Array.from({ length: 1000 }, () => ({})));
    const { indexes, problems } = refusal(answer, 'missing_field');
    expect(indexes).toHaveLength(1000);
    expect(problems).toHaveLength(20);
  });
});

describe('a wrong field is named with its path', () => {
  const wrong: [string, object, string, string][] = [
    ['an unknown field', { ...event, foo: 1 }, 'unknown_field', 'foo'],
    ['an unknown field deeper', { ...event, envelope: { titel: 'x' } }, 'unknown_field', 'envelope.titel'],
    ['an unknown field in routing', { ...event, routing: { dept: 1 } }, 'unknown_field', 'routing.dept'],
    ['no type', { content: 1 }, 'missing_field', 'type'],
    ['no content', { type: 'signer.signed' }, 'missing_field', 'content'],
    ['a type that is no text', { ...event, type: 1 }, 'invalid_field', 'type'],
    ['an empty type', { ...event, type: '' }, 'invalid_field', 'type'],
    ['an id with a dot', { ...event, id: 'a.b' }, 'invalid_field', 'id'],
    ['an id with a space', { ...event, id: 'a b' }, 'invalid_field', 'id'],
    ['an id with a line break', { ...event, id: 'a\n' }, 'invalid_field', 'id'],
    ['an id with a NUL', { ...event, id: 'a\0' }, 'invalid_field', 'id'],
    ['an id with half a character', { ...event, id: 'a\ud800' }, 'invalid_field', 'id'],
    ['an id of other letters', { ...event, id: 'é' }, 'invalid_field', 'id'],
    ['an empty id', { ...event, id: '' }, 'invalid_field', 'id'],
    ['an id that is too long', { ...event, id: 'a'.repeat(129) }, 'invalid_field', 'id'],
    ['a number as id', { ...event, id: 7 }, 'invalid_field', 'id'],
    ['null as id', { ...event, id: null }, 'invalid_field', 'id'],
    ['an envelope id with a NUL', { ...event, envelopeId: 'a\0' }, 'invalid_field', 'envelopeId'],
    ['half a character', { ...event, envelopeId: 'a\ud800' }, 'invalid_field', 'envelopeId'],
    [
      'half a character in a title',
      { ...event, envelope: { title: '\udc00' } },
      'invalid_field',
      'envelope.title',
    ],
    ['an envelope that is a text', { ...event, envelope: 'x' }, 'invalid_field', 'envelope'],
    [
      'a title that is too long',
      { ...event, envelope: { title: 'x'.repeat(201) } },
      'invalid_field',
      'envelope.title',
    ],
    ['a title that is no text', { ...event, envelope: { title: {} } }, 'invalid_field', 'envelope.title'],
    ['an unknown severity', { ...event, severity: 'fatal' }, 'invalid_field', 'severity'],
    ['an unknown trigger', { ...event, routing: { trigger: 'x' } }, 'invalid_field', 'routing.trigger'],
    [
      'a list with one wrong',
      { ...event, routing: { requestFrom: ['', 'a'] } },
      'invalid_field',
      'routing.requestFrom[0]',
    ],
    [
      'a list that is too long',
      { ...event, routing: { requestFrom: Array(51).fill('a') } },
      'invalid_field',
      'routing.requestFrom',
    ],
  ];
  it.each(wrong)('%s', async (_name, body, code, path) => {
    const details = refusal(await post(body), code as 'invalid_field');
    expect(details.problems).toEqual([expect.objectContaining({ code, path })]);
    expect(details.path).toBe(path);
  });

  it.each([
    '2026-02-30T10:00:00Z',
    '0000-01-01T00:00:00Z',
    '2026-01-31',
    '2026-01-31T10:00:00',
    '2026-01-31 10:00:00Z',
    '2026-01-31T10:00:00+02',
    '2016-12-31T23:59:60Z',
    '2026-13-01T00:00:00Z',
    '+012026-01-01T00:00:00Z',
    '20260131T100000Z',
    'yesterday',
    '',
  ])('the time %j', async (occurredAt) => {
    const details = refusal(await post({ ...event, occurredAt }), 'invalid_field');
    expect(details).toMatchObject({
      path: 'occurredAt',
      reason: expect.stringContaining('2026-01-31T09:30:00Z'),
    });
  });

  it.each(['0001-01-01T00:00:00Z', '1969-12-31T23:59:59.999999999Z', '9999-12-31T23:59:59-23:59'])(
    'but not the far time %s',
    async (occurredAt) => {
      const { status, body } = await post({ ...event, occurredAt });
      expect(status).toBe(202);
      const shown = (await tenant.call('GET', `/events/${body.id}`)).body.occurredAt;
      expect(Date.parse(shown)).toBe(Date.parse(occurredAt));
    },
  );

  it('an event type that does not exist, with the nearest ones', async () => {
    const details = refusal(await post({ ...event, type: 'envelope.complete' }), 'unknown_event_type');
    expect(details).toMatchObject({ path: 'type', type: 'envelope.complete' });
    expect(details.nearest).toContain('envelope.completed');
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'the unknown field %s, in the event and deeper',
    async (name) => {
      const body = `{"type":"form.submitted","content":1,"${name}":{},"routing":{"${name}":{}}}`;
      const details = refusal(await raw(body), 'unknown_field');
      expect(details.problems.map(({ path }: { path: string }) => path)).toEqual([name, `routing.${name}`]);
    },
  );

  it('all of them at once, each with its own remedy', async () => {
    const answer = await post({ typ: 'x', id: '.', routing: { trigger: 1 } });
    const { problems } = refusal(answer, 'missing_field');
    expect(problems.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['type', 'content', 'typ', 'id', 'routing.trigger']),
    );
    for (const problem of problems) expect(problem).toMatchObject({ remedy: expect.any(String) });
  });
});

describe('a body that cannot be an event', () => {
  it.each([
    ['cut off', '{"type":'],
    ['two values', '{} {}'],
    ['a comment', '{/* */}'],
    ['single quotes', "{'type':1}"],
    ['not a number', '{"content":NaN}'],
    ['a raw line break in a text', '{"type":"a\nb"}'],
    ['white space alone', '  '],
  ])('is refused as invalid JSON: %s', async (_name, body) => {
    expect(refusal(await raw(body), 'invalid_json').reason).not.toBe('');
  });

  it.each([
    ['null', 'null'],
    ['a number', '1'],
    ['a text', '"x"'],
    ['nothing', ''],
  ])('is refused when it is %s', async (_name, body) => {
    expect(refusal(await raw(body), 'invalid_field')).toMatchObject({ path: 'body' });
  });

  it('is refused when it is not UTF-8', async () => {
    refusal(await raw(Buffer.from('{"type":"form.submitted","content":"\xe9"}', 'latin1')), 'not_utf8');
    refusal(await raw(Buffer.from('{"type":"\ud800"}', 'utf16le')), 'not_utf8');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', ';;', ''])(
    'is refused under the content type %j',
    async (contentType) => {
      expect(refusal(await raw('{}', contentType), 'unsupported_media_type').contentType).toBe(contentType);
    },
  );

  it('is refused when it has more bytes than one request may have, with the limit', async () => {
    const max = limit('request_body_bytes_max');
    const text = JSON.stringify({ ...event, content: 'x'.repeat(max) });
    expect(refusal(await raw(text), 'body_too_large').limit).toBe(max);
  });

  it('is refused when its content has more bytes than one event may have', async () => {
    const max = limit('event_content_bytes_max');
    const fits = `"${'x'.repeat(max - 2)}"`;
    expect((await raw(`{"type":"form.submitted","content":${fits}}`)).status).toBe(202);
    const details = refusal(
      await raw(`{"type":"form.submitted","content":${fits} }`.replace('x"', 'é"')),
      'invalid_field',
    );
    expect(details).toMatchObject({ path: 'content', reason: expect.stringContaining(String(max)) });
  });

  it.each([
    [
      'four million wrong values',
      `{"type":"form.submitted","content":1,"routing":{"requestFrom":[${'1,'.repeat(3_900_000)}1]}}`,
    ],
    ['half a million unknown fields', `{${Array.from({ length: 500_000 }, (_, at) => `"a${at}":1`).join()}}`],
    ['a name of eight million letters', `{"type":"form.submitted","content":1,"${'a'.repeat(8_000_000)}":1}`],
    [
      '1,000 events of many wrong values',
      `[${Array(1000)
        .fill(`{"routing":{"requestFrom":[${'1,'.repeat(3_900)}1]}}`)
        .join()}]`,
    ],
  ])('is refused soon and shortly when it has %s', async (_name, body) => {
    const started = process.cpuUsage();
    const { status, text } = await raw(body);
    expect(status).toBe(400);
    expect(text.length).toBeLessThan(20_000);
    expect(cpuSecondsSince(started)).toBeLessThan(4);
  });
});
