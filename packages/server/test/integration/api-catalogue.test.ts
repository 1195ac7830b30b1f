// The catalogue as the API tells it: every topic and type, explained with schema and example (G16, N14).
import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventTypes, topics } from '../../src/catalogue/index.ts';
import { refusal } from '../harness/http.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { type Call, caller, startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let receiver: Receiver;
let tenant: Tenant;
let call: Call;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
  tenant = await signpost.tenant();
  const withKey = caller(signpost.app.url, tenant.key);
  call = (method, path) => withKey(method, `/api/v1${path}`);
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

interface Told {
  readonly type: string;
  readonly topic: string;
  readonly schema: object;
  readonly example: { readonly content: object; readonly occurredAt: string };
}

const types = async (query = ''): Promise<readonly Told[]> =>
  (await call('GET', `/event-types${query}`)).body.data;
const names = async (query: string) => (await types(query)).map(({ type }) => type);

describe('the catalogue', () => {
  it('tells all topics in order, each with its types and the pattern that subscribes to them', async () => {
    const { status, body } = await call('GET', '/topics');
    expect(status).toBe(200);
    expect(body.nextCursor).toBeNull();
    expect(body.data.map(({ topic }: Told) => topic)).toEqual(topics.map(({ topic }) => topic));
    expect(body.data.find(({ topic }: Told) => topic === 'signature_image')).toEqual({
      topic: 'signature_image',
      title: expect.stringMatching(/./),
      meaning: expect.stringMatching(/./),
      pattern: 'signature_image.*',
      types: ['signature_image.generated', 'signature_image.failed'],
    });
    expect((await call('GET', '/topics/proof')).body.types).toEqual(['proof.generated', 'proof.failed']);
  });

  it('tells all types whole: nothing of schema or example is lost on the way', async () => {
    const told = await types();
    expect(told).toEqual(JSON.parse(JSON.stringify(eventTypes)));
    for (const entry of told) expect((await call('GET', `/event-types/${entry.type}`)).body).toEqual(entry);
  });

  it('gives schemas that a validator takes as they are, and examples that follow them', async () => {
    const ajv = formatsPlugin.default(new Ajv2020({ strict: true, allowUnionTypes: true }));
    for (const { type, schema, example } of await types()) {
      const isContent = ajv.compile(schema);
      expect(isContent(example.content), `${type}: ${ajv.errorsText(isContent.errors)}`).toBe(true);
      expect(isContent('no content'), type).toBe(false);
    }
  });

  it('gives examples that are accepted and delivered as events of their types, content unchanged', async () => {
    const sender = await signpost.tenant();
    await sender.webhook(receiver.url('/examples'));
    const told = await types();
    const events = told.map(({ type, example: { content, occurredAt } }) => ({ type, occurredAt, content }));
    expect((await sender.call('POST', '/events', events)).status).toBe(202);
    const arrived = (await receiver.count('/examples', events.length)).map(({ body }) =>
      JSON.parse(String(body)),
    );
    expect(new Map(arrived.map(({ type, data }) => [type, data]))).toEqual(
      new Map(events.map(({ type, content }) => [type, content])),
    );
  });

  it('is found by topic and by words of name, title or meaning, in whatever case', async () => {
    expect(await names('?topic=storage')).toEqual(['storage.completed']);
    expect(await names('?q=AUTH_FAILED')).toEqual(['signer.auth_failed']);
    expect(await names('?topic=envelope&q=declined')).toEqual(['envelope.declined']);
    const both = await names('?q=webhook%20%20disabled');
    expect(both).toContain('webhook.disabled');
    expect(both.length).toBeLessThan((await names('?q=webhook')).length);
    expect(await names('?q=no+such+words')).toEqual([]);
  });

  it.each([
    ['/event-types/signer.sgined', 'type', ['signer.signed']],
    ['/event-types/Envelope.Completed', 'type', ['envelope.completed']],
    ['/event-types/signer.*', 'type', ['signer.created', 'signer.updated', 'signer.notified']],
    ['/event-types/bulk.abandoned_for_good', 'type', ['bulk.started', 'bulk.completed']],
    ['/event-types/__proto__', 'type', []],
    ['/topics/singer', 'topic', ['signer']],
    ['/topics/constructor', 'topic', []],
  ])('%s is not there, and the answer names what comes near', async (path, field, near) => {
    const details = refusal(await call('GET', path), 'not_in_catalogue');
    expect(details.path).toBe(field);
    expect(details.nearest.slice(0, Math.max(1, near.length))).toEqual(near);
  });

  it('refuses a topic that does not exist, and parameters that it does not know', async () => {
    expect(refusal(await call('GET', '/event-types?topic=singer'), 'invalid_field').path).toBe('topic');
    expect(refusal(await call('GET', '/event-types?limit=5'), 'unknown_field').path).toBe('limit');
    expect(refusal(await call('GET', '/event-types?q='), 'invalid_field').path).toBe('q');
  });
});
