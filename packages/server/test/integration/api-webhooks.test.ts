// Webhooks over the API: what they are made of, what is refused with its path, and that a secret is shown exactly once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reservedHeaders } from '../../src/domain/header-rules.ts';
import { defaultPayload } from '../../src/domain/payload.ts';
import { defaultAlerts, defaultDelivery, openRouting } from '../../src/domain/webhook.ts';
import { refusal } from '../harness/http.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let tenant: Tenant;

beforeAll(async () => {
  signpost = await startSignpost({ config: { allowCidrs: [] } });
  tenant = await signpost.tenant();
});
afterAll(() => signpost.stop());

const url = 'https://lms.example.com/api/loan-updates';
const minimal = { name: 'Loan updates', url };
const create = (body: object | string) => tenant.call('POST', '/webhooks', body);

describe('a webhook', () => {
  it('needs only a name and a URL; the rest has defaults (E12, G8, G9)', async () => {
    const { status, body } = await create(minimal);
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      ...minimal,
      description: '',
      status: 'enabled',
      disabledReason: null,
      disabledAt: null,
      kind: 'notification',
      firing: 'implicit',
      events: { mode: 'all', except: [] },
      routing: openRouting,
      delivery: defaultDelivery,
      auth: { type: 'none' },
      authorities: [],
      payload: defaultPayload,
      alerts: defaultAlerts,
      signing: { scheme: 'hmac', publicKey: null, since: body.createdAt, overlapEndsAt: null },
      notices: [],
      revision: 1,
      health: {
        state: 'healthy',
        consecutiveFailures: 0,
        failingSince: null,
        disableAt: null,
        alertId: null,
        lastSuccessAt: null,
        lastFailureAt: null,
        pausedUntil: null,
      },
      createdAt: expect.stringMatching(/^2\d{3}-.*Z$/),
      updatedAt: body.createdAt,
      secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
    });
  });

  it('keeps every setting as it was given', async () => {
    const settings = {
      name: 'Kredite 贷款 🏦',
      url: 'https://example.com:8443/a%20b?x=1&y=ü',
      description: 'two\nlines',
      kind: 'callout',
      firing: 'explicit',
      alerts: { afterConsecutiveFailures: null, disableAfter: '12h', emails: ['ops@xyz-bank.example'] },
      events: { mode: 'only', types: ['envelope.completed', 'signer.*'] },
      delivery: {
        timeoutSeconds: 60,
        verifyTls: false,
        headers: { 'X-Team': 'loans', 'x-empty': '', __proto__x: '1' },
        retrySchedule: ['1s', '7d'],
        ordering: 'per-envelope',
        maxPerSecond: 5,
        maxConcurrent: 1,
      },
    };
    const { body } = await create(settings);
    const { body: read } = await tenant.call('GET', `/webhooks/${body.id}`);
    expect(read).toMatchObject(settings);
    expect(Object.keys(read.delivery.headers)).toEqual(Object.keys(settings.delivery.headers));
  });

  it('shows its secret when it is created and never again', async () => {
    const { body: created } = await create(minimal);
    const bare = created.secret.replace('whsec_', '');
    const path = `/webhooks/${created.id}`;
    const answers = [
      await tenant.call('GET', path),
      await tenant.call('GET', '/webhooks?limit=200'),
      await tenant.call('PATCH', path, { name: 'other' }),
      await tenant.call('POST', `${path}/disable`),
      await tenant.call('POST', `${path}/enable`),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain(bare);
      expect(JSON.stringify(body)).not.toContain('"secret"');
    }
  });

  it('shows its health from the attempts that were made', async () => {
    const own = await signpost.tenant();
    const { body } = await own.call('POST', '/webhooks', {
      name: 'nobody',
      url: 'http://never.invalid/',
      delivery: { retrySchedule: [] },
    });
    const recorded = signpost.recorded();
    await own.send();
    await recorded;
    const { health } = (await own.call('GET', `/webhooks/${body.id}`)).body;
    expect(health).toMatchObject({ state: 'failing', consecutiveFailures: 1, lastSuccessAt: null });
    expect(Date.parse(health.lastFailureAt)).toBeGreaterThan(Date.parse(body.createdAt) - 1);
  });

  it('is enabled and disabled as often as one likes, and says why it is disabled (G13, I30)', async () => {
    const { id } = (await create(minimal)).body;
    const states = [];
    for (const step of ['disable', 'disable', 'enable', 'enable', 'disable']) {
      const { body } = await tenant.call('POST', `/webhooks/${id}/${step}`);
      states.push([body.status, body.disabledReason]);
    }
    const [off, on] = [
      ['disabled', 'manual'],
      ['enabled', null],
    ];
    expect(states).toEqual([off, off, on, on, off]);
  });

  it('is gone after it was deleted, from every route (L26)', async () => {
    const { id } = (await create(minimal)).body;
    const refused = refusal(await tenant.call('DELETE', `/webhooks/${id}`), 'confirmation_required');
    expect(refused).toMatchObject({ confirm: minimal.name, path: 'confirm' });
    refusal(await tenant.call('DELETE', `/webhooks/${id}?confirm=loan`), 'confirmation_required');
    expect(await tenant.call('DELETE', `/webhooks/${id}?confirm=Loan%20updates`)).toMatchObject({
      status: 204,
      body: '',
    });
    for (const [method, path, body] of [
      ['GET', `/webhooks/${id}`],
      ['PATCH', `/webhooks/${id}`, { name: 'x' }],
      ['DELETE', `/webhooks/${id}`],
      ['POST', `/webhooks/${id}/enable`],
      ['POST', `/webhooks/${id}/disable`],
    ] as const) {
      refusal(await tenant.call(method, path, body), 'not_found');
    }
    const { data } = (await tenant.call('GET', '/webhooks?limit=200')).body;
    expect(data.map((webhook: { id: string }) => webhook.id)).not.toContain(id);
  });
});

