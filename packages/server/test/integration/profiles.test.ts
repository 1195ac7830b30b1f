// Each profile with its vendor's own documented example: set up as documented, what the vendor refuses is refused, and
// events go where the vendor says. One table; nothing below it knows a vendor.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDialect } from '../../src/dialects/index.ts';
import type { ErrorCode } from '../../src/domain/errors.ts';
import { type ProfileName, policiesOf, profileNames } from '../../src/domain/profiles.ts';
import { refusal } from '../harness/http.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let receiver: Receiver;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

type Step =
  | { readonly put: string; readonly envelope: object }
  /** `to`: the webhooks that get it, by name. */
  | { readonly event: object; readonly to: readonly string[] };

interface Example {
  readonly profile: ProfileName;
  readonly documented: string;
  /** Where the documented address may be http. */
  readonly environment?: string;
  /** Entries by the segment of their kind. */
  readonly directory?: Readonly<Record<string, readonly object[]>>;
  /** By their documented path; the receiver of the test stands for the host. */
  readonly webhooks: readonly { readonly path: string; readonly settings: object }[];
  /** Couples a template with a webhook, by its name. */
  readonly template?: { readonly name: string; readonly webhook: string };
  /** What a webhook of the example is at the end. */
  readonly shown: object;
  readonly refused: readonly (readonly [settings: object, code: ErrorCode, path: string])[];
  readonly steps: (idOf: (name: string) => string) => readonly Step[];
}

const named = (...names: readonly string[]) => names.map((name) => ({ name }));
const none = { type: 'none' };
const signed = { mode: 'only', types: ['signer.signed', 'envelope.completed', 'envelope.declined'] };
const ofPage = { mode: 'only', types: ['envelope.sent', 'signer.signed'] };

/** The documented configuration: business unit, triggers, content type, secret, verification, data, fields and mapping. */
const reporting = {
  name: 'Reporting',
  routing: { businessUnits: ['Retail'] },
  events: {
    types: ['envelope.created', 'envelope.updated', 'envelope.sent', 'signer.viewed', 'envelope.expired'],
  },
  delivery: { verifyTls: true },
  auth: { type: 'basic', username: '', password: 'the secret' },
  payload: {
    contentType: 'application/json',
    data: 'everything',
    extraFields: ['costCenter'],
    fieldMapping: ['total', 'total:amount', { from: 'customer.email', to: 'client.mail' }],
  },
};

