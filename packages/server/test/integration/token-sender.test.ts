// Tokens by the sender alone, where names, time limits and stops are in the test's hand.
import { afterEach, expect, it } from 'vitest';
import { createGuard, type Resolve } from '../../src/deliver/guard.ts';
import { createSender, type OutgoingRequest } from '../../src/deliver/send.ts';
import { createTokenSender } from '../../src/deliver/token-sender.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function newReceiver(): Promise<Receiver> {
  const receiver = await startReceiver();
  cleanUps.push(() => receiver.stop());
  return receiver;
}

function newSender(resolve?: Resolve) {
  const guard = createGuard({ allow: ['127.0.0.0/8'], allowLoopback: false }, resolve);
  const guards = { public: guard, 'loopback-too': guard };
  const sender = createSender({ guards, connectionsPerOrigin: 4, responseBytesMax: 65_536 });
  cleanUps.push(() => sender.stop());
  return createTokenSender(sender, systemClock);
}

const request = (url: string, tokenUrl: string, timeoutMs = 5_000): OutgoingRequest => ({
  url,
  headers: [['content-type', 'application/json']],
  body: Buffer.from('{}'),
  timeoutMs,
  verifyTls: true,
  tls: null,
  inbox: null,
  token: {
    webhookId: 'webhook-1',
    auth: {
      type: 'oauth2',
      tokenUrl,
      grant: 'client_credentials',
      clientId: 'c',
      clientSecret: 's',
      scope: null,
      audience: null,
      clientAuth: 'basic',
      requestFormat: 'form',
    },
  },
  addresses: 'public',
});

it('a token URL is guarded when it is asked: a name that leads inside is not connected to (N10)', async () => {
  const receiver = await newReceiver();
  const inside: Resolve = (_hostname, callback) => callback(null, [{ address: '10.0.0.1', family: 4 }]);
  const sent = (tokenUrl: string) => newSender(inside).send(request(receiver.url('/'), tokenUrl));
  const refused = {
    kind: 'failed',
    error: 'auth',
    message: 'No access token. Asking the token endpoint failed: The address is not allowed',
  };
  expect(await sent('http://login.example/token')).toMatchObject(refused);
  expect(await sent('http://169.254.169.254/token')).toMatchObject(refused);
  expect(receiver.requests()).toEqual([]);
});

it('whoever waits for a token that others asked for keeps to the time limit of his own', async () => {
  const [receiver, sender] = [await newReceiver(), newSender()];
  const held = receiver.hold('/token', { body: '{"access_token":"at-1"}' });
  const patient = sender.send(request(receiver.url('/'), receiver.url('/token')));
  await receiver.next('/token');
  expect(await sender.send(request(receiver.url('/'), receiver.url('/token'), 200))).toMatchObject({
    error: 'auth',
    message:
      'No access token. Asking the token endpoint failed: Nothing final within 0.2 s: it did not answer',
    requestSent: false,
  });
  held.release();
  expect(await patient).toMatchObject({ kind: 'answered', status: 200 });
  expect(receiver.requests('/token')).toHaveLength(1);
});

it('a stop ends those who wait for a token as it ends all others, so that no attempt is counted', async () => {
  const [receiver, sender] = [await newReceiver(), newSender()];
  receiver.answer('/token', { fault: 'hang' });
  const waiting = [1, 2, 3].map(() => sender.send(request(receiver.url('/'), receiver.url('/token'))));
  await receiver.next('/token');
  await sender.stop();
  for (const result of await Promise.all(waiting))
    expect(result).toMatchObject({ kind: 'failed', error: 'aborted' });
  expect(await sender.send(request(receiver.url('/'), receiver.url('/token')))).toMatchObject({
    error: 'aborted',
  });
});

it('the tokens of two webhooks with the same credentials are kept apart', async () => {
  const [receiver, sender] = [await newReceiver(), newSender()];
  receiver.answer('/token', { body: '{"access_token":"at-1"}' });
  const one = request(receiver.url('/'), receiver.url('/token'));
  const other = { ...one, token: one.token && { ...one.token, webhookId: 'webhook-2' } };
  for (const each of [one, other, one, other]) await sender.send(each);
  expect(receiver.requests('/token')).toHaveLength(2);
});
