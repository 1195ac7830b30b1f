// Deliveries are found by everything that is known of them, wherever they stand; counted by status; and cancelled while they
// wait (I32, N4, N7).
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lowestIdAt } from '../../src/lib/ids.ts';
import { silentLog } from '../../src/observe/log.ts';
import { openDatabase } from '../../src/store/database.ts';
import { resolve } from '../../src/store/delivery-names.ts';
import { createWalk } from '../../src/store/delivery-walk.ts';
import { startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

let signpost: TestSignpost;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let tenant: Tenant;
let release: () => void;

const names = ['succeeded', 'retrying', 'held', 'failed', 'refused', 'running', 'again'] as const;
type Name = (typeof names)[number];
interface Made {
  readonly webhook: string;
  readonly event: string;
  readonly delivery: string;
}
const made = new Map<Name, Made>();

beforeAll(async () => {
  signpost = await startSignpost();
  receiver = await startReceiver();
  tenant = await signpost.tenant();
  release = receiver.hold('/running').release;
  receiver.answer('/503', { status: 503 });
  receiver.answer('/404', { status: 404 });
  await tenant.call('PUT', '/envelopes/envelope-1', { externalId: 'LOAN-1' });
  const waits = { retrySchedule: ['1h'] };
  await make('succeeded', receiver.url('/'), {}, { envelopeId: 'envelope-1', id: 'sent-1' });
  await make('retrying', receiver.url('/503'), waits, { severity: 'warning' });
  await make('held', receiver.url('/503'), waits, { type: 'signer.declined' });
  await make('failed', receiver.url('/404'), { retrySchedule: [] }, { envelopeId: 'envelope-1' });
  await make('refused', 'http://127.0.0.1:1/', { retrySchedule: [] }, { severity: 'error' });
  await make('running', receiver.url('/running'), {}, {});
  await make('again', receiver.url('/404'), { retrySchedule: [] }, { envelope: { externalId: 'LOAN-2' } });
  await until(async () => (await found('status=failed')).length === 3, 'the failures');
  await until(async () => (await found('minAttempts=1')).length === 6, 'the attempts');
  await tenant.call('POST', `/webhooks/${idOf('held').webhook}/disable`);
  await tenant.call('POST', `/deliveries/${idOf('again').delivery}/resend`);
  await until(async () => (await found('minAttempts=2')).length === 1, 'the second attempt');
});
afterAll(async () => {
  release();
  await signpost.stop();
  await receiver.stop();
});

async function make(name: Name, url: string, delivery: object, event: object): Promise<void> {
  const { id: webhook } = await tenant.webhook(url, { delivery, routing: { appIds: [name] } });
  const { id } = await tenant.send({ ...event, routing: { appId: name } });
  const [first] = await tenant.deliveries(`?webhookId=${webhook}`);
  made.set(name, { webhook, event: id, delivery: first?.id ?? '' });
}

const idOf = (name: Name) => made.get(name) as Made;
const nameOf = (delivery: string) => names.find((name) => idOf(name).delivery === delivery);

async function found(query: string): Promise<(string | undefined)[]> {
  const answer = await tenant.call('GET', `/deliveries?${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  expect(answer.body.searchedTo).toBeNull();
  return answer.body.data.map(({ id }: { id: string }) => nameOf(id));
}

describe('deliveries are found by', () => {
  it.each<[string, Name[]]>([
    ['status=failed&status=held', ['again', 'refused', 'failed', 'held']],
    ['status=succeeded&status=failed', ['again', 'refused', 'failed', 'succeeded']],
    ['retrying=true', ['retrying']],
    ['retrying=false', ['running']],
    ['retrying=true&status=failed', []],
    ['httpStatus=503', ['held', 'retrying']],
    ['httpStatus=4xx', ['again', 'failed']],
    ['httpStatus=200&httpStatus=404', ['again', 'failed', 'succeeded']],
    ['httpStatus=5xx&status=held', ['held']],
    ['error=connect', ['refused']],
    ['error=timeout&error=connect', ['refused']],
    ['error=connect&status=succeeded', []],
    ['minAttempts=2', ['again']],
    ['minAttempts=1&status=pending', ['retrying']],
    ['severity=warning&severity=error', ['refused', 'held', 'retrying']],
    ['severity=warning&status=pending', ['retrying']],
    ['type=signer.declined', ['held']],
    ['envelopeId=envelope-1', ['failed', 'succeeded']],
    ['envelopeId=envelope-1&status=failed', ['failed']],
    ['envelopeId=nobody', []],
    ['q=envelope-1', ['failed', 'succeeded']],
    ['q=LOAN-1', ['failed', 'succeeded']],
    ['q=sent-1', ['succeeded']],
    ['q=sent-1&status=failed', []],
    ['q=nobody', []],
    ['q=0197f3a0-0000-7000-8000-000000000000', []],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
    // Counts are of what the list finds.
    const { body } = await tenant.call('GET', `/deliveries/counts?${query}`);
    expect(body.all).toEqual({ count: expected.length, isEstimate: false });
  });

  it.each(names)('any id that has to do with them: %s', async (name) => {
    const { webhook, event, delivery } = idOf(name);
    for (const q of [webhook, event, delivery]) expect(await found(`q=${q}`)).toEqual([name]);
  });

  it('what is no filter is refused with its path', async () => {
    const refused = async (query: string) =>
      (await tenant.call('GET', `/deliveries?${query}`)).body.error?.details?.path;
    expect(await refused('httpStatus=teapot')).toBe('httpStatus[0]');
    expect(await refused('status=lost')).toBe('status[0]');
    expect(await refused('error=sadness')).toBe('error[0]');
    expect(await refused('minAttempts=0')).toBe('minAttempts');
    expect(await refused('colour=red')).toBe('colour');
  });
});

describe('a delivery shows', () => {
  it('its envelope, its severity and how long its last attempt took', async () => {
    const shown = async (name: Name) => (await tenant.call('GET', `/deliveries/${idOf(name).delivery}`)).body;
    expect(await shown('succeeded')).toMatchObject({
      envelope: { id: 'envelope-1', externalId: 'LOAN-1' },
      severity: 'info',
      lastDurationMs: expect.any(Number),
    });
    expect(await shown('retrying')).toMatchObject({
      envelope: null,
      severity: 'warning',
      lastDurationMs: expect.any(Number),
    });
    expect(await shown('running')).toMatchObject({ lastDurationMs: null });
  });
});

describe('deliveries are found by what their events said:', () => {
  let bank: Tenant;
  const sent = new Map<string, string>();
  beforeAll(async () => {
    bank = await signpost.tenant();
    await bank.knows('departments', 'Loans', 'HR');
    await bank.knows('source-systems', 'LoanManagement', 'HRPortal');
    await bank.webhook(receiver.url('/'));
    // What waits is found like what has ended.
    await bank.webhook(receiver.url('/503'), { delivery: { retrySchedule: ['1h'] } });
    const send = async (name: string, event: object) => sent.set((await bank.send(event)).id, name);
    await send('loan', {
      routing: { department: 'Loans', requestFrom: ['LoanManagement'], trigger: 'integration' },
      content: { signer: { email: 'maya@example.com' }, amount: 77.0, signers: [{ order: 1 }, { order: 2 }] },
    });
    await send('portal', {
      routing: { department: 'HR', requestFrom: ['HRPortal', 'LoanManagement'], trigger: 'page' },
      content: { signer: { email: 'noa@example.com', name: 'נועה/\u2028 "N"' }, amount: 770, left: null },
    });
    await send('plain', { content: 'signer.email maya@example.com' });
    await until(async () => (await bank.deliveries('?status=succeeded')).length === 3, 'what arrives');
    await until(async () => (await bank.deliveries('?retrying=true')).length === 3, 'what is retried');
  });

  async function events(query: string): Promise<readonly (string | undefined)[]> {
    const answer = await bank.call('GET', `/deliveries?${query}`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const { body } = await bank.call('GET', `/deliveries/counts?${query}`);
    expect(body.all).toEqual({ count: answer.body.data.length, isEstimate: false });
    return answer.body.data.map(({ eventId }: { eventId: string }) => sent.get(eventId));
  }

  it.each<[string, string[]]>([
    ['department=Loans', ['loan', 'loan']],
    ['department=hr', ['portal', 'portal']],
    ['department=Nobody', []],
    ['requestFrom=LoanManagement', ['portal', 'portal', 'loan', 'loan']],
    ['requestFrom=HRPortal&status=pending', ['portal']],
    ['requestFrom=LoanManagement&department=HR', ['portal', 'portal']],
    ['trigger=integration', ['loan', 'loan']],
    ['trigger=page&status=succeeded', ['portal']],
    ['body=signer.email=maya@example.com', ['loan', 'loan']],
    ['body=signers.1.order=2', ['loan', 'loan']],
    ['body=amount=77', ['loan', 'loan']],
    [`body=${encodeURIComponent('signer.name=נועה/\u2028 "N"')}`, ['portal', 'portal']],
    ['body=signer=maya@example.com', []],
    ['body=left=', []],
    ['body=amount=770&department=Loans', []],
    ['body=signer.email=noa@example.com&trigger=page&type=signer.signed&status=pending', ['portal']],
  ])('%s', async (query, expected) => {
    expect(await events(query)).toEqual(expected);
  });

  it('also by the id of the entry, whatever it is called by now', async () => {
    const { organizationId } = bank;
    const entries = await signpost.call(
      'GET',
      `/api/v1/organizations/${organizationId}/departments?name=Loans`,
    );
    const [{ id }] = entries.body.data;
    expect(await events(`department=${id}`)).toEqual(['loan', 'loan']);
  });

  it('and what is no path with a value is refused', async () => {
    const { status, body } = await bank.call('GET', '/deliveries?body=maya');
    expect([status, body.error.details.path]).toEqual([400, 'body']);
  });
});

it('counts tell every status, and contain those that are retried in those that are pending', async () => {
  const { body } = await tenant.call('GET', '/deliveries/counts');
  const counts = Object.fromEntries(
    Object.entries<{ count: number; isEstimate: boolean }>(body).map(([name, one]) => [name, one.count]),
  );
  expect(counts).toEqual({ all: 7, pending: 2, retrying: 1, held: 1, succeeded: 1, failed: 3, cancelled: 0 });
});

describe('a history larger than one look', () => {
  let large: Tenant;
  beforeAll(async () => {
    large = await signpost.tenant();
    const { id: webhook } = await large.webhook(receiver.url('/'));
    const { id: event } = await large.send();
    await until(async () => (await large.deliveries('?status=succeeded')).length === 1, 'the delivery');
    await fill(event, webhook, 25_000);
  });

  /** As many old deliveries of an hour ago, of which the oldest is of another type. */
  async function fill(event: string, webhook: string, count: number): Promise<void> {
    const client = new pg.Client(signpost.databaseUrl);
    await client.connect();
    const prefix = lowestIdAt(Date.now() - 3_600_000).slice(0, 13);
    await client.query(
      `INSERT INTO deliveries (environment_id, id, event_id, webhook_id, type, state, attempts, last_status, finished_at)
       SELECT d.environment_id, ($3 || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, d.event_id, d.webhook_id,
              CASE n WHEN 1 THEN 'signer.declined' ELSE d.type END, 'succeeded', 1, 200, now()
       FROM deliveries d, generate_series(1, $4::int) AS n WHERE d.event_id = $1 AND d.webhook_id = $2`,
      [event, webhook, prefix, count],
    );
    await client.query('ANALYZE deliveries');
    await client.end();
  }

  it('is searched to its end, in pages that say how far they looked', async () => {
    const types: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await large.call('GET', `/deliveries?type=signer.declined&limit=1${after}`);
      types.push(...body.data.map(({ type }: { type: string }) => type));
      if (body.searchedTo !== null) expect(body.nextCursor).not.toBeNull();
      cursor = body.nextCursor;
      pages += 1;
    }
    expect(types).toEqual(['signer.declined']);
    expect(pages).toBeLessThan(10);
  });

  it('is not walked through by another environment that names its webhook', async () => {
    const stranger = await signpost.tenant();
    const database = openDatabase({ connection: signpost.databaseUrl, connectionsMax: 1, log: silentLog });
    const environmentOf = async ({ appId }: Tenant) => {
      const text =
        'SELECT min(environment_id) AS id FROM webhooks JOIN environments e ON e.id = environment_id WHERE application_id = $1';
      return (await database.query<{ id: number }>({ name: '', text }, [appId]))[0]?.id ?? 0;
    };
    const { id: webhookId } = (await large.call('GET', '/webhooks')).body.data[0];
    await stranger.webhook(receiver.url('/'));
    const endOfFirstPart = async (of: Tenant) => {
      const wanted = await resolve(database.kysely, await environmentOf(of), { webhookId });
      return wanted && (await createWalk(database.kysely, wanted, 'desc').next(0)).end;
    };
    expect(await endOfFirstPart(large)).toEqual(expect.any(String));
    expect(await endOfFirstPart(stranger)).toBeNull();
    await database.close();
  });

  it('is counted exactly up to 10,000, and beyond about', async () => {
    const { body } = await large.call('GET', '/deliveries/counts');
    expect(body.failed).toEqual({ count: 0, isEstimate: false });
    expect(body.succeeded.isEstimate).toBe(true);
    expect(body.succeeded.count).toBeGreaterThan(20_000);
    expect(body.succeeded.count).toBeLessThan(30_000);
    const rare = (await large.call('GET', '/deliveries/counts?type=signer.declined')).body;
    expect(rare.all).toEqual({ count: 1, isEstimate: false });
  });
});

it('counts tell about how many there are where the newest are unlike the rest', async () => {
  const bank = await signpost.tenant();
  const { id: webhook } = await bank.webhook(receiver.url('/'));
  const { id: event } = await bank.send();
  await until(async () => (await bank.deliveries('?status=succeeded')).length === 1, 'the delivery');
  const client = new pg.Client(signpost.databaseUrl);
  await client.connect();
  // One a second, the newest first: 12,000 whose host had no address, 48,000 that took too long.
  await client.query(
    `INSERT INTO deliveries (environment_id, id, event_id, webhook_id, type, state, attempts, last_error, finished_at)
     SELECT d.environment_id, overlay(overlay(lpad(to_hex($3::bigint - n * 1000), 12, '0') || '70008' || lpad(to_hex(n), 15, '0')
              placing '7' from 13 for 1) placing '8' from 17 for 1)::uuid,
            d.event_id, d.webhook_id, d.type, 'failed', 1, CASE WHEN n <= 12000 THEN 'dns' ELSE 'timeout' END, now()
     FROM deliveries d, generate_series(1, 60000) AS n WHERE d.event_id = $1 AND d.webhook_id = $2`,
    [event, webhook, Date.now()],
  );
  await client.query('ANALYZE deliveries');
  await client.end();
  const { body } = await bank.call('GET', '/deliveries/counts?error=dns');
  expect(body.failed.isEstimate).toBe(true);
  expect(body.failed.count).toBeGreaterThan(10_000);
  expect(body.failed.count).toBeLessThan(25_000);
});

describe('a delivery that waits is cancelled', () => {
  const cancel = (name: Name) => tenant.call('POST', `/deliveries/${idOf(name).delivery}/cancel`);

  it('before its retry, and can be sent again', async () => {
    const answer = await cancel('retrying');
    expect([answer.status, answer.body.status, answer.body.nextAttemptAt]).toEqual([200, 'cancelled', null]);
    expect(answer.body).toMatchObject({ attempts: 1, lastStatus: 503, lastDurationMs: expect.any(Number) });
    expect((await cancel('retrying')).body.error.code).toBe('delivery_ended');
    const { delivery } = idOf('retrying');
    const again = signpost.recorded(({ deliveryId }) => deliveryId === delivery);
    expect((await tenant.call('POST', `/deliveries/${delivery}/resend`)).status).toBe(202);
    expect((await again).number).toBe(2);
  });

  it('while it is held', async () => {
    expect((await cancel('held')).body.status).toBe('cancelled');
    await tenant.call('POST', `/webhooks/${idOf('held').webhook}/enable`);
    expect(await found(`webhookId=${idOf('held').webhook}&status=cancelled`)).toEqual(['held']);
  });

  it('but not while an attempt runs, nor after its end', async () => {
    expect((await cancel('running')).body.error.code).toBe('delivery_in_progress');
    expect((await cancel('succeeded')).body.error.code).toBe('delivery_ended');
    const unknown = await tenant.call('POST', '/deliveries/0197f3a0-0000-7000-8000-000000000000/cancel');
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'not_found']);
  });
});
