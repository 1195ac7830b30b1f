import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRouting, type RoutingFilters } from '../domain/webhook.ts';
import type { RoutableEvent, RoutableWebhook } from './routable.ts';
import { createRouter } from './router.ts';

const nothing: RoutableEvent = {
  type: 'signer.signed',
  requestFrom: [],
  department: null,
  businessUnit: null,
  template: null,
  trigger: null,
  appId: null,
  integrations: [],
  coupled: [],
  about: null,
};

const webhook = (
  id: string,
  settings: Partial<RoutableWebhook> = {},
  filters: Partial<RoutingFilters> = {},
): RoutableWebhook => ({
  id,
  status: 'enabled',
  kind: 'notification',
  payload: { dialect: 'signpost', options: {} },
  firing: 'implicit',
  events: { mode: 'all', except: [] },
  ...settings,
  routing: { ...openRouting, ...filters },
});

const matched = (webhooks: readonly RoutableWebhook[], event: Partial<RoutableEvent>) =>
  createRouter(webhooks)
    .match({ ...nothing, ...event })
    .map(({ id }) => id);

describe('the five products', () => {
  const bank = [
    webhook('loans', {}, { requestFrom: ['LoanManagement'] }),
    webhook('hr', {}, { requestFrom: ['HRPortal'] }),
    webhook('compliance', {}, { departments: ['Compliance'] }),
    webhook('default', {}, { receives: 'unrouted' }),
  ];

  it('route by Request From and by Department, each by itself (E3, E4, E21)', () => {
    expect(matched(bank, { requestFrom: ['LoanManagement'] })).toEqual(['loans']);
    expect(matched(bank, { requestFrom: ['LoanManagement', 'HRPortal'], department: 'Compliance' })).toEqual([
      'loans',
      'hr',
      'compliance',
    ]);
  });

  it('give the default webhook what nobody with a department or Request From took (E13)', () => {
    expect(matched(bank, {})).toEqual(['default']);
    expect(matched(bank, { department: 'Loans' })).toEqual(['default']);
    expect(matched(bank, { department: 'Compliance' })).toEqual(['compliance']);
  });

  it("tell users' actions from integrations, and integrations by their app id (G4, G5, G6)", () => {
    const both = webhook('both');
    const page = webhook('page', {}, { triggers: ['page'] });
    const app = webhook('app', {}, { triggers: ['integration'], appIds: ['crm'] });
    const all = [both, page, app];
    expect(matched(all, { trigger: 'page' })).toEqual(['both', 'page']);
    expect(matched(all, { trigger: 'integration', appId: 'crm' })).toEqual(['both', 'app']);
    expect(matched(all, { trigger: 'integration', appId: 'erp' })).toEqual(['both']);
    expect(matched(all, {})).toEqual(['both']);
  });

  it('fire an explicit webhook only when its template or the envelope tells it (L28–L31)', () => {
    const explicit = [webhook('told', { firing: 'explicit' }), webhook('always')];
    expect(matched(explicit, {})).toEqual(['always']);
    expect(matched(explicit, { coupled: ['told'] })).toEqual(['told', 'always']);
    expect(matched(explicit, { integrations: ['told'] })).toEqual(['told', 'always']);
  });
});

it('explains every webhook, with all rules that keep the event from it (N4)', () => {
  const webhooks = [
    webhook('off', { status: 'disabled' }, { departments: ['HR'] }),
    webhook('taken', {}, { departments: ['Loans'] }),
    webhook('default', {}, { receives: 'unrouted' }),
  ];
  const verdicts = createRouter(webhooks).explain({ ...nothing, department: 'Loans' });
  expect(verdicts.map(({ webhook: { id }, misses }) => [id, misses])).toEqual([
    ['off', [{ rule: 'disabled' }, { rule: 'department', wanted: ['HR'], given: ['Loans'] }]],
    ['taken', []],
    ['default', [{ rule: 'unrouted', takenBy: ['taken'] }]],
  ]);
});

const names = ['a', 'b', 'c'];
const some = fc.subarray(names);
const oneOrNone = fc.constantFrom(null, ...names);
const anyWebhook = fc.record({
  status: fc.constantFrom('enabled' as const, 'disabled' as const),
  kind: fc.constantFrom('notification' as const, 'callout' as const),
  payload: fc.constantFrom('signpost', 'ignisign').map((dialect) => ({ dialect, options: {} })),
  firing: fc.constantFrom('implicit' as const, 'explicit' as const),
  events: fc.constantFrom(
    { mode: 'all' as const, except: [] },
    { mode: 'all' as const, except: ['signer.*'] },
    { mode: 'only' as const, types: ['signer.signed', 'envelope.*'] },
  ),
  routing: fc.record({
    requestFrom: some,
    departments: some,
    businessUnits: some,
    templates: some,
    triggers: fc.subarray(['page', 'integration'] as const, { minLength: 1 }),
    appIds: some,
    receives: fc.constantFrom('matching' as const, 'unrouted' as const),
  }),
});
const anyEvent = fc.record({
  type: fc.constantFrom('signer.signed', 'envelope.completed', 'form.submitted'),
  requestFrom: some,
  department: oneOrNone,
  businessUnit: oneOrNone,
  template: oneOrNone,
  trigger: fc.constantFrom(null, 'page' as const, 'integration' as const),
  appId: oneOrNone,
  integrations: fc.subarray(['w0', 'w1', 'w2']),
  coupled: fc.subarray(['w2', 'w3']),
  about: fc.constantFrom(null, 'w0', 'w4'),
});

it('finds by its index exactly what the rules find one by one', () => {
  fc.assert(
    fc.property(
      fc.array(anyWebhook, { maxLength: 12 }),
      fc.array(anyEvent, { maxLength: 5 }),
      (drafts, events) => {
        const webhooks = drafts.map((draft, index) => ({ ...draft, id: `w${index}` }));
        const router = createRouter(webhooks);
        for (const event of events) {
          const byRules = router.explain(event).filter(({ misses }) => misses.length === 0);
          expect(router.match(event).map(({ id }) => id)).toEqual(byRules.map(({ webhook: { id } }) => id));
        }
      },
    ),
    { numRuns: 500 },
  );
});

it('routes an event among 10,000 webhooks in under a millisecond of CPU', () => {
  const departments = Array.from({ length: 500 }, (_, index) => `d${index}`);
  const webhooks = Array.from({ length: 10_000 }, (_, index) =>
    webhook(
      `w${index}`,
      {},
      { departments: [departments[index % 500] ?? ''], requestFrom: index % 3 ? [] : [`f${index % 50}`] },
    ),
  );
  const router = createRouter(webhooks);
  const event = { ...nothing, department: 'd7', requestFrom: ['f7'] };
  expect(router.match(event).length).toBeGreaterThan(5);
  for (let run = 0; run < 100; run++) router.match(event);
  const before = process.cpuUsage();
  for (let run = 0; run < 200; run++) router.match(event);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 200).toBeLessThan(1_000);
});
