// Contestant "bare": the pipeline that every webhook server contains, and nothing else. Fastify takes an event, a batch of
// them is inserted with its deliveries and committed, then comes the 202, then the signed POST, then a batch of deliveries
// is marked done. No authentication, validation, routing, attempt log, retry, or index but the primary keys. What there is,
// is meant to be as fast as a good engineer makes it in an afternoon: Signpost is measured by its ratio to this.
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { type FromBare, hear, type ToBare, tell } from '../../messages.ts';
import { createBatches } from './batches.ts';
import { createPoster } from './signed-post.ts';

const insertBatch = { sizeMax: 200, concurrency: 2 };
const completeBatch = { sizeMax: 500, concurrency: 2 };
const receiverConnections = 64;

const schema = `
  CREATE TABLE events (id uuid PRIMARY KEY, content text NOT NULL);
  CREATE TABLE deliveries (id uuid PRIMARY KEY, event_id uuid NOT NULL, done boolean NOT NULL) WITH (fillfactor = 80)`;

/** Event and delivery in one statement, so in one transaction and one round trip. */
const insert = {
  name: 'insert',
  text: `
  WITH input AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS i (event_id, delivery_id, content)),
       stored AS (INSERT INTO events SELECT event_id, content FROM input)
  INSERT INTO deliveries SELECT delivery_id, event_id, false FROM input`,
};

const complete = { name: 'complete', text: 'UPDATE deliveries SET done = true WHERE id = ANY ($1::uuid[])' };

interface Accepted {
  readonly eventId: string;
  readonly deliveryId: string;
  readonly body: Buffer;
}

async function start({ connection, receiverUrl }: ToBare): Promise<string> {
  const database = new pg.Pool({ ...connection, max: insertBatch.concurrency + completeBatch.concurrency });
  await database.query(schema);
  const poster = createPoster(receiverUrl, randomBytes(32), receiverConnections);
  const store = createBatches<Accepted>((items) => {
    const [events, deliveries] = [items.map((item) => item.eventId), items.map((item) => item.deliveryId)];
    const contents = items.map((item) => item.body.toString());
    return database.query({ ...insert, values: [events, deliveries, contents] });
  }, insertBatch);
  const finish = createBatches<string>(
    (ids) => database.query({ ...complete, values: [ids] }),
    completeBatch,
  );

  async function deliver({ eventId, deliveryId, body }: Accepted): Promise<void> {
    const status = await poster.post(eventId, body);
    if (status === 200) await finish(deliveryId);
  }

  const server = fastify();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  server.post<{ Body: Buffer }>('/events', async (request, reply) => {
    const accepted = { eventId: uuidv7(), deliveryId: uuidv7(), body: request.body };
    await store(accepted);
    void deliver(accepted);
    return reply.code(202).send({ id: accepted.eventId, deliveries: 1 });
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/events`;
}

hear<ToBare>((message) => {
  void start(message).then((url) => tell<FromBare>({ kind: 'ready', url }));
});
