// How much a webhook missed while it was disabled: by its own filters, and no further than a bound.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { limit } from '../../src/domain/limits.ts';
import { refusal } from '../harness/http.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let receiver: Receiver;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
});
afterAll(() => Promise.all([signpost.stop(), receiver.stop()]));

it('counts what its filters want, also by what the envelope says, and nothing that it got (N7)', async () => {
  const tenant = await signpost.tenant();
  await tenant.knows('departments', 'Loans', 'HR');
  for (const [id, department] of [
    ['loan', 'Loans'],
    ['contract', 'HR'],
  ])
    expect((await tenant.call('PUT', `/envelopes/${id}`, { department })).status).toBeLessThan(300);
  const routing = { departments: ['Loans'] };
  const { id } = await tenant.webhook(receiver.url('/loans'), { routing });
  await tenant.send({ id: 'got', routing: { department: 'Loans' } });
  await receiver.next('/loans');
  await tenant.call('POST', `/webhooks/${id}/disable`);
  const missed = async (query = '') => (await tenant.call('GET', `/webhooks/${id}/missed${query}`)).body;
  expect(await missed()).toMatchObject({ count: 0, isAtLeast: false });
  await tenant.send({ routing: { department: 'Loans' } });
  await tenant.send({ routing: { department: 'HR' } });
  await tenant.send({ envelopeId: 'loan' });
  await tenant.send({ envelopeId: 'loan', type: 'signer.viewed' });
  await tenant.send({ envelopeId: 'contract' });
  await tenant.send();
  expect(await missed()).toMatchObject({ count: 3, isAtLeast: false });
  // The one that it got lies within this time.
  expect(await missed('?from=2026-01-01T00:00:00Z')).toMatchObject({ count: 3 });
});

it('looks through so many events at most, and then says at least how many they were', async () => {
  const tenant = await signpost.tenant();
  const { id } = await tenant.webhook(receiver.url('/much'));
  await tenant.call('POST', `/webhooks/${id}/disable`);
  const max = limit('missed_events_looked_through_max');
  const sent = Array.from({ length: max }, () => ({ type: 'signer.signed', content: {} }));
  await tenant.call('POST', '/events', sent);
  const path = `/webhooks/${id}/missed`;
  expect((await tenant.call('GET', path)).body).toMatchObject({ count: max, isAtLeast: false });
  await tenant.send();
  expect((await tenant.call('GET', path)).body).toMatchObject({ count: max, isAtLeast: true });
});

it('refuses a time that ends before it begins', async () => {
  const tenant = await signpost.tenant();
  const { id } = await tenant.webhook(receiver.url('/time'));
  const turned = '?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z';
  const answer = await tenant.call('GET', `/webhooks/${id}/missed${turned}`);
  expect(refusal(answer, 'invalid_field').path).toBe('from');
});