describe('the list (E11, G15)', () => {
  it('is read in pages, newest first, each webhook once', async () => {
    const own = await signpost.tenant();
    const ids: string[] = [];
    for (let at = 0; at < 25; at++) ids.push((await own.webhook(`${url}/${at}`)).id);
    const pages: string[][] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await own.call('GET', `/webhooks?limit=10${cursor && `&cursor=${cursor}`}`);
      pages.push(body.data.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5]);
    expect(pages.flat()).toEqual(ids.toReversed());
    const exact = (await own.call('GET', '/webhooks?limit=25')).body;
    expect(exact).toMatchObject({ data: { length: 25 }, nextCursor: null });
  });

  it('goes on where it stood when webhooks are created and deleted between the pages', async () => {
    const own = await signpost.tenant();
    const [a, b, c, d] = [
      await own.webhook(url),
      await own.webhook(url),
      await own.webhook(url),
      await own.webhook(url),
    ];
    const first = (await own.call('GET', '/webhooks?limit=2')).body;
    expect(first.data.map(({ id }: { id: string }) => id)).toEqual([d.id, c.id]);
    await own.webhook(url);
    await own.call('DELETE', `/webhooks/${c.id}?confirm=Receiver`);
    const rest = (await own.call('GET', `/webhooks?cursor=${first.nextCursor}`)).body;
    expect(rest.data.map(({ id }: { id: string }) => id)).toEqual([b.id, a.id]);
  });

  it('takes only cursors that it gave itself', async () => {
    const own = await signpost.tenant();
    const cursors = await cursorsOf(own);
    for (const list of cursors.keys()) {
      for (const [origin, cursor] of cursors) {
        const answer = await own.call('GET', `/${list}?cursor=${cursor}`);
        if (origin === list) expect(answer.status).toBe(200);
        else refusal(answer, 'invalid_cursor');
      }
    }
  });

  it.each(['x', '%00', 'null', 'a'.repeat(200)])('refuses the cursor %s', async (cursor) => {
    refusal(await tenant.call('GET', `/webhooks?cursor=${cursor}`), 'invalid_cursor');
  });

  it.each(['01900000-0000-7000-8000-000000000000', "webhooks ' OR 1=1", 'webhooks ', 'webhooks\0'])(
    'refuses a cursor made of %j',
    async (text) => {
      const cursor = Buffer.from(text).toString('base64url');
      refusal(await tenant.call('GET', `/webhooks?cursor=${cursor}`), 'invalid_cursor');
    },
  );
});

/** A cursor of each list, given by the list itself. */
async function cursorsOf(own: Tenant): Promise<ReadonlyMap<string, string>> {
  for (const name of ['a', 'b']) {
    await own.webhook(url);
    await own.call('POST', '/sources', { platform: 'documenso', name, secret: 's' });
    await own.send();
  }
  const cursors = new Map<string, string>();
  for (const list of ['webhooks', 'sources', 'events', 'deliveries']) {
    cursors.set(list, (await own.call('GET', `/${list}?limit=1`)).body.nextCursor);
  }
  return cursors;
}

