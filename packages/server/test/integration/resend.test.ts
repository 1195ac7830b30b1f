// Sending an event by hand to a webhook that somebody chose: what its receiver gets, what history and the audit log say of it,
// and everything that is refused.
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../harness/http.ts';
import { makeMember, setUp } from '../harness/people.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { caller, startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let receiver: Receiver;
let tenant: Tenant;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
  await setUp(signpost);
});
beforeEach(async () => {
  tenant = await signpost.tenant();
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

const content = '{"z":1.0,"a":"\\u00e9","big":12345678901234567890}';
/** Wants nothing that the tests send. */
const other = { events: { mode: 'only', types: ['form.submitted'] } };

/** One delivery of `evt-1` that passed. */
async function passed() {
  const first = await tenant.webhook(receiver.url('/first'), { name: 'First' });
  const recorded = signpost.recorded();
  await tenant.call('POST', '/events', `{"id":"evt-1","type":"signer.signed","content":${content}}`);
  await recorded;
  const [delivery] = await tenant.deliveries();
  return { first, delivery: delivery?.id ?? '' };
}

const resend = (delivery: string, body?: unknown) =>
  tenant.call('POST', `/deliveries/${delivery}/resend`, body);
const ofWebhook = (id: string) => tenant.deliveries(`?webhookId=${id}`);

describe('to another webhook (I23)', () => {
  it('sends the same event with its exact content, signed for that webhook, though routing would not', async () => {
    const { delivery } = await passed();
    const second = await tenant.webhook(receiver.url('/second'), { name: 'Second', ...other });
    const recorded = signpost.recorded();
    const { status, body } = await resend(delivery, { webhookId: second.id.toUpperCase() });
    expect(status).toBe(202);
    expect(body).toMatchObject({ eventId: 'evt-1', webhookId: second.id, type: 'signer.signed' });
    expect(body.id).not.toBe(delivery);
    const request = await receiver.next('/second');
    expect(request.headers['webhook-id']).toBe('evt-1');
    expect(request.headers['signpost-test']).toBeUndefined();
    expect(request.body.toString()).toContain(`"data":${content}}`);
    expect(() =>
      new Verifier(second.secret).verify(request.body, request.headers as Record<string, string>),
    ).not.toThrow();
    await recorded;
    const { body: made } = await tenant.call('GET', `/deliveries/${body.id}`);
    expect(made).toMatchObject({
      status: 'succeeded',
      attempts: 1,
      byHand: { by: { kind: 'key' }, at: expect.any(String) },
      attemptLog: [{ trigger: 'manual' }],
    });
    expect((await tenant.call('GET', `/deliveries/${delivery}`)).body.byHand).toBeNull();
    const event = (await tenant.call('GET', '/events/evt-1')).body;
    expect(event.deliveryCount).toBe(2);
    expect(event.deliveries.map(({ id }: { id: string }) => id)).toContain(body.id);
  });

  it('says who sent it, in explain and in the audit log, and leaves what was decided as it was (N16)', async () => {
    const { first, delivery } = await passed();
    const second = await tenant.webhook(receiver.url('/said'), { name: 'Second', ...other });
    const maya = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'developer');
    const base = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION`;
    const sent = await maya.browser.call('POST', `${base}/deliveries/${delivery}/resend`, {
      webhookId: second.id,
    });
    const by = { kind: 'person', id: maya.id, name: 'The developer' };
    const { body } = await tenant.call('GET', '/events/evt-1/explain');
    expect(body.byHand).toEqual([
      { webhookId: second.id, webhookName: 'Second', deliveryId: sent.body.id, at: expect.any(String), by },
    ]);
    expect(body.decided.webhooks).toMatchObject([{ id: first.id, matched: true }]);
    expect(body.now.webhooks.find(({ id }: { id: string }) => id === second.id).matched).toBe(false);
    await maya.browser.call('POST', `${base}/deliveries/${delivery}/resend`);
    const audit = `/api/v1/organizations/${tenant.organizationId}/audit?action=delivery.resent`;
    const entries = (await signpost.call('GET', audit)).body.data;
    const entry = { actor: by, environment: 'PRODUCTION', before: null };
    expect(entries).toMatchObject([
      { ...entry, object: { kind: 'delivery', id: delivery, name: 'signer.signed' } },
      {
        ...entry,
        object: { kind: 'delivery', id: sent.body.id, name: 'signer.signed' },
        after: { webhookId: second.id, eventId: expect.any(String) },
      },
    ]);
  });

  it('makes one delivery, however often it is asked for, also at once; a later request sends it again', async () => {
    const { delivery } = await passed();
    const second = await tenant.webhook(receiver.url('/once'), other);
    const hold = receiver.hold('/once');
    const recorded = signpost.recorded();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => resend(delivery, { webhookId: second.id })),
    );
    const accepted = answers.filter(({ status }) => status === 202);
    expect(accepted.length).toBeGreaterThan(0);
    for (const answer of answers.filter(({ status }) => status !== 202)) {
      refusal(answer, 'delivery_in_progress');
    }
    expect(new Set(accepted.map(({ body }) => body.id)).size).toBe(1);
    await receiver.count('/once', 1);
    refusal(await resend(delivery, { webhookId: second.id }), 'delivery_in_progress');
    hold.release();
    await recorded;
    const again = signpost.recorded();
    expect((await resend(delivery, { webhookId: second.id })).body.id).toBe(accepted[0]?.body.id);
    await again;
    expect(await ofWebhook(second.id)).toMatchObject([{ status: 'succeeded', attempts: 2 }]);
    expect((await tenant.call('GET', '/events/evt-1')).body.deliveryCount).toBe(2);
    expect((await tenant.call('GET', '/events/evt-1/explain')).body.byHand).toHaveLength(1);
  });

  it('sends again what the other webhook has of the event by itself, and then makes nothing of its own', async () => {
    const { delivery } = await passed();
    const twin = await tenant.webhook(receiver.url('/twin'));
    const routed = signpost.recorded();
    await tenant.call('POST', '/events/evt-1/route');
    await routed;
    const again = signpost.recorded();
    const { body } = await resend(delivery, { webhookId: twin.id });
    await again;
    expect(await ofWebhook(twin.id)).toMatchObject([{ id: body.id, attempts: 2 }]);
    expect((await tenant.call('GET', `/deliveries/${body.id}`)).body.byHand).toBeNull();
  });

  it('is tried again by the schedule of that webhook, counts for its health, and is found like any delivery', async () => {
    const { delivery } = await passed();
    const second = await tenant.webhook(receiver.url('/failing'), {
      ...other,
      delivery: { retrySchedule: ['1h'] },
    });
    receiver.answer('/failing', { status: 500 });
    const recorded = signpost.recorded();
    const { body } = await resend(delivery, { webhookId: second.id });
    await recorded;
    await expect
      .poll(() => tenant.deliveries(`?webhookId=${second.id}&retrying=true`))
      .toMatchObject([{ id: body.id, status: 'pending', attempts: 1, nextAttemptAt: expect.any(String) }]);
    await expect
      .poll(async () => (await tenant.call('GET', `/webhooks/${second.id}`)).body.health)
      .toMatchObject({ consecutiveFailures: 1 });
    expect((await tenant.call('POST', `/deliveries/${body.id}/cancel`)).body.status).toBe('cancelled');
  });

  it('waits for no other delivery of its envelope, where the webhook wants them in order', async () => {
    const first = await tenant.webhook(receiver.url('/any'));
    const ordered = await tenant.webhook(receiver.url('/ordered'), {
      events: { mode: 'only', types: ['envelope.completed'] },
      delivery: { ordering: 'per-envelope', retrySchedule: ['1h'] },
    });
    receiver.answer('/ordered', { status: 500, times: 1 });
    const both = [first, ordered].map(({ id }) => signpost.recorded(({ webhookId }) => webhookId === id));
    await tenant.send({ id: 'blocks', type: 'envelope.completed', envelopeId: 'loan' });
    await Promise.all(both);
    const passes = signpost.recorded();
    await tenant.send({ id: 'later', type: 'signer.signed', envelopeId: 'loan' });
    await passes;
    const [later] = await tenant.deliveries('?eventId=later');
    const sent = signpost.recorded(({ webhookId }) => webhookId === ordered.id);
    await resend(later?.id ?? '', { webhookId: ordered.id });
    await sent;
    expect(await tenant.deliveries(`?webhookId=${ordered.id}&eventId=later`)).toMatchObject([
      { status: 'succeeded' },
    ]);
    expect(await tenant.deliveries(`?webhookId=${ordered.id}&eventId=blocks`)).toMatchObject([
      { status: 'pending' },
    ]);
  });

  it('is the way out for a delivery whose own webhook is disabled or was deleted', async () => {
    const { first, delivery } = await passed();
    const second = await tenant.webhook(receiver.url('/instead'), other);
    await tenant.call('POST', `/webhooks/${first.id}/disable`);
    refusal(await resend(delivery), 'delivery_not_sendable');
    await tenant.call('DELETE', `/webhooks/${first.id}?confirm=First`);
    refusal(await resend(delivery, { webhookId: first.id }), 'delivery_not_sendable');
    expect((await resend(delivery, { webhookId: second.id })).status).toBe(202);
    await receiver.next('/instead');
  });

  it('is refused, with what to do, where the webhook takes nothing; and nothing is stored', async () => {
    const { delivery } = await passed();
    const disabled = await tenant.webhook(receiver.url('/never'));
    await tenant.call('POST', `/webhooks/${disabled.id}/disable`);
    const deleted = await tenant.webhook(receiver.url('/never'), { name: 'Deleted' });
    await tenant.call('POST', `/webhooks/${deleted.id}/disable`);
    await tenant.call('DELETE', `/webhooks/${deleted.id}?confirm=Deleted`);
    const callout = await tenant.webhook(receiver.url('/never'), { kind: 'callout' });
    const mute = await tenant.webhook(receiver.url('/never'), { payload: { dialect: 'dropbox-sign' } });
    const to = (webhookId: unknown) => resend(delivery, { webhookId });
    expect(refusal(await to(disabled.id), 'delivery_not_sendable').reason).toBe(
      'the chosen webhook is disabled',
    );
    expect(refusal(await to(deleted.id), 'delivery_not_sendable').reason).toBe(
      'the chosen webhook was deleted',
    );
    const calledOut = await to(callout.id);
    expect(refusal(calledOut, 'invalid_field').path).toBe('webhookId');
    expect(calledOut.body.error.message).toContain('callout');
    const saidNothing = await withType('signer.notified', mute.id);
    expect(refusal(saidNothing, 'invalid_field').path).toBe('webhookId');
    expect(saidNothing.body.error.message).toContain('dropbox-sign');
    const foreign = await (await signpost.tenant()).webhook(receiver.url('/never'));
    for (const id of [foreign.id, '0190b0a0-0000-7000-8000-000000000000']) {
      expect(refusal(await to(id), 'not_found')).toMatchObject({ what: 'webhook', path: 'webhookId' });
    }
    expect(refusal(await to('Second'), 'invalid_field').path).toBe('webhookId');
    expect(refusal(await to(null), 'invalid_field').path).toBe('webhookId');
    expect(refusal(await resend(delivery, { webhook: 'x' }), 'unknown_field').path).toBe('webhook');
    expect(receiver.requests('/never')).toEqual([]);
    expect(await tenant.deliveries('?eventId=evt-1')).toHaveLength(1);
    expect((await tenant.call('GET', '/events/evt-1')).body.deliveryCount).toBe(1);
  });

  /** To send an event of this type to a webhook, from a delivery that it has. */
  async function withType(type: string, webhookId: string) {
    const recorded = signpost.recorded();
    await tenant.send({ id: 'unsayable', type });
    await recorded;
    const [delivery] = await tenant.deliveries('?eventId=unsayable');
    return resend(delivery?.id ?? '', { webhookId });
  }

  it('needs the scope webhooks:write, or the role of a developer', async () => {
    const { delivery } = await passed();
    const second = await tenant.webhook(receiver.url('/unseen'), other);
    const base = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION`;
    const path = `${base}/deliveries/${delivery}/resend`;
    const { key } = (
      await signpost.call('POST', `${base}/keys`, { name: 'r', scopes: ['events:read', 'events:write'] })
    ).body;
    const body = { webhookId: second.id };
    expect(refusal(await caller(signpost.app.url, key)('POST', path, body), 'scope_missing').scope).toBe(
      'webhooks:write',
    );
    const viewer = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'viewer');
    refusal(await viewer.browser.call('POST', path, body), 'role_missing');
    expect(await ofWebhook(second.id)).toEqual([]);
  });
});

it('to its own webhook is what it was, whether that is named or not, with a body or without (I23)', async () => {
  const { first, delivery } = await passed();
  for (const body of [undefined, null, {}, { webhookId: first.id }]) {
    const recorded = signpost.recorded();
    expect((await resend(delivery, body)).body.id).toBe(delivery);
    await recorded;
  }
  expect(await tenant.deliveries()).toMatchObject([{ attempts: 5 }]);
});
