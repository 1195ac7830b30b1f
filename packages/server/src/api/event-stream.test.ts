// A connection that stays open says that it is alive, and lets go of who takes nothing (I32, N19).
import { type AddressInfo, connect, type Socket } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createManualClock, type ManualClock } from '../../test/harness/manual-clock.ts';
import { until } from '../../test/harness/until.ts';
import { type EventStream, openEventStream } from './event-stream.ts';

const heartbeatMs = 15_000;
const stalledMs = 60_000;

let server: FastifyInstance;
let clock: ManualClock;
let client: Socket;
let heard: string;
let stream: EventStream;
let closed: Promise<void>;

beforeEach(async () => {
  clock = createManualClock();
  const opened = Promise.withResolvers<EventStream>();
  server = Fastify();
  server.get('/', async (_, reply) => {
    opened.resolve(openEventStream(reply, { clock, heartbeatMs, stalledMs }));
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  client = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  heard = '';
  client.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
  });
  client.on('error', () => {});
  client.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  stream = await opened.promise;
  closed = new Promise((resolve) => stream.onClose(resolve));
});

afterEach(async () => {
  client.destroy();
  await server.close();
});

const beats = () => heard.match(/: alive\n\n/g)?.length ?? 0;

/** More than any buffer between the two holds. */
const sendTooMuch = () =>
  stream.send(Array.from({ length: 200 }, () => ({ event: 'much', data: 'x'.repeat(100_000) })));

describe('a stream of events', () => {
  it('says that it is alive at once, and every fifteen seconds', async () => {
    await until(() => beats() === 1, 'the first beat');
    clock.advance(heartbeatMs - 1);
    clock.advance(1);
    await until(() => beats() === 2, 'the second beat');
    clock.advance(3 * heartbeatMs);
    await until(() => beats() === 5, 'three more');
    expect(heard).toMatch(/content-type: text\/event-stream/);
    expect(heard).toMatch(/x-accel-buffering: no/);
  });

  it('beats no more once the other side is gone', async () => {
    client.destroy();
    await closed;
    clock.advance(10 * heartbeatMs);
    await stream.send([{ event: 'late', data: null }]);
  });

  it('lets go of a client that takes nothing for a minute, and keeps nobody waiting for it', async () => {
    client.pause();
    const sent = sendTooMuch();
    clock.advance(stalledMs - 1);
    const waiting = Promise.resolve('waiting');
    expect(await Promise.race([sent.then(() => 'sent'), closed.then(() => 'closed'), waiting])).toBe(
      'waiting',
    );
    clock.advance(1);
    await closed;
    await sent;
  });

  it('keeps a client that takes what it is sent before the minute is over', async () => {
    client.pause();
    const sent = sendTooMuch();
    clock.advance(stalledMs - 1);
    client.resume();
    await sent;
    clock.advance(stalledMs);
    const before = beats();
    clock.advance(heartbeatMs);
    await until(() => beats() > before, 'that it is alive');
  });

  it('does not wait for a client that does not take the end either', async () => {
    client.pause();
    void sendTooMuch();
    stream.end({ event: 'end', data: { reason: 'stop' } });
    clock.advance(stalledMs);
    await closed;
  });

  it('says why it ends', async () => {
    stream.end({ event: 'end', data: { reason: 'stop' } });
    await until(() => heard.endsWith('0\r\n\r\n'), 'the end of the answer');
    expect(heard).toContain('event: end\ndata: {"reason":"stop"}\n\n');
  });
});