describe('a change', () => {
  it('changes what it names and leaves the rest (I31)', async () => {
    const { body } = await create({
      ...minimal,
      events: { mode: 'only', types: ['signer.*'] },
      delivery: { timeoutSeconds: 7, headers: { 'X-A': '1' } },
    });
    const patch = async (change: object) => (await tenant.call('PATCH', `/webhooks/${body.id}`, change)).body;
    expect(await patch({})).toMatchObject({ name: body.name, events: body.events, delivery: body.delivery });
    expect((await patch({ delivery: { verifyTls: false } })).delivery).toEqual({
      ...body.delivery,
      verifyTls: false,
    });
    expect((await patch({ delivery: { headers: {} } })).delivery).toMatchObject({
      headers: {},
      timeoutSeconds: 7,
    });
    expect((await patch({ events: { mode: 'all' } })).events).toEqual({ mode: 'all', except: [] });
    const renamed = await patch({ name: 'New', description: 'd', url: 'https://example.com/new' });
    expect(renamed).toMatchObject({ name: 'New', description: 'd', url: 'https://example.com/new' });
    expect(Date.parse(renamed.updatedAt)).toBeGreaterThanOrEqual(Date.parse(body.updatedAt));
    expect((await tenant.call('GET', `/webhooks/${body.id}`)).body).toEqual(renamed);
  });

  it('is refused whole when any part of it is wrong, and changes nothing', async () => {
    const { body } = await create(minimal);
    const path = `/webhooks/${body.id}`;
    const before = (await tenant.call('GET', path)).body;
    for (const wrong of [
      { url: 'ftp://example.com' },
      { events: { mode: 'only', types: ['nothing.at.all'] } },
      { delivery: { headers: { Host: 'x' } } },
      { delivery: { timeoutSeconds: 61 } },
      { status: 'disabled' },
      { id: before.id },
      { name: null },
    ]) {
      expect((await tenant.call('PATCH', path, { description: 'changed', ...wrong })).status).toBe(400);
    }
    expect((await tenant.call('GET', path)).body).toEqual(before);
  });
});

