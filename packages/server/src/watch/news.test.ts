import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { findEventType } from '../catalogue/index.ts';
import type { AlertFacts, AlertStep, LastFailure } from '../domain/alert.ts';
import { createDirectory } from '../domain/directory.ts';
import { writeLetter } from './letters.ts';
import { toEvent } from './news.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
formatsPlugin.default(ajv);

const answered: LastFailure = {
  deliveryId: '019c95c7-cb6f-708e-bc27-392a36745b95',
  attempt: 3,
  at: '2026-03-05T11:02:44.190Z',
  durationMs: 84,
  status: 401,
  body: '{"message":"Password expired"}',
  error: null,
};
const unanswered: LastFailure = {
  ...answered,
  status: null,
  body: null,
  error: { kind: 'tls', message: 'The certificate expired on 13 April' },
};
const facts: AlertFacts = {
  webhookId: '019c95c7-cb6f-708e-bc27-392a36745b95',
  webhookName: 'Loan updates',
  url: 'https://lms.example.com/api/loan-updates',
  applicationId: 'appId_bank',
  applicationName: 'Contracts',
  environment: 'PRODUCTION',
  organizationName: 'XYZ Bank',
  routing: { requestFrom: [], departments: [] },
  kind: 'failing',
  since: '2026-03-05T10:21:07.552Z',
  failedAttempts: 5,
  attempts: null,
  failedDeliveries: 0,
  waitingDeliveries: 38,
  lastFailure: answered,
  disableAt: '2026-03-10T10:21:07.552Z',
  disabledAt: null,
  recoveredAt: null,
  recoveredBy: null,
};
const disabled = { ...facts, disableAt: null, disabledAt: '2026-03-10T10:21:07.552Z' };
const recovered = {
  ...facts,
  lastFailure: null,
  disableAt: null,
  recoveredAt: '2026-03-05T13:40:19.633Z',
  recoveredBy: 'delivery' as const,
};

const steps: readonly (readonly [name: string, step: AlertStep, facts: AlertFacts])[] = [
  ['failing with an answer', 'failing', facts],
  ['failing without one', 'failing', { ...facts, lastFailure: unanswered }],
  ['failing, and nothing is known', 'failing', { ...facts, lastFailure: null, disableAt: null }],
  ['failing often', 'failing', { ...facts, kind: 'failure_rate', attempts: 9, disableAt: null }],
  ['failing less often', 'recovered', { ...recovered, kind: 'failure_rate', attempts: 9 }],
  ['about to be disabled', 'warned', facts],
  ['disabled', 'disabled', disabled],
  ['gone', 'disabled', { ...disabled, kind: 'gone', lastFailure: { ...answered, status: 410 } }],
  ['still muted trouble', 'reminded', facts],
  ['recovered', 'recovered', recovered],
  ['enabled again', 'recovered', { ...recovered, recoveredBy: 'enabled' }],
];
const at = new Date('2026-03-05T11:02:44.190Z');

describe('the events about webhooks', () => {
  it.each(steps)(
    '(%s) say what the catalogue asks for, and always the same of the same step',
    (_name, step, told) => {
      const make = () => toEvent({ alertId: 'a', number: 2, step, at, facts: told }, createDirectory([]));
      const event = make();
      const type = findEventType(event.type);
      const validate = ajv.compile(type?.schema ?? false);
      expect(validate(JSON.parse(event.content.toString())), JSON.stringify(validate.errors)).toBe(true);
      expect(event.severity).toBe(type?.severity);
      expect(event.key).toBe('alert:a:2');
      expect(make()).toEqual(event);
    },
  );
});

describe('the mails about webhooks', () => {
  const letter = (step: AlertStep, told: AlertFacts) =>
    writeLetter([{ step, facts: told }], 'https://s.example');

  it.each(steps)('(%s) are whole sentences with a link', (_name, step, told) => {
    const { subject, text, html } = letter(step, told);
    expect(subject).toMatch(/^The webhook "Loan updates" \(PRODUCTION\) /);
    expect(text).toContain(
      'https://s.example/appId_bank/production/webhooks/019c95c7-cb6f-708e-bc27-392a36745b95\n',
    );
    expect(html).toContain('<a href="https://s.example/appId_bank/production/webhooks/');
    expect(`${subject}${text}${html}`).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('say how the last attempt ended and what to look at', () => {
    expect(letter('failing', facts).text).toContain(
      'The last attempt, on 2026-03-05 11:02 UTC: the receiver answered 401 Unauthorized.\nThe answer began: {"message":"Password expired"}',
    );
    expect(letter('failing', facts).text).toContain('Check the authentication of the webhook');
    const { text } = letter('failing', { ...facts, lastFailure: unanswered });
    expect(text).toContain('the certificate expired on 13 April.');
    expect(text).toContain('Check the certificate of the receiver');
  });

  it('are not written by receivers or by whoever names a webhook', () => {
    const hostile = {
      ...facts,
      webhookName: '<img src=x>\r\nBcc: all@example.com',
      lastFailure: { ...answered, body: `x\n\nhttps://evil.example/\n\n<b>${'y'.repeat(900)}` },
    };
    const { text, html } = letter('failing', hostile);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<b>');
    expect(html).not.toContain('href="https://evil');
    expect(text.split('\n').filter((line) => line.startsWith('https://'))).toHaveLength(1);
    expect(text.length).toBeLessThan(2000);
  });

  it('tell of much at once in one: the gravest in the subject, the first in full, all by name', () => {
    const news = Array.from({ length: 30 }, (_, index) => ({
      step: index === 20 ? ('disabled' as const) : ('failing' as const),
      facts: { ...facts, webhookId: `w${index}`, webhookName: `Webhook ${index}` },
    }));
    const { subject, text } = writeLetter(news, 'https://s.example');
    expect(subject).toBe('News of 30 webhooks: The webhook "Webhook 20" (PRODUCTION) was disabled');
    expect(text.match(/^What to do:/gm)).toHaveLength(10);
    for (const { facts: told } of news) expect(text).toContain(`"${told.webhookName}"`);
  });
});