const examples: readonly Example[] = [
  {
    profile: 'signpost',
    documented: 'a name and a URL are enough',
    webhooks: [{ path: '/anything', settings: { name: 'Everything' } }],
    shown: { events: { mode: 'all', except: [] }, auth: none, routing: { receives: 'matching' } },
    refused: [],
    steps: () => [{ event: { type: 'form.submitted' }, to: ['Everything'] }],
  },
  {
    profile: 'emsigner',
    documented: 'three departments of a bank, each with its own system (E3, E4, E5, E7, E12–E17, E21)',
    directory: {
      departments: named('Loans', 'HR', 'Compliance'),
      'source-systems': named('LoanManagement', 'HRPortal', 'ComplianceAudit'),
    },
    webhooks: [
      {
        path: '/api/loan-updates',
        settings: { name: 'Loans', events: signed, auth: none, routing: { requestFrom: ['LoanManagement'] } },
      },
      {
        path: '/api/employee-onboarding',
        settings: {
          name: 'HR',
          events: signed,
          auth: { type: 'basic', username: 'hr', password: 'p' },
          routing: { requestFrom: ['HRPortal'] },
        },
      },
      {
        path: '/api/audit-logs',
        settings: {
          name: 'Compliance',
          events: { mode: 'all' },
          auth: none,
          routing: { requestFrom: ['ComplianceAudit'] },
        },
      },
      { path: '/api/rest', settings: { name: 'Default', events: { mode: 'all' }, auth: none } },
    ],
    shown: { delivery: { retrySchedule: ['1m', '5m', '15m', '1h', '6h', '24h'] } },
    refused: [
      [{ auth: none, routing: { departments: ['HR'] } }, 'missing_field', 'events'],
      [{ events: signed, routing: { departments: ['HR'] } }, 'missing_field', 'auth'],
      [
        { events: signed, auth: { type: 'bearer', token: 't' }, routing: { departments: ['HR'] } },
        'invalid_field',
        'auth.type',
      ],
      [{ events: signed, auth: none }, 'routing_required', 'routing'],
    ],
    steps: () => [
      { put: 'loan', envelope: { requestFrom: ['LoanManagement'], department: 'Loans' } },
      { event: { type: 'signer.signed', envelopeId: 'loan' }, to: ['Loans'] },
      // No other webhook wants it: the default one takes it.
      { event: { type: 'signer.viewed', envelopeId: 'loan' }, to: ['Default'] },
      { put: 'staff-loan', envelope: { requestFrom: ['LoanManagement', 'HRPortal', 'ComplianceAudit'] } },
      { event: { type: 'envelope.completed', envelopeId: 'staff-loan' }, to: ['Loans', 'HR', 'Compliance'] },
    ],
  },
  {
    profile: 'esignglobal',
    documented: 'name, URL, events and trigger source, all required (G4, G5, G6, G8)',
    webhooks: [
      { path: '/page', settings: { name: 'Page', events: ofPage, routing: { triggers: ['page'] } } },
      {
        path: '/app',
        settings: {
          name: 'App',
          events: { mode: 'all' },
          routing: { triggers: ['integration'], appIds: ['crm'] },
        },
      },
    ],
    shown: {
      payload: { dialect: 'esignglobal' },
      delivery: {
        retrySchedule: { length: 16, 0: '10s', 15: '2h' },
        success: { status: '2xx', body: { path: 'code', equals: '200' } },
      },
    },
    refused: [
      [{ routing: { triggers: ['page'] } }, 'missing_field', 'events'],
      [{ events: ofPage }, 'missing_field', 'routing.triggers'],
      [{ events: ofPage, routing: { triggers: [] } }, 'invalid_field', 'routing.triggers'],
    ],
    steps: () => [
      { event: { type: 'signer.signed', routing: { trigger: 'page' } }, to: ['Page'] },
      { event: { type: 'signer.signed', routing: { trigger: 'integration', appId: 'crm' } }, to: ['App'] },
      { event: { type: 'signer.signed', routing: { trigger: 'integration', appId: 'erp' } }, to: [] },
    ],
  },
  {
    profile: 'ignisign',
    documented: 'all topics but those that are left out, no retries, https in PRODUCTION (I5, I22, I23, I26)',
    environment: 'TEST',
    webhooks: [{ path: '/callback', settings: { name: 'Backend', events: { except: ['profile.*'] } } }],
    shown: {
      events: { mode: 'all', except: ['profile.*'] },
      payload: { dialect: 'ignisign' },
      delivery: { retrySchedule: [], success: '200' },
    },
    refused: [],
    steps: () => [
      { event: { type: 'signer.signed' }, to: ['Backend'] },
      { event: { type: 'profile.created' }, to: [] },
    ],
  },
  {
    profile: 'one-cp',
    documented: 'a reporting webhook of a business unit (C3, C4, C10–C18)',
    directory: {
      'business-units': [
        { name: 'Retail', companies: [{ name: 'Retail Ltd', fields: { costCenter: '42' } }] },
        { name: 'Wholesale' },
      ],
    },
    webhooks: [{ path: '/reporting', settings: reporting }],
    shown: {
      ...reporting,
      events: { mode: 'only' },
      auth: { type: 'basic', username: '', passwordSet: true },
    },
    refused: [[{}, 'missing_field', 'routing.businessUnits']],
    steps: () => [
      { put: 'contract', envelope: { businessUnit: 'Retail', company: 'Retail Ltd' } },
      { event: { type: 'envelope.sent', envelopeId: 'contract' }, to: ['Reporting'] },
      { event: { type: 'envelope.completed', envelopeId: 'contract' }, to: [] },
      { event: { type: 'envelope.sent', routing: { businessUnit: 'Wholesale' } }, to: [] },
    ],
  },
  {
    profile: 'cellosign',
    documented: 'an explicit webhook, told by a template or ad hoc (L12, L14–L19, L28–L31)',
    webhooks: [
      {
        path: '/archive',
        settings: {
          name: 'Archive',
          firing: 'explicit',
          events: { types: ['document.archived'] },
          delivery: { timeoutSeconds: 20, headers: { 'X-Customer': 'bank' } },
          auth: { type: 'custom', name: 'X-Key', value: 'k' },
        },
      },
      { path: '/every', settings: { name: 'Every process', firing: 'implicit' } },
    ],
    template: { name: 'Mortgage', webhook: 'Archive' },
    shown: { firing: 'explicit', delivery: { timeoutSeconds: 20, verifyTls: true } },
    refused: [],
    steps: (idOf) => [
      { event: { type: 'document.archived' }, to: ['Every process'] },
      {
        event: { type: 'document.archived', routing: { template: 'Mortgage' } },
        to: ['Archive', 'Every process'],
      },
      { put: 'session', envelope: { integrations: [{ uuid: idOf('Archive') }] } },
      { event: { type: 'document.archived', envelopeId: 'session' }, to: ['Archive', 'Every process'] },
    ],
  },
];

