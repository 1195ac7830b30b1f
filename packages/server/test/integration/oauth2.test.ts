// Deliveries with an access token of OAuth 2.0: how a token is got, shared, renewed and kept secret, and what happens when
// there is none. The token endpoint is a path of the receiver.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Script } from '../harness/answers.ts';
import { createManualClock } from '../harness/manual-clock.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import type { ReceivedRequest } from '../harness/recorded.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

const clock = createManualClock();
const logged: unknown[] = [];
const note = (...entry: unknown[]) => void logged.push(entry);
let signpost: TestSignpost;
let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
  const log = { debug: note, info: note, warn: note, error: note };
  signpost = await startSignpost({ clock, sqlNow: clock.sqlNow, random: () => 0.5, log });
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

const secrets = { clientSecret: 'cs-4711', password: 'pw-4711' };

interface Setting {
  readonly tenant: Tenant;
  /** Under `/webhooks`. */
  readonly path: string;
  /** What the token endpoint answers from now on, and the receiver. */
  tokenAnswer(script: Script): void;
  hookAnswer(script: Script): void;
  /** The values of `authorization` for the first token that was given, and the others. */
  tokens(...given: readonly number[]): readonly string[];
  /** Requests that arrived at the token endpoint, and at the receiver. */
  asked(): readonly ReceivedRequest[];
  delivered(): readonly ReceivedRequest[];
  /** Sends an event and waits until an attempt of it was recorded; answers the attempts. */
  // biome-ignore lint/suspicious/noExplicitAny: the log of the API
  attempt(): Promise<any[]>;
}

let settings = 0;

/** A webhook whose tokens are `at-4711-<n>-1`, `at-4711-<n>-2`, …, unless the test gives other answers. */
async function newSetting(
  auth: object = {},
  delivery: object = {},
  expiresIn: unknown = 3600,
): Promise<Setting> {
  settings += 1;
  const [path, tokenPath, number] = [`/hook-${settings}`, `/token-${settings}`, settings];
  let given = 0;
  receiver.answer(tokenPath, () => {
    given += 1;
    return { body: JSON.stringify({ access_token: `at-4711-${number}-${given}`, expires_in: expiresIn }) };
  });
  const tenant = await signpost.tenant();
  const { id } = await tenant.webhook(receiver.url(path), {
    auth: {
      type: 'oauth2',
      tokenUrl: receiver.url(tokenPath),
      grant: 'client_credentials',
      clientId: 'signpost',
      clientSecret: secrets.clientSecret,
      ...auth,
    },
    delivery: { retrySchedule: ['10s', '1m', '1h'], ...delivery },
  });
  const log = async (event: string) => {
    const delivery = (await tenant.deliveries()).find(({ eventId }) => eventId === event);
    return (await tenant.call('GET', `/deliveries/${delivery?.id}`)).body.attemptLog;
  };
  return {
    tenant,
    path: `/webhooks/${id}`,
    tokenAnswer: (script) => receiver.answer(tokenPath, script),
    hookAnswer: (script) => receiver.answer(path, script),
    tokens: (...numbers) => numbers.map((n) => `Bearer at-4711-${number}-${n}`),
    asked: () => receiver.requests(tokenPath),
    delivered: () => receiver.requests(path),
    attempt: async () => {
      const recorded = signpost.recorded(({ webhookId }) => webhookId === id);
      const sent = await tenant.send();
      await recorded;
      return log(sent.id);
    },
  };
}

const bearer = (requests: readonly ReceivedRequest[]) => requests.map(({ headers }) => headers.authorization);
const fifty = Array.from({ length: 50 }, (_, index) => ({
  id: `e-${index}`,
  type: 'webhook.test',
  content: {},
}));

