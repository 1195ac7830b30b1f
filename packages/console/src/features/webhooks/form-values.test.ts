import { expect, it } from 'vitest';
import type { WebhookDefaults } from '../../api/types.ts';
import { signingOf, toInput } from './form-input.ts';
import { emptyValues, fromWebhook, type Policies, startValues, type WebhookValues } from './form-values.ts';

const values = (change: Partial<WebhookValues>): WebhookValues => ({
  ...structuredClone(emptyValues),
  ...change,
});

it('leaves the retry schedule out unless it was chosen, so that the default of the organization holds', () => {
  expect(toInput(values({})).delivery).not.toHaveProperty('retrySchedule');
  const { delivery } = emptyValues;
  expect(toInput(values({ delivery: { ...delivery, retries: 'none' } })).delivery?.retrySchedule).toEqual([]);
  expect(
    toInput(values({ delivery: { ...delivery, retries: 'own', retrySchedule: ['5s'] } })).delivery
      ?.retrySchedule,
  ).toEqual(['5s']);
});

it('sends a secret only when one was entered: an empty field means "as it is"', () => {
  const auth = { ...emptyValues.auth, type: 'basic', username: 'lms' } as const;
  expect(toInput(values({ auth })).auth).toEqual({ type: 'basic', username: 'lms' });
  expect(toInput(values({ auth: { ...auth, password: 'x' } })).auth).toEqual({
    type: 'basic',
    username: 'lms',
    password: 'x',
  });
});

it('sends only the credentials of the type that was chosen', () => {
  const auth = { ...emptyValues.auth, type: 'bearer', username: 'left over', token: 't' } as const;
  expect(toInput(values({ auth })).auth).toEqual({ type: 'bearer', token: 't' });
});

it('asks a token URL for a client, and for a user only where the grant is a password (L21)', () => {
  const oauth2 = {
    ...emptyValues.auth,
    ...({ type: 'oauth2' } as const),
    ...{ tokenUrl: ' https://login.example.com/token ', clientId: 'lms', clientSecret: 's' },
    ...{ username: 'left over', scope: 'events' },
  };
  const asked = {
    type: 'oauth2',
    tokenUrl: 'https://login.example.com/token',
    clientId: 'lms',
    clientSecret: 's',
  };
  const usual = { clientAuth: 'basic', requestFormat: 'form', scope: 'events', audience: null };
  expect(toInput(values({ auth: oauth2 })).auth).toEqual({ ...asked, ...usual, grant: 'client_credentials' });
  expect(toInput(values({ auth: { ...oauth2, grant: 'password' as const, clientSecret: '' } })).auth).toEqual(
    {
      ...{ ...asked, ...usual, clientSecret: '' },
      ...{ grant: 'password', username: 'left over' },
    },
  );
});

it('begins a webhook as its organization does: what has to be chosen is not chosen yet (E17, G8)', () => {
  const policies = {
    ...{ requiredFields: ['events', 'auth', 'routing.triggers'], authTypes: ['none', 'basic'] },
    ...{ defaultEventsMode: 'only', defaultReceives: 'unrouted', defaultDialect: 'emsigner' },
  } as unknown as Policies;
  const alerts = {
    rules: 'organization',
    afterConsecutiveFailures: 3,
    disableAfter: null,
    failureRate: null,
  };
  const begun = startValues({ policies, webhook: { alerts } } as unknown as WebhookDefaults);
  expect(begun).toMatchObject({
    ...{ events: { mode: 'only', types: [] }, auth: { type: '' }, payload: { dialect: 'emsigner' } },
    routing: { receives: 'usual', triggers: [] },
  });
  expect(begun.alerts).toMatchObject({
    rules: 'organization',
    afterConsecutiveFailures: '3',
    disableAfter: '',
  });
  expect(toInput(begun).alerts).toEqual({ rules: 'organization', emails: [] });
  expect(toInput(begun)).not.toHaveProperty('auth');
  expect(toInput(begun).routing).not.toHaveProperty('receives');
  expect(toInput(begun).delivery).not.toHaveProperty('success');
});

it('keeps the rule of its organization on a webhook that follows it (E13)', () => {
  const policies = { defaultReceives: 'unrouted' } as unknown as Policies;
  const receives = (routing: Partial<WebhookValues['routing']>) => {
    const webhook = stored({ routing: { ...emptyValues.routing, ...routing } });
    return fromWebhook(webhook, policies).routing.receives;
  };
  expect(receives({ receives: 'unrouted' })).toBe('usual');
  expect(receives({ receives: 'matching', departments: ['Loans'] })).toBe('usual');
  expect(receives({ receives: 'matching' })).toBe('matching');
});

it('says the rules of alerts only where the webhook is to have its own: it follows its organization on (E9)', () => {
  const alerts = { ...everything.alerts, rules: 'organization' };
  const values = fromWebhook(stored({ alerts }), { defaultReceives: 'matching' } as Policies);
  expect(toInput(values).alerts).toEqual({ rules: 'organization', emails: ['a@example.com'] });
  values.alerts.rules = 'own';
  expect(toInput(values).alerts).toEqual(everything.alerts);
});

it('gives a secret to sign with only where both sides know one', () => {
  expect(signingOf({ scheme: 'hmac', secret: '' })).toEqual({ scheme: 'hmac' });
  expect(signingOf({ scheme: 'hmac', secret: ' known there ' })).toEqual({
    scheme: 'hmac',
    secret: 'known there',
  });
  expect(signingOf({ scheme: 'ed25519', secret: 'left over' })).toEqual({ scheme: 'ed25519' });
});

const everything = {
  id: 'w',
  name: 'Loans',
  description: 'd',
  url: 'https://lms.example.com',
  status: 'enabled',
  kind: 'notification',
  firing: 'explicit',
  events: { mode: 'only', types: ['signer.*'] },
  routing: { ...emptyValues.routing, departments: ['Loans'] },
  auth: { type: 'custom', name: 'X-Key', valueSet: true },
  payload: {
    ...{ dialect: 'adobe-sign', contentType: 'application/json', accept: 'application/xml', data: 'status' },
    ...{ extraFields: ['costCenter'], fieldMapping: ['total:amount'], options: { clientId: 'us' } },
  },
  delivery: {
    timeoutSeconds: 20,
    verifyTls: false,
    ca: null,
    headers: { 'X-Team': 'loans' },
    retrySchedule: ['5s', '1m'],
    success: { status: '200', body: { path: 'code', equals: '200' } },
    ordering: 'per-envelope',
    maxPerSecond: 10,
    maxConcurrent: null,
  },
  alerts: {
    rules: 'own',
    afterConsecutiveFailures: null,
    disableAfter: '5d',
    failureRate: { percent: 50, hours: 2, attemptsMin: 20 },
    emails: ['a@example.com'],
  },
  signing: { scheme: 'hmac' },
};
type Stored = Parameters<typeof fromWebhook>[0];
const stored = (change: object = {}) => ({ ...structuredClone(everything), ...change }) as unknown as Stored;

it('gives back what a webhook has when nothing is changed', () => {
  const { name, url, description, kind, firing, events, routing, payload, delivery, alerts } = stored();
  expect(toInput(fromWebhook(stored(), { defaultReceives: 'matching' } as Policies))).toEqual({
    ...{ name, url, description, kind, firing, events, routing, payload, delivery, alerts },
    auth: { type: 'custom', name: 'X-Key' },
  });
});
