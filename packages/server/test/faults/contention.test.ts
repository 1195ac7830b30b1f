// Everything at once on the same webhooks: events come in, attempts fail and succeed, lanes pause and open, deliveries are sent
// again and cancelled, webhooks are disabled, enabled and changed. Nobody waits in a circle, and PostgreSQL bears it.
// Ten seconds in every run, two minutes with FAULTS=full.
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { full, tell } from '../harness/faults.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { type Answer, startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

const forMs = full ? 120_000 : 10_000;
const eventsAtOnce = 40;
const envelopes = 7;

const troubles: string[] = [];
let signpost: TestSignpost;
let receiver: Receiver;
let tenant: Tenant;
let observer: pg.Client;

beforeAll(async () => {
  receiver = await startReceiver();
  const quiet = () => {};
  const lost = /claimed|reached|deadlock|lost/;
  const note = (fields: object, message: string) => {
    if (lost.test(JSON.stringify([fields, message]))) troubles.push(`${message} ${JSON.stringify(fields)}`);
  };
  signpost = await startSignpost({ log: { debug: note, info: note, warn: note, error: quiet } });
  tenant = await signpost.tenant();
  observer = new pg.Client(signpost.databaseUrl);
  await observer.connect();
});
afterAll(async () => {
  await observer.end().catch(() => {});
  await signpost.stop();
  await receiver.stop();
});

/** Receivers of every temper, and webhooks of every kind of lane. */
async function someWebhooks(): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let index = 0; index < 12; index += 1) {
    const answers = [200, 200, 200, 500, 503, 429].slice(0, (index % 6) + 1);
    let turn = 0;
    receiver.answer(`/${index}`, () => ({ status: answers[turn++ % answers.length] ?? 200 }));
    const webhook = await tenant.webhook(receiver.url(`/${index}`), {
      delivery: {
        retrySchedule: ['1s', '1s', '1s'],
        ordering: index % 4 === 3 ? 'per-envelope' : 'none',
        ...(index % 5 === 4 && { maxPerSecond: 50 }),
        ...(index % 5 === 3 && { maxConcurrent: 3 }),
      },
    });
    ids.push(webhook.id);
  }
  return ids;
}

/** Calls again and again until the time is over; whatever is answered, it is never that the database failed. */
async function again(call: (turn: number) => Promise<Answer | undefined>): Promise<number> {
  const end = performance.now() + forMs;
  let turn = 0;
  for (; performance.now() < end; turn += 1) {
    const answer = await call(turn);
    if (answer && answer.status >= 500) troubles.push(JSON.stringify(answer.body));
  }
  return turn;
}

const events = (turn: number) =>
  Array.from({ length: eventsAtOnce }, (_, index) => ({
    type: 'webhook.test',
    content: {},
    envelope: { externalId: `envelope-${(turn + index) % envelopes}` },
  }));

async function onOneDelivery(
  turn: number,
  action: 'resend' | 'cancel',
  how?: object,
): Promise<Answer | undefined> {
  const status = action === 'cancel' || turn % 2 === 0 ? 'pending' : 'succeeded';
  const { body } = await tenant.call('GET', `/deliveries?status=${status}&limit=5`);
  const delivery = body.data?.[turn % 5];
  return delivery && tenant.call('POST', `/deliveries/${delivery.id}/${action}`, how);
}

it(
  'many changes and many events of the same webhooks end well (N5, N6)',
  async () => {
    const webhooks = await someWebhooks();
    const path = (turn: number) => `/webhooks/${webhooks[turn % webhooks.length]}`;
    const changes: readonly (readonly [string, (turn: number) => Promise<Answer | undefined>])[] = [
      ['disable', (turn) => tenant.call('POST', `${path(turn)}/disable`, { pending: 'hold' })],
      ['enable', (turn) => tenant.call('POST', `${path(turn - 1)}/enable`)],
      ['resend', (turn) => onOneDelivery(turn, 'resend')],
      [
        'resend elsewhere',
        (turn) => onOneDelivery(turn, 'resend', { webhookId: webhooks[turn % webhooks.length] }),
      ],
      ['cancel', (turn) => onOneDelivery(turn, 'cancel')],
      [
        'recover',
        (turn) =>
          tenant.call('POST', `${path(turn)}/recover`, {
            from: new Date(Date.now() - 5_000),
            status: 'failed',
          }),
      ],
    ];
    const done = new Set<string>();
    const [one, two] = await Promise.all([
      again((turn) => tenant.call('POST', '/events', events(turn))),
      again((turn) => tenant.call('POST', '/events', events(turn))),
      again(async (turn) => {
        const [name, change] = changes[turn % changes.length] ?? changes[0] ?? [];
        const answer = await change?.(turn);
        if (name && answer && answer.status < 300) done.add(name);
        return answer;
      }),
    ]);
    // Each of them did something: a load of refusals would prove nothing.
    expect([...done].sort()).toEqual(changes.map(([name]) => name).sort());
    await Promise.all(webhooks.map((id) => tenant.call('POST', `/webhooks/${id}/enable`)));
    const { rows } = await observer.query<{ deadlocks: string }>(
      'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    );
    tell('contention', { events: (one + two) * eventsAtOnce, requests: receiver.requests().length });
    expect({ troubles, deadlocks: Number(rows[0]?.deadlocks) }).toEqual({ troubles: [], deadlocks: 0 });
    const held = await observer.query('SELECT FROM queue WHERE held LIMIT 1');
    expect(held.rowCount).toBe(0);
    const before = receiver.requests().length;
    await tenant.call('POST', '/events', events(0));
    await until(() => receiver.requests().length >= before + eventsAtOnce, 'deliveries go on');
  },
  forMs + 60_000,
);
