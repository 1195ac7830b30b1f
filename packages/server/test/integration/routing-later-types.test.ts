// A webhook that subscribes to a topic gets the types that a later Signpost adds to it, without being saved again. The type
// below is in no catalogue: it is accepted by the very ingest that the API uses, as a later version would hand it over.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findEventType } from '../../src/catalogue/index.ts';
import { noRouting } from '../../src/domain/event.ts';
import { createIngest } from '../../src/ingest/ingest.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { createIdGenerator } from '../../src/lib/ids.ts';
import { silentLog } from '../../src/observe/log.ts';
import { createAcceptStore } from '../../src/store/accept.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createDirectoryStore } from '../../src/store/directory.ts';
import { createEnvelopeStore } from '../../src/store/envelopes.ts';
import { createSnapshots, type Snapshots } from '../../src/store/snapshots.ts';
import { createVault } from '../../src/store/vault.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { masterKey, startSignpost, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let receiver: Receiver;
let database: Database;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
  database = openDatabase({ connection: signpost.databaseUrl, connectionsMax: 2, log: silentLog });
});
afterAll(async () => {
  await database.close();
  await signpost.stop();
  await receiver.stop();
});

/** Without free slots of its own: what it accepts is delivered by the Signpost that runs. */
function laterIngest(snapshots: Snapshots) {
  const birth = { nodeId: 0, reserve: () => false, begin: () => {}, abandon: () => {}, lose: () => {} };
  return createIngest({
    store: createAcceptStore(database),
    snapshots,
    envelopes: createEnvelopeStore(database),
    birth,
    clock: systemClock,
    newId: createIdGenerator(),
  });
}

const later = 'signer.countersigned';
const event = {
  key: null,
  type: later,
  severity: 'info',
  occurredAt: Date.now(),
  envelope: null,
  signer: null,
  routing: noRouting,
  platform: null,
  content: Buffer.from('{"by":"a later version"}'),
} as const;

it('an event of a type that was added later goes to who subscribed to its topic, or to all, and to nobody else', async () => {
  expect(findEventType(later)).toBeUndefined();
  const tenant = await signpost.tenant();
  const wants = (path: string, events: object) => tenant.webhook(receiver.url(path), { events });
  const byTopic = await wants('/topic', { mode: 'only', types: ['signer.*'] });
  await wants('/all', { mode: 'all' });
  await wants('/exact', { mode: 'only', types: ['signer.signed', 'envelope.*'] });
  await wants('/except', { mode: 'all', except: ['signer.*'] });
  expect((await tenant.call('GET', `/webhooks/${byTopic.id}`)).body.events.types).toEqual(['signer.*']);

  const directory = createDirectoryStore(database);
  const vault = createVault(Buffer.from(masterKey, 'base64'));
  const snapshots = createSnapshots(database, vault, directory);
  const environment = await snapshots.find(tenant.appId, 'PRODUCTION');
  const incoming = {
    event,
    senderId: null,
    fingerprint: Buffer.alloc(0),
    sourceId: null,
    received: null,
    path: '',
  };
  const accepted = await laterIngest(snapshots).accept(environment?.environmentId ?? 0, [incoming]);

  expect(accepted).toMatchObject([{ deliveries: 2 }]);
  for (const path of ['/topic', '/all']) {
    const { body } = await receiver.next(path);
    expect(JSON.parse(String(body))).toMatchObject({ type: later, data: { by: 'a later version' } });
  }
  expect(receiver.requests().map(({ url }) => url)).toHaveLength(2);
});