describe('a delivery with OAuth 2.0 (L21, N11)', () => {
  it('gets a token by client credentials, in a form with Basic, and sends it as bearer', async () => {
    const setting = await newSetting({ scope: 'events:write', audience: 'lms' });
    await setting.attempt();
    const [asked] = setting.asked();
    expect(asked).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(asked?.headers['user-agent']).toContain('Signpost');
    expect(asked?.headers.authorization).toBe(`Basic ${Buffer.from('signpost:cs-4711').toString('base64')}`);
    expect(asked?.body.toString()).toBe('grant_type=client_credentials&scope=events%3Awrite&audience=lms');
    expect(bearer(setting.delivered())).toEqual(setting.tokens(1));
  });

  it('gets one by a user password, in JSON with everything in the body', async () => {
    const user = { grant: 'password', username: 'loans', password: secrets.password };
    const setting = await newSetting({ ...user, clientAuth: 'body', requestFormat: 'json' });
    await setting.attempt();
    const [asked] = setting.asked();
    expect(asked?.headers).toMatchObject({ 'content-type': 'application/json' });
    expect(asked?.headers.authorization).toBeUndefined();
    expect(JSON.parse(asked?.body.toString() ?? '')).toEqual({
      grant_type: 'password',
      client_id: 'signpost',
      client_secret: secrets.clientSecret,
      username: 'loans',
      password: secrets.password,
    });
    expect(bearer(setting.delivered())).toEqual(setting.tokens(1));
  });

  it('keeps every secret out of answers, history and log', async () => {
    const user = { grant: 'password', username: 'loans', password: secrets.password };
    const setting = await newSetting(user);
    const attempts = await setting.attempt();
    expect(attempts[0].request.headers).toContainEqual(['authorization', '[redacted]']);
    const answers = await Promise.all(
      [setting.path, '/webhooks', `${setting.path}/example`].map((path) => setting.tenant.call('GET', path)),
    );
    const test = await setting.tenant.call('POST', `${setting.path}/test`);
    const shown = JSON.stringify([
      attempts,
      answers,
      test,
      await setting.tenant.call('GET', '/tests'),
      logged,
    ]);
    expect(shown).not.toContain('4711');
    expect(shown).not.toContain(Buffer.from('signpost:cs-4711').toString('base64'));
    expect(JSON.stringify(answers[2]?.body.request.headers)).toContain('["authorization","[redacted]"]');
    expect(answers[0]?.body.auth).toMatchObject({
      clientId: 'signpost',
      clientSecretSet: true,
      passwordSet: true,
    });
  });
});

it('an access token that the receiver answers back is not kept either', async () => {
  const setting = await newSetting();
  setting.hookAnswer(({ headers }) => ({
    headers: { 'x-echo': headers.authorization },
    body: JSON.stringify({ headers, text: 'é' }),
  }));
  const attempts = await setting.attempt();
  expect(JSON.stringify(attempts)).not.toContain('4711');
  expect(JSON.parse(attempts[0].response.body)).toMatchObject({
    headers: { authorization: 'Bearer [redacted]' },
    text: 'é',
  });
  expect(attempts[0].response.headers).toContainEqual(['x-echo', 'Bearer [redacted]']);
});

describe('a token', () => {
  it('is asked for once by 50 deliveries at the same time, and used by all', async () => {
    const setting = await newSetting();
    const held = Promise.withResolvers<void>();
    setting.tokenAnswer({ after: held.promise, body: '{"access_token":"at-1"}' });
    expect((await setting.tenant.call('POST', '/events', fifty)).status).toBe(202);
    await until(() => setting.asked().length > 0, 'the token to be asked for');
    held.resolve();
    await until(() => setting.delivered().length === 50, 'all to be delivered');
    expect(new Set(bearer(setting.delivered()))).toEqual(new Set(['Bearer at-1']));
    expect(setting.asked()).toHaveLength(1);
  });

  it('is used until shortly before it expires', async () => {
    const setting = await newSetting({}, {}, 600);
    await setting.attempt();
    clock.advance(569_000);
    await setting.attempt();
    expect(setting.asked()).toHaveLength(1);
    clock.advance(1_000);
    await setting.attempt();
    expect(bearer(setting.delivered())).toEqual(setting.tokens(1, 1, 2));
  });

  it('is used for 5 minutes when nothing is said of its life, and in a short life not in its last fifth', async () => {
    const unknown = await newSetting({}, {}, null);
    await unknown.attempt();
    clock.advance(269_000);
    await unknown.attempt();
    expect(unknown.asked()).toHaveLength(1);
    clock.advance(1_000);
    await unknown.attempt();
    expect(unknown.asked()).toHaveLength(2);

    const short = await newSetting({}, {}, '10');
    await short.attempt();
    clock.advance(7_900);
    await short.attempt();
    expect(short.asked()).toHaveLength(1);
    clock.advance(100);
    await short.attempt();
    expect(short.asked()).toHaveLength(2);
  });

  it('that is over when it comes serves those who asked, and is not kept', async () => {
    const setting = await newSetting({}, {}, 0);
    await setting.attempt();
    await setting.attempt();
    expect(bearer(setting.delivered())).toEqual(setting.tokens(1, 2));
  });

  it('of other credentials is got anew at once', async () => {
    const setting = await newSetting();
    await setting.attempt();
    await setting.tenant.call('PATCH', setting.path, { description: 'the same credentials' });
    await setting.attempt();
    expect(setting.asked()).toHaveLength(1);
    await setting.tenant.call('PATCH', setting.path, { auth: { type: 'oauth2', scope: 'more' } });
    await setting.attempt();
    expect(bearer(setting.delivered())).toEqual(setting.tokens(1, 1, 2));
  });

  it('is not used after the clock was set back before it was got', async () => {
    const setting = await newSetting();
    await setting.attempt();
    clock.set(clock.now() - 3_600_000);
    await setting.attempt();
    expect(setting.asked()).toHaveLength(2);
    clock.set(clock.now() + 3_600_000);
  });
});

