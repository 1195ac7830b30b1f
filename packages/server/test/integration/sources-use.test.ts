// What a source says of its last use: when it brought something, and when a post to it was refused (N12).
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createManualClock } from '../harness/manual-clock.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

const clock = createManualClock();
const secret = 'shared-with-documenso';
let signpost: TestSignpost;
let tenant: Tenant;

beforeAll(async () => {
  signpost = await startSignpost({ clock });
  tenant = await signpost.tenant();
});
afterAll(() => signpost.stop());

const document = { id: 10, externalId: 'LOS-1', title: 'Loan agreement', recipients: [] };
const body = JSON.stringify({
  event: 'DOCUMENT_COMPLETED',
  payload: document,
  createdAt: '2026-01-05T10:00:01.000Z',
});

it('tells to the minute when it last brought something and when its proof was last wrong; the audit log is silent', async () => {
  const made = await tenant.call('POST', '/sources', { platform: 'documenso', name: 'Ours', secret });
  expect(made.body).toMatchObject({ lastEventAt: null, lastRefusedAt: null });
  const { id, url } = made.body as { id: string; url: string };
  const post = async (given: string) => {
    const headers = { 'content-type': 'application/json', 'x-documenso-secret': given };
    return (await fetch(url, { method: 'POST', body, headers })).status;
  };
  const shown = (uses: object) =>
    until(async () => {
      clock.advance(5_000);
      const { lastEventAt, lastRefusedAt, updatedAt } = (await tenant.call('GET', `/sources/${id}`)).body;
      expect(updatedAt).toBe(made.body.updatedAt);
      return JSON.stringify({ lastEventAt, lastRefusedAt }) === JSON.stringify(uses);
    }, JSON.stringify(uses));

  const refusedAt = new Date(clock.now()).toISOString();
  expect(await post('wrong')).toBe(401);
  await shown({ lastEventAt: null, lastRefusedAt: refusedAt });
  const broughtAt = new Date(clock.now()).toISOString();
  expect(await post(secret)).toBe(200);
  await shown({ lastEventAt: broughtAt, lastRefusedAt: refusedAt });
  clock.advance(60_000);
  const againAt = new Date(clock.now()).toISOString();
  expect(await post(secret)).toBe(200);
  await shown({ lastEventAt: againAt, lastRefusedAt: refusedAt });

  const { data } = (await signpost.call('GET', `/api/v1/audit?objectId=${id}`)).body;
  expect(data.map(({ action }: { action: string }) => action)).toEqual(['source.created']);
});
