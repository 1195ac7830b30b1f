// The address guard against names: a real DNS server that answers good and bad addresses at once, and others each time, on
// every way by which Signpost connects for a tenant (N10).
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../harness/browser.ts';
import { type NameServer, startNameServer } from '../harness/name-server.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

const good = '127.0.0.1';
const metadata = '169.254.169.254';
/** Allowed are the loopback, and the network that metadata is in, which opens everything of it but metadata. */
const allowCidrs = ['127.0.0.0/8', '169.254.0.0/16'];
const forbidden = ['10.0.0.7', metadata, 'fd00:ec2::254', '::ffff:10.0.0.7', '64:ff9b::a00:7', 'fe80::1'];

let names: NameServer;
let signpost: TestSignpost;
let receiver: Receiver;
let tenant: Tenant;
let port: string;

beforeAll(async () => {
  [names, receiver] = await Promise.all([startNameServer(), startReceiver()]);
  signpost = await startSignpost({ resolve: names.resolve, config: { allowCidrs } });
  tenant = await signpost.tenant();
  port = new URL(receiver.origin).port;
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
  await names.stop();
});

let made = 0;
const nameFor = (...turns: readonly (readonly string[])[]): string => {
  made += 1;
  const name = `name-${made}.guard.test`;
  names.names(name, ...turns);
  return name;
};
const urlOf = (name: string, path: string) => `http://${name}:${port}${path}`;
const tryOut = async (url: string, settings: object = {}) => {
  const { id } = await tenant.webhook(url, {
    events: { mode: 'only', types: ['envelope.sent'] },
    ...settings,
  });
  return (await tenant.call('POST', `/webhooks/${id}/test`)).body;
};

it('lets a name through whose every address is allowed, and connects to what it answered', async () => {
  const body = await tryOut(urlOf(nameFor([good]), '/good'));
  expect(body.outcome).toBe('succeeded');
  expect(receiver.requests('/good')).toHaveLength(1);
});

describe('a name with a forbidden address', () => {
  it.each(forbidden)('%s, alone or among good ones, is refused whole, and not told', async (address) => {
    const accepted = receiver.connections().accepted;
    for (const answer of [[address], [good, address], [address, good]]) {
      const body = await tryOut(urlOf(nameFor(answer), '/bad'));
      expect(body).toMatchObject({ outcome: 'failed', error: { kind: 'blocked' }, status: null });
      expect(JSON.stringify(body)).not.toContain(address);
    }
    expect(receiver.requests('/bad')).toEqual([]);
    expect(receiver.connections().accepted).toBe(accepted);
  });

  it('is refused at a delivery too, which says no more than that', async () => {
    const url = urlOf(nameFor([good, '10.0.0.7']), '/delivery');
    const { id } = await tenant.webhook(url, { events: { mode: 'only', types: ['signer.declined'] } });
    const recorded = signpost.recorded((attempt) => attempt.webhookId === id);
    const event = await tenant.send({ type: 'signer.declined' });
    await recorded;
    const [delivery] = await tenant.deliveries(`?webhookId=${id}`);
    expect(delivery?.eventId).toBe(event.id);
    const shown = (await tenant.call('GET', `/deliveries/${delivery?.id}`)).body;
    expect(shown.attemptLog[0].error).toEqual({ kind: 'blocked', message: 'The address is not allowed' });
    expect(JSON.stringify(shown)).not.toContain('10.0.0.7');
    expect(receiver.requests('/delivery')).toEqual([]);
  });
});

describe('a name that changes its answer (rebinding)', () => {
  it('is looked up once for a connection, and nothing changes between check and connect', async () => {
    const name = nameFor([good], ['10.0.0.7']);
    expect((await tryOut(urlOf(name, '/rebound'))).outcome).toBe('succeeded');
    expect(names.asked(name)).toBe(1);
    receiver.closeIdle();
    const again = await tryOut(urlOf(name, '/rebound'));
    expect(again).toMatchObject({ outcome: 'failed', error: { kind: 'blocked' } });
    expect(names.asked(name)).toBeGreaterThan(1);
    expect(receiver.requests('/rebound')).toHaveLength(1);
  });

  it('is judged anew for the next connection, in the other direction as well', async () => {
    const name = nameFor(['10.0.0.7'], [good]);
    expect((await tryOut(urlOf(name, '/mended'))).outcome).toBe('failed');
    expect((await tryOut(urlOf(name, '/mended'))).outcome).toBe('succeeded');
  });
});

describe('every other way out', () => {
  let door: Server;
  let knocks = 0;
  let doorPort: number;
  beforeAll(async () => {
    door = createServer((socket) => {
      knocks += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => door.listen(0, good, resolve));
    doorPort = (door.address() as { port: number }).port;
  });
  afterAll(() => void door.close());

  it.each([[[good, '10.0.0.7']], [[metadata]]])('a token URL at %j is not asked', async (answer) => {
    const name = nameFor(answer);
    const auth = {
      type: 'oauth2',
      tokenUrl: `http://${name}:${doorPort}/token`,
      grant: 'client_credentials',
      clientId: 'c',
      clientSecret: 's',
    };
    const body = await tryOut(receiver.url('/with-token'), { auth });
    expect(body.outcome).toBe('failed');
    for (const address of answer) expect(JSON.stringify(body.error)).not.toContain(address);
    expect(names.asked(name)).toBe(1);
    expect([knocks, receiver.requests('/with-token')]).toEqual([0, []]);
  });

  it.each([[[good, '10.0.0.7']], [[metadata]]])('an identity provider at %j is not asked', async (answer) => {
    const name = nameFor(answer);
    const path = `/api/v1/organizations/${tenant.organizationId}/identity-providers`;
    const issuer = `https://${name}:${doorPort}`;
    const { body } = await signpost.call('POST', path, {
      name: 'p',
      issuer,
      clientId: 'c',
      clientSecret: 's',
    });
    const start = `${signpost.app.url}/api/v1/auth/identity-providers/${body.id}/start`;
    const { location } = await openBrowser(signpost.app.url).visit(start);
    expect(location).toBe('/login?error=sso_unavailable');
    expect(names.asked(name)).toBe(1);
    expect(knocks).toBe(0);
  });
});

it('refuses literals in whatever spelling when they are saved, and metadata although its network is allowed', async () => {
  const spelled = [
    '10.0.0.7',
    '0x0a000007',
    '012.0.0.7',
    '167772167',
    '10.7',
    '[::ffff:10.0.0.7]',
    '[fd00:ec2::254]',
  ];
  const ofMetadata = ['169.254.169.254', '0xa9fea9fe', '2852039166', '[::ffff:169.254.169.254]'];
  const auth = { type: 'oauth2', grant: 'client_credentials', clientId: 'c', clientSecret: 's' };
  for (const host of [...spelled, ...ofMetadata]) {
    const url = `http://${host}/`;
    const asUrl = await tenant.call('POST', '/webhooks', { name: 'w', url });
    expect([host, asUrl.body.error?.code, asUrl.body.error?.details.path]).toEqual([
      host,
      'url_refused',
      'url',
    ]);
    const asToken = await tenant.call('POST', '/webhooks', {
      name: 'w',
      url: receiver.url('/'),
      auth: { ...auth, tokenUrl: url },
    });
    expect(asToken.body.error?.details.path).toBe('auth.tokenUrl');
  }
  expect((await tenant.call('POST', '/webhooks', { name: 'w', url: 'http://169.254.1.1/' })).status).toBe(
    201,
  );
});
