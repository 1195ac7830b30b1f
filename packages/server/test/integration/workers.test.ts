// What a worker owes the others of its server, seen from one that has the others' part played by the test.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSignpost, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let told: (number | null)[] = [];
let othersKnow: Promise<void> = Promise.resolve();
const nodeIds: number[] = [];

beforeAll(async () => {
  signpost = await startSignpost({
    team: {
      embedded: null,
      first: false,
      joined: (nodeId) => nodeIds.push(nodeId),
      changed: (environmentId) => {
        told.push(environmentId);
        return othersKnow;
      },
      metrics: () => Promise.resolve(null),
    },
  });
});
afterAll(() => signpost.stop());

it('answers a change only when the others have forgotten what they knew', async () => {
  const tenant = await signpost.tenant();
  const others = Promise.withResolvers<void>();
  othersKnow = others.promise;
  told = [];
  const settled: string[] = [];
  const changes = [tenant.webhook('http://127.0.0.1:1/'), tenant.knows('departments', 'Loans')].map(
    (change, index) => change.then(() => settled.push(String(index))),
  );
  await expect.poll(() => told.length).toBe(changes.length);
  // Far more than an answer takes, had one been on its way.
  for (let turn = 0; turn < 20; turn++) await signpost.app.report();
  expect(settled).toEqual([]);
  others.resolve();
  await Promise.all(changes);
  expect(told).toEqual(expect.arrayContaining([null, expect.any(Number)]));
});

it('says which node it is, makes no link for the first super admin beside another, and does not pass its own counts off as those of all when nobody answers', async () => {
  expect(nodeIds).toEqual([expect.any(Number)]);
  expect(signpost.app.setUpLink).toBeNull();
  const { status, body } = await signpost.call('GET', '/metrics');
  expect([status, body.error.code]).toEqual([500, 'internal']);
});