describe('a receiver that answers 401', () => {
  const refuseFirst = ({ hookAnswer, tokens }: Setting) =>
    hookAnswer(({ headers }) => ({ status: tokens(1).includes(headers.authorization ?? '') ? 401 : 200 }));

  it('gets the request once more with a new token, in the same attempt', async () => {
    const setting = await newSetting();
    refuseFirst(setting);
    const attempts = await setting.attempt();
    expect(attempts).toMatchObject([{ outcome: 'succeeded', response: { status: 200 } }]);
    const [first, second] = setting.delivered();
    expect(bearer(setting.delivered())).toEqual(setting.tokens(1, 2));
    expect(second?.body).toEqual(first?.body);
    expect(second?.headers['webhook-signature']).toBe(first?.headers['webhook-signature']);
    expect(await setting.attempt()).toMatchObject([{ outcome: 'succeeded' }]);
    expect(bearer(setting.delivered())).toEqual(setting.tokens(1, 2, 2));
  });

  it('gets what 50 deliveries at once have, of which one renews the token', async () => {
    const setting = await newSetting();
    await setting.attempt();
    refuseFirst(setting);
    await setting.tenant.call('POST', '/events', fifty);
    await until(
      async () => (await setting.tenant.deliveries('?limit=100&status=succeeded')).length === 51,
      'all to be delivered',
    );
    expect(setting.asked()).toHaveLength(2);
  });

  it('to every token does not make it go round: two requests, then the retry schedule', async () => {
    const setting = await newSetting();
    setting.hookAnswer({ status: 401, body: 'no' });
    expect(await setting.attempt()).toMatchObject([
      { outcome: 'failed', response: { status: 401, body: 'no' }, error: null },
    ]);
    expect(bearer(setting.delivered())).toEqual(setting.tokens(1, 2));
    expect(await setting.tenant.deliveries()).toMatchObject([{ status: 'pending', attempts: 1 }]);

    // Renewing has just been of no use: the next ones leave it.
    await setting.attempt();
    expect(bearer(setting.delivered())).toEqual(setting.tokens(1, 2, 2));
    expect(setting.asked()).toHaveLength(2);

    clock.advance(10_000);
    await until(
      async () => (await setting.tenant.deliveries()).every(({ attempts }) => attempts === 2),
      'the retries',
    );
    expect(setting.asked().length).toBeGreaterThanOrEqual(3);
  });

  it('is not asked again with the token that it refused', async () => {
    const setting = await newSetting();
    setting.tokenAnswer({ body: JSON.stringify({ access_token: 'the-only-one' }) });
    setting.hookAnswer({ status: 401 });
    expect(await setting.attempt()).toMatchObject([{ response: { status: 401 } }]);
    expect([setting.delivered().length, setting.asked().length]).toEqual([1, 2]);
  });

  it('while no new token is to be had says both', async () => {
    const setting = await newSetting();
    setting.hookAnswer({ status: 401 });
    setting.tokenAnswer({ body: '{"access_token":"at-1","expires_in":60}', times: 1 });
    setting.tokenAnswer({ status: 503 });
    expect(await setting.attempt()).toMatchObject([
      {
        outcome: 'failed',
        response: null,
        error: {
          kind: 'auth',
          message:
            'The receiver answered 401 to the token it had. No access token. The token endpoint answered 503',
        },
      },
    ]);
  });
});