it('every profile has its example', () => {
  expect(examples.map(({ profile }) => profile)).toEqual(profileNames);
});

it.each(profileNames)('%s has its vendor’s receiver format, where there is one', (profile) => {
  expect(policiesOf(profile).defaultDialect).toBe(findDialect(profile)?.name ?? 'signpost');
});

describe.each(examples)('$profile: $documented', (example) => {
  const { profile, environment = 'PRODUCTION', directory = {}, template } = example;
  let tenant: Tenant;
  const ids = new Map<string, string>();

  const add = async (segment: string, entry: object) => {
    const path = `/api/v1/organizations/${tenant.organizationId}/${segment}`;
    expect(await signpost.call('POST', path, entry)).toMatchObject({ status: 201 });
  };

  beforeAll(async () => {
    tenant = await signpost.tenant({ environment, organization: { profile } });
    for (const [segment, entries] of Object.entries(directory))
      for (const entry of entries) await add(segment, entry);
    for (const { path, settings } of example.webhooks) {
      const { id, name } = await tenant.webhook(receiver.url(path), settings);
      ids.set(String(name), id);
    }
    if (template) await add('templates', { name: template.name, webhooks: [ids.get(template.webhook)] });
  });

  it('is set up as documented, with the defaults of the vendor', async () => {
    const [first] = ids.values();
    expect((await tenant.call('GET', `/webhooks/${first}`)).body).toMatchObject(example.shown);
  });

  it.each(example.refused.map(([settings, code, path]) => ({ settings, code, path })))(
    'refuses $settings: $code at $path',
    async ({ settings, code, path }) => {
      const body = { name: 'x', url: receiver.url('/x'), ...settings };
      expect(refusal(await tenant.call('POST', '/webhooks', body), code).path).toBe(path);
    },
  );

  it('sends events where the vendor says', async () => {
    for (const step of example.steps((name) => ids.get(name) ?? '')) {
      if ('put' in step) {
        expect(await tenant.call('PUT', `/envelopes/${step.put}`, step.envelope)).toMatchObject({
          status: 200,
        });
        continue;
      }
      const { id, deliveries } = await tenant.send(step.event);
      expect(deliveries).toBe(step.to.length);
      const { decided } = (await tenant.call('GET', `/events/${id}/explain`)).body;
      const matched = decided.webhooks.filter((webhook: { matched: boolean }) => webhook.matched);
      expect(matched.map(({ name }: { name: string }) => name)).toEqual(step.to);
    }
  });
});

