import { expect, it } from 'vitest';
import { emptyValues, fromWebhook, toInput, type WebhookValues } from './form-values.ts';

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

it('gives back what a webhook has when nothing is changed', () => {
  const webhook = {
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
    delivery: {
      timeoutSeconds: 20,
      verifyTls: false,
      headers: { 'X-Team': 'loans' },
      retrySchedule: ['5s', '1m'],
      ordering: 'per-envelope',
      maxPerSecond: 10,
      maxConcurrent: null,
    },
    alerts: { afterConsecutiveFailures: null, disableAfter: '5d', emails: ['a@example.com'] },
    signing: { scheme: 'hmac' },
  } as unknown as Parameters<typeof fromWebhook>[0];
  const { name, url, description, kind, firing, events, routing, delivery, alerts } = webhook;
  expect(toInput(fromWebhook(webhook))).toEqual({
    ...{ name, url, description, kind, firing, events, routing, delivery, alerts },
    auth: { type: 'custom', name: 'X-Key' },
  });
});