describe('a token endpoint', () => {
  const huge = { body: { bytes: 10_000_000 } };
  const leak = JSON.stringify({ error: 'invalid_client', error_description: 'cs-4711 is wrong' });
  it.each([
    [
      'that refuses the client',
      { status: 401, body: leak },
      'answered 401, invalid_client: the client id or secret is not right',
    ],
    ['that fails', { status: 503, body: 'cs-4711' }, 'answered 503'],
    [
      'that redirects',
      { status: 307, headers: { location: '/elsewhere' } },
      'answered with a redirect (307), which is not followed',
    ],
    [
      'that answers garbage',
      { body: '<html>cs-4711' },
      'answered 200 with a body that is neither a JSON object nor a form',
    ],
    ['that answers no token', { body: '{}' }, 'answered 200 without an access token'],
    ['that answers without end', huge, 'answered 200 with more than 64 KiB'],
  ])('%s leaves the attempt failed in words, without a request to the receiver', async (_, answer, words) => {
    const setting = await newSetting();
    setting.tokenAnswer(answer);
    const [attempt] = await setting.attempt();
    expect(attempt).toMatchObject({ outcome: 'failed', response: null, error: { kind: 'auth' } });
    expect(attempt.error.message).toContain(`No access token. The token endpoint ${words}`);
    expect(attempt.request.headers.map(([name]: string[]) => name)).not.toContain('authorization');
    expect(JSON.stringify(attempt)).not.toContain('4711');
    expect(setting.delivered()).toEqual([]);
    expect(receiver.requests('/elsewhere')).toEqual([]);
  });

  it('that hangs takes no more than the time limit of the attempt', async () => {
    const setting = await newSetting({}, { timeoutSeconds: 1 });
    setting.tokenAnswer({ fault: 'hang' });
    const [attempt] = await setting.attempt();
    expect(attempt.error).toEqual({
      kind: 'auth',
      message: expect.stringMatching(
        /^No access token\. Asking the token endpoint failed: Nothing final within 1 s: it did not answer$/,
      ),
    });
    expect(attempt.durationMs).toBeGreaterThanOrEqual(1_000);
    expect(attempt.durationMs).toBeLessThan(4_000);
    expect(setting.delivered()).toEqual([]);
  });

  it('that cannot be reached says why', async () => {
    const closed = await startReceiver();
    const setting = await newSetting({ tokenUrl: closed.url('/token') });
    await closed.stop();
    const [attempt] = await setting.attempt();
    expect(attempt.error.message).toBe(
      'No access token. Asking the token endpoint failed: Connection refused',
    );
  });

  it('that recovers lets the retry through (E8)', async () => {
    const setting = await newSetting();
    setting.tokenAnswer({ status: 500, times: 1 });
    setting.tokenAnswer({ body: '{"access_token":"at-1"}' });
    await setting.attempt();
    expect(await setting.tenant.deliveries()).toMatchObject([{ status: 'pending', attempts: 1 }]);
    clock.advance(10_000);
    await until(async () => (await setting.tenant.deliveries())[0]?.status === 'succeeded', 'the retry');
    expect(bearer(setting.delivered())).toEqual(['Bearer at-1']);
  });

  it('that fails is not asked again within a second, whoever else needs a token', async () => {
    const setting = await newSetting();
    setting.tokenAnswer({ status: 401 });
    await setting.attempt();
    await setting.attempt();
    expect(setting.asked()).toHaveLength(1);
    clock.advance(1_000);
    await setting.attempt();
    expect(setting.asked()).toHaveLength(2);
  });

  it('takes its time out of that of the attempt, and the receiver gets what is left', async () => {
    const setting = await newSetting({}, { timeoutSeconds: 2 });
    setting.tokenAnswer(() => ({ after: pause(400), body: '{"access_token":"at-1"}' }));
    setting.hookAnswer({ fault: 'hang' });
    const [attempt] = await setting.attempt();
    expect(attempt.error).toEqual({
      kind: 'timeout',
      message: expect.stringMatching(
        /^Nothing final within (0\.\d|1|1\.[1-6]) s: the receiver did not answer$/,
      ),
    });
    expect(attempt.durationMs).toBeLessThan(4_000);
  });
});

describe('a test of it (L27)', () => {
  it('always gets a token of its own, and tells how long that took', async () => {
    const setting = await newSetting();
    await setting.attempt();
    const { body } = await setting.tenant.call('POST', `${setting.path}/test`);
    expect(body).toMatchObject({ outcome: 'succeeded', status: 200 });
    expect(body.timing.tokenMs).toBeGreaterThan(0);
    expect(body.timing.tokenMs + body.timing.firstByteMs).toBeLessThanOrEqual(body.timing.totalMs + 0.2);
    await setting.attempt();
    expect(bearer(setting.delivered())).toEqual(setting.tokens(1, 2, 1));
  });

  it('of settings that are not saved says what is wrong with them', async () => {
    const setting = await newSetting();
    receiver.answer('/token-refused', { status: 400, body: '{"error":"invalid_scope"}' });
    const auth = { type: 'oauth2', tokenUrl: receiver.url('/token-refused') };
    const { body } = await setting.tenant.call('POST', `${setting.path}/test`, { settings: { auth } });
    expect(body).toMatchObject({ outcome: 'failed', error: { kind: 'auth' }, response: null });
    expect(body.summary).toContain('answered 400, invalid_scope');
    await setting.attempt();
    expect(bearer(setting.delivered())).toEqual(setting.tokens(1));
  });
});