describe('a wrong setting is named with its path', () => {
  const oauth2 = {
    type: 'oauth2',
    tokenUrl: 'https://login.example.com/token',
    grant: 'client_credentials',
    clientId: 'c',
    clientSecret: 's',
  };
  const delivery = (settings: object) => ({ ...minimal, delivery: settings });
  const wrong: [string, object, string, string][] = [
    ['no name', { url }, 'missing_field', 'name'],
    ['no URL', { name: 'x' }, 'missing_field', 'url'],
    ['an empty name', { url, name: '' }, 'invalid_field', 'name'],
    ['a name with a line break', { url, name: 'a\nb' }, 'invalid_field', 'name'],
    ['a name with half a character', { url, name: '\ud800' }, 'invalid_field', 'name'],
    ['a name that is too long', { url, name: 'x'.repeat(201) }, 'invalid_field', 'name'],
    ['a description with a NUL', { ...minimal, description: 'a\0' }, 'invalid_field', 'description'],
    [
      'a description that is too long',
      { ...minimal, description: 'x'.repeat(2001) },
      'invalid_field',
      'description',
    ],
    ['a status of its own', { ...minimal, status: 'paused' }, 'invalid_field', 'status'],
    ['a secret', { ...minimal, secret: 'whsec_x' }, 'unknown_field', 'secret'],
    ['an unknown setting', delivery({ timeout: 5 }), 'unknown_field', 'delivery.timeout'],
    ['a time limit of nothing', delivery({ timeoutSeconds: 0 }), 'invalid_field', 'delivery.timeoutSeconds'],
    [
      'a time limit that is too long',
      delivery({ timeoutSeconds: 61 }),
      'invalid_field',
      'delivery.timeoutSeconds',
    ],
    ['half a second', delivery({ timeoutSeconds: 1.5 }), 'invalid_field', 'delivery.timeoutSeconds'],
    ['a time limit in a text', delivery({ timeoutSeconds: '5' }), 'invalid_field', 'delivery.timeoutSeconds'],
    [
      'a token URL that is not allowed',
      { ...minimal, auth: { ...oauth2, tokenUrl: 'http://10.0.0.1/token' } },
      'url_refused',
      'auth.tokenUrl',
    ],
    [
      'a token URL that is none',
      { ...minimal, auth: { ...oauth2, tokenUrl: 'login.example.com' } },
      'url_refused',
      'auth.tokenUrl',
    ],
    [
      'OAuth 2.0 without a grant',
      { ...minimal, auth: { ...oauth2, grant: undefined } },
      'missing_field',
      'auth.grant',
    ],
    [
      'a grant that does not exist',
      { ...minimal, auth: { ...oauth2, grant: 'implicit' } },
      'invalid_field',
      'auth.grant',
    ],
    [
      'a client secret of another spelling',
      { ...minimal, auth: { ...oauth2, client_secret: 's' } },
      'unknown_field',
      'auth.client_secret',
    ],
    [
      'a client secret that is a number',
      { ...minimal, auth: { ...oauth2, clientSecret: 7 } },
      'invalid_field',
      'auth.clientSecret',
    ],
    [
      'a header that the token takes',
      { ...minimal, auth: oauth2, delivery: { headers: { authorization: 'x' } } },
      'invalid_field',
      'delivery.headers.authorization',
    ],
    ['a text for yes', delivery({ verifyTls: 'yes' }), 'invalid_field', 'delivery.verifyTls'],
    [
      'a step without a unit',
      delivery({ retrySchedule: ['5s', '5'] }),
      'invalid_field',
      'delivery.retrySchedule[1]',
    ],
    ['a step of nothing', delivery({ retrySchedule: ['0s'] }), 'invalid_field', 'delivery.retrySchedule[0]'],
    [
      '21 steps',
      delivery({ retrySchedule: Array(21).fill('1s') }),
      'invalid_field',
      'delivery.retrySchedule',
    ],
    [
      'more than 30 days',
      delivery({ retrySchedule: ['30d', '1s'] }),
      'invalid_field',
      'delivery.retrySchedule',
    ],
    ['an unknown mode', { ...minimal, events: { mode: 'some' } }, 'invalid_field', 'events.mode'],
    ['no types', { ...minimal, events: { mode: 'only' } }, 'invalid_field', 'events.types'],
    [
      'an empty list of types',
      { ...minimal, events: { mode: 'only', types: [] } },
      'invalid_field',
      'events.types',
    ],
    [
      'types for all',
      { ...minimal, events: { mode: 'all', types: ['signer.signed'] } },
      'invalid_field',
      'events.types',
    ],
    [
      'exceptions for some',
      { ...minimal, events: { mode: 'only', types: ['signer.*'], except: ['signer.viewed'] } },
      'invalid_field',
      'events.except',
    ],
    [
      'a header that is a number',
      delivery({ headers: { 'X-A': 1 } }),
      'invalid_field',
      'delivery.headers.X-A',
    ],
    [
      'a header name with a space',
      delivery({ headers: { 'X A': '1' } }),
      'invalid_field',
      'delivery.headers.X A',
    ],
    ['an empty header name', delivery({ headers: { '': '1' } }), 'invalid_field', 'delivery.headers.'],
    [
      'a header with a line break',
      delivery({ headers: { 'X-A': 'a\r\nX-B: b' } }),
      'invalid_field',
      'delivery.headers.X-A',
    ],
    [
      'a header with a line feed at its end',
      delivery({ headers: { 'X-A': 'a\n' } }),
      'invalid_field',
      'delivery.headers.X-A',
    ],
    ['a header with a NUL', delivery({ headers: { 'X-A': 'a\0' } }), 'invalid_field', 'delivery.headers.X-A'],
    ['a header beyond ASCII', delivery({ headers: { 'X-A': 'ü' } }), 'invalid_field', 'delivery.headers.X-A'],
    [
      'a header that is too long',
      delivery({ headers: { 'X-A': 'x'.repeat(4097) } }),
      'invalid_field',
      'delivery.headers.X-A',
    ],
    [
      'a header twice',
      delivery({ headers: { 'X-A': '1', 'x-a': '2' } }),
      'invalid_field',
      'delivery.headers.x-a',
    ],
    [
      '31 headers',
      delivery({ headers: Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`X-${at}`, ''])) }),
      'invalid_field',
      'delivery.headers',
    ],
  ];
  it.each(wrong)('%s', async (_name, body, code, path) => {
    const details = refusal(await create(body), code as 'invalid_field');
    expect(details.problems).toEqual([expect.objectContaining({ code, path })]);
  });

  it.each(reservedHeaders)('the reserved header %s, however it is written', async (name) => {
    const odd = name.replace(/^./, (letter) => letter.toUpperCase());
    const { path, reason } = refusal(await create(delivery({ headers: { [odd]: 'x' } })), 'invalid_field');
    expect(path).toBe(`delivery.headers.${odd}`);
    expect(reason).toContain('Signpost');
  });

  it('unknown event types, each with the nearest names', async () => {
    const types = ['signer.signed', 'signer.sined', 'envelope.complete', 'sinner.*', '*', '.*'];
    const { problems } = refusal(
      await create({ ...minimal, events: { mode: 'only', types } }),
      'unknown_event_type',
    );
    expect(problems.map(({ path }: { path: string }) => path)).toEqual(
      [1, 2, 3, 4, 5].map((at) => `events.types[${at}]`),
    );
    expect(problems[0].nearest).toContain('signer.signed');
    expect(problems[1].nearest).toContain('envelope.completed');
    expect(problems[2].nearest).toContain('signer.*');
  });

  it('names of the prototype among the headers are ordinary names', async () => {
    const { body } = await create(
      '{"name":"x","url":"https://example.com","delivery":{"headers":{"__proto__":"1","constructor":"2"}}}',
    );
    const { headers } = (await tenant.call('GET', `/webhooks/${body.id}`)).body.delivery;
    expect(Object.entries(headers)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });

  it('100,000 headers are refused at once', async () => {
    const headers = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`a${at}`, '1']));
    const started = process.cpuUsage();
    expect(refusal(await create(delivery({ headers })), 'invalid_field').path).toBe('delivery.headers');
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(3);
  });
});