it('E5: each system gets its own at its own address, with the proof that was chosen (E16, E17)', async () => {
  const auth = { type: 'basic', username: 'lms', password: 'pw' };
  const tenant = await signpost.tenant({ organization: { profile: 'emsigner' } });
  await tenant.knows('source-systems', 'LoanManagement', 'HRPortal');
  const events = { mode: 'all' };
  await tenant.webhook(receiver.url('/lms'), { events, auth, routing: { requestFrom: ['LoanManagement'] } });
  await tenant.webhook(receiver.url('/hrportal'), {
    events,
    auth: none,
    routing: { requestFrom: ['HRPortal'] },
  });
  await tenant.call('PUT', '/envelopes/offer', { requestFrom: ['HRPortal'] });
  await tenant.call('PUT', '/envelopes/loan', { requestFrom: ['LoanManagement'] });
  await tenant.send({ id: 'offer-signed', envelopeId: 'offer' });
  await tenant.send({ id: 'loan-signed', envelopeId: 'loan' });
  const [loan, offer] = [await receiver.next('/lms'), await receiver.next('/hrportal')];
  expect([loan, offer].map(({ headers }) => headers['webhook-id'])).toEqual(['loan-signed', 'offer-signed']);
  expect(loan.headers.authorization).toBe(`Basic ${Buffer.from('lms:pw').toString('base64')}`);
  expect(offer.headers.authorization).toBeUndefined();
});

it('C17: the documented configuration reports companies and mapped fields, with the secret as password', async () => {
  const tenant = await signpost.tenant({ organization: { profile: 'one-cp' } });
  const companies = [
    { name: 'Retail Ltd', fields: { costCenter: '42' } },
    { name: 'Retail Asia', fields: {} },
  ];
  const units = `/api/v1/organizations/${tenant.organizationId}/business-units`;
  await signpost.call('POST', units, { name: 'Retail', companies });
  await tenant.webhook(receiver.url('/c17'), reporting);
  await tenant.call('PUT', '/envelopes/contract', { businessUnit: 'Retail' });
  const content = { total: 1250.5, customer: { email: 'ada@example.com' } };
  expect(await tenant.send({ type: 'envelope.sent', envelopeId: 'contract', content })).toMatchObject({
    deliveries: 1,
  });
  const { headers, body } = await receiver.next('/c17');
  expect(headers['content-type']).toBe('application/json');
  expect(headers.authorization).toBe(`Basic ${Buffer.from(':the secret').toString('base64')}`);
  expect(JSON.parse(body.toString())).toMatchObject({
    transactionId: 'contract',
    trigger: 'send',
    ...{ total: 1250.5, amount: 1250.5, client: { mail: 'ada@example.com' } },
    companies: [
      { name: 'Retail Ltd', fields: { costCenter: '42' } },
      { name: 'Retail Asia', fields: { costCenter: null } },
    ],
  });
});

it('ignisign in PRODUCTION: only https; what failed is sent again by hand (I22, I23, I26)', async () => {
  const organization = { profile: 'ignisign' };
  const production = await signpost.tenant({ organization });
  const http = { name: 'x', url: receiver.url('/x') };
  refusal(await production.call('POST', '/webhooks', http), 'url_refused');
  const tenant = await signpost.tenant({ organization, environment: 'TEST' });
  receiver.answer('/ignisign', { status: 500, times: 1 });
  await tenant.webhook(receiver.url('/ignisign'));
  const recorded = signpost.recorded();
  await tenant.send();
  await recorded;
  const [delivery] = await tenant.deliveries();
  expect(delivery).toMatchObject({ status: 'failed', attempts: 1 });
  const again = signpost.recorded();
  await tenant.call('POST', `/deliveries/${delivery?.id}/resend`);
  await again;
  expect(await tenant.deliveries()).toMatchObject([{ status: 'succeeded', attempts: 2 }]);
});

it('esignglobal: changed, deleted and confirmed only while it is disabled (G11, G12, G13)', async () => {
  const tenant = await signpost.tenant({ organization: { profile: 'esignglobal' } });
  const settings = { events: ofPage, routing: { triggers: ['page', 'integration'] } };
  const { id } = await tenant.webhook(receiver.url('/x'), settings);
  const path = `/webhooks/${id}`;
  refusal(await tenant.call('PATCH', path, { name: 'y' }), 'webhook_enabled');
  refusal(await tenant.call('DELETE', `${path}?confirm=Receiver`), 'webhook_enabled');
  await tenant.call('POST', `${path}/disable`);
  expect(await tenant.call('PATCH', path, { name: 'y' })).toMatchObject({ status: 200 });
  refusal(await tenant.call('DELETE', `${path}?confirm=Receiver`), 'confirmation_required');
  expect((await tenant.call('DELETE', `${path}?confirm=y`)).status).toBe(204);
});