describe('a URL is refused in PRODUCTION (N10)', () => {
  it.each([
    ['example.com', 'not a URL'],
    ['/relative', 'not a URL'],
    ['ftp://example.com/', 'http'],
    ['file:///etc/passwd', 'http'],
    ['javascript:alert(1)', 'http'],
    ['https://user:secret@example.com/', 'password'],
    ['https://user@example.com/', 'password'],
    ['https://example.com/#part', 'fragment'],
    ['http://localhost/', 'address'],
    ['http://localhost./', 'address'],
    ['http://127.0.0.1:9/', 'address'],
    ['http://127.1/', 'address'],
    ['http://2130706433/', 'address'],
    ['http://0x7f.1/', 'address'],
    ['http://017700000001/', 'address'],
    ['http://10.0.0.1/', 'address'],
    ['http://192.168.1.1/', 'address'],
    ['http://169.254.169.254/latest/meta-data/', 'address'],
    ['http://[::1]/', 'address'],
    ['http://[::ffff:10.0.0.1]/', 'address'],
    ['http://[fd00:ec2::254]/', 'address'],
    ['http://0.0.0.0/', 'address'],
  ])('%s, saying why', async (refused, why) => {
    const { path, reason } = refusal(await create({ name: 'x', url: refused }), 'url_refused');
    expect(path).toBe('url');
    expect(reason).toContain(why);
  });

  it.each([
    '',
    ' https://example.com',
    'https://example.com/\n',
    'https://exa mple.com',
    'https://example.com/\0',
    'https://example.com/\ud800',
    `https://example.com/${'x'.repeat(2048)}`,
  ])('%j, which is not written as a URL', async (text) => {
    expect(refusal(await create({ name: 'x', url: text }), 'invalid_field').path).toBe('url');
  });

  it('together with everything else that is wrong', async () => {
    const { problems } = refusal(
      await create({
        name: 'x',
        url: 'http://10.0.0.1/',
        events: { mode: 'only', types: ['x'] },
        delivery: { headers: { Host: 'x' }, retrySchedule: ['31d'] },
      }),
      'url_refused',
    );
    expect(problems.map(({ path }: { path: string }) => path)).toEqual([
      'url',
      'events.types[0]',
      'delivery.headers.Host',
      'delivery.retrySchedule',
    ]);
  });

  it('but what the operator allows is taken, and cloud metadata never', async () => {
    const open = await startSignpost({ config: { allowCidrs: ['0.0.0.0/0', '::/0'] } });
    const own = await open.tenant();
    expect((await own.call('POST', '/webhooks', { name: 'x', url: 'http://10.0.0.1/' })).status).toBe(201);
    const metadata = await own.call('POST', '/webhooks', { name: 'x', url: 'http://169.254.169.254/' });
    refusal(metadata, 'url_refused');
    await open.stop();
  });
});
