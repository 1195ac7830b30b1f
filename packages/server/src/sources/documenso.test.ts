import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewEvent } from '../domain/event.ts';
import { documenso } from './documenso.ts';
import type { InboundRequest } from './source.ts';

const receivedAt = Date.parse('2026-03-05T10:00:00Z');
const postedAt = '2026-03-05T09:59:58.000Z';

const ann = {
  id: 71,
  email: 'ann@lender.example',
  name: 'Ann Berg',
  token: 'tok-ann-secret',
  signedAt: null,
  expiresAt: null,
  role: 'SIGNER',
  readStatus: 'NOT_OPENED',
  signingStatus: 'NOT_SIGNED',
  sendStatus: 'SENT',
};
const bob = { ...ann, id: 72, email: 'bob@lender.example', name: 'Bob Cole', token: 'tok-bob-secret' };
const signed = (at: string) => ({ readStatus: 'OPENED', signingStatus: 'SIGNED', signedAt: at });

const loan = {
  id: 310,
  envelopeId: 'envelope_loan310',
  externalId: 'LOS-4471',
  title: 'Loan agreement',
  status: 'PENDING',
  createdAt: '2026-03-01T08:00:00.000Z',
  updatedAt: '2026-03-02T08:00:00.000Z',
  completedAt: null,
  deletedAt: null,
  formValues: { token: 'typed by the customer' },
};

const post = (event: unknown, payload: unknown, outer: object = {}) => ({
  event,
  payload,
  createdAt: postedAt,
  webhookEndpoint: 'https://signpost.example/in/src_secretpath',
  ...outer,
});
const request = (body: unknown, headers: Record<string, string> = {}): InboundRequest => ({
  headers,
  receivedAt,
  body: Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

function translated(body: unknown, headers: Record<string, string> = {}): NewEvent {
  const translation = documenso.translate(request(body, headers));
  if (translation.kind !== 'translated') throw new Error(`${translation.reason} at ${translation.path}`);
  const [event, ...more] = translation.events;
  if (event === undefined || more.length > 0) throw new Error('not exactly one event');
  return event;
}
const withRecipients = (...recipients: object[]) => ({ ...loan, recipients, Recipient: recipients });

describe('the secret in the header', () => {
  const verify = (header: string | undefined, secret: string | null) =>
    documenso.verify(
      { ...request('{}'), headers: header === undefined ? {} : { 'x-documenso-secret': header } },
      { secret },
    );

  it('is accepted when it is the same', () => {
    expect(verify('s3cret-ü', 's3cret-ü')).toEqual({ kind: 'verified' });
  });

  it.each([
    ['missing', undefined, 's3cret'],
    ['empty', '', 's3cret'],
    ['another', 's3cret2', 's3cret'],
    ['another', 's3cret, s3cret', 's3cret'],
    ['no secret', 's3cret', null],
    ['no secret', '', ''],
  ])('is refused when it is %s (%j for %j), without telling it', (word, header, secret) => {
    const refused = verify(header, secret);
    expect(refused).toMatchObject({ kind: 'refused', reason: expect.stringContaining(word) });
    expect(JSON.stringify(refused)).not.toContain('s3cret');
  });
});

describe('the type', () => {
  it.each([
    ['DOCUMENT_CREATED', 'envelope.created', 'info'],
    ['DOCUMENT_SENT', 'envelope.sent', 'info'],
    ['DOCUMENT_OPENED', 'signer.viewed', 'info'],
    ['DOCUMENT_SIGNED', 'signer.signed', 'info'],
    ['DOCUMENT_COMPLETED', 'envelope.completed', 'info'],
    ['DOCUMENT_RECIPIENT_COMPLETED', 'signer.completed', 'info'],
    ['DOCUMENT_REJECTED', 'envelope.declined', 'warning'],
    ['DOCUMENT_CANCELLED', 'envelope.voided', 'warning'],
    ['DOCUMENT_REMINDER_SENT', 'envelope.resent', 'warning'],
    ['RECIPIENT_EXPIRED', 'signer.expired', 'warning'],
    ['TEMPLATE_CREATED', 'template.created', 'info'],
    ['TEMPLATE_UPDATED', 'template.updated', 'info'],
    ['TEMPLATE_DELETED', 'template.deleted', 'info'],
    ['TEMPLATE_USED', 'template.used', 'info'],
    ['DOCUMENT_MOVED', 'platform.unmapped', 'warning'],
    ['document_sent', 'platform.unmapped', 'warning'],
    ['__proto__', 'platform.unmapped', 'warning'],
  ])('of %s is %s (%s)', (name, type, severity) => {
    expect(translated(post(name, withRecipients(ann)))).toMatchObject({
      type,
      severity,
      platform: { platform: 'documenso', type: name, id: null },
      envelope: { id: 'envelope_loan310', externalId: 'LOS-4471', title: 'Loan agreement' },
    });
  });

  it('of an unknown event survives a payload of any shape', () => {
    for (const payload of [null, 7, 'x', [], { id: {} }, undefined]) {
      expect(translated(post('TEAM_RENAMED', payload))).toMatchObject({
        type: 'platform.unmapped',
        envelope: null,
      });
    }
  });
});

describe('the envelope', () => {
  it.each([
    [{ id: 310 }, { id: '310', externalId: null, title: null }],
    [
      { id: '310', envelopeId: '' },
      { id: '310', externalId: null, title: null },
    ],
    [
      { envelopeId: 'e', title: 'a\0b', externalId: 5 },
      { id: 'e', externalId: '5', title: 'ab' },
    ],
    [{ id: 1e300 }, null],
    [{ envelopeId: 'e'.repeat(201) }, null],
    [{ envelopeId: ['e'], id: true }, null],
    [{}, null],
  ])('of %j is %j', (payload, envelope) => {
    expect(translated(post('DOCUMENT_SENT', payload)).envelope).toEqual(envelope);
  });
});

describe('who acted and when', () => {
  const early = '2026-03-03T08:00:00.000Z';
  const late = '2026-03-04T08:00:00.000Z';
  const opened = { readStatus: 'OPENED' };
  const rejected = { readStatus: 'OPENED', signingStatus: 'REJECTED', signedAt: late };
  const expired = (at: string, notified: string | null) => ({
    expiresAt: at,
    expirationNotifiedAt: notified,
  });
  it.each([
    [
      'the last to sign',
      'DOCUMENT_SIGNED',
      [
        { ...ann, ...signed(late) },
        { ...bob, ...signed(early) },
      ],
      71,
      late,
    ],
    ['the last to finish', 'DOCUMENT_RECIPIENT_COMPLETED', [{ ...ann, ...signed(early) }, bob], 71, early],
    [
      'nobody when two signed at once',
      'DOCUMENT_SIGNED',
      [ann, bob].map((r) => ({ ...r, ...signed(early) })),
      null,
      postedAt,
    ],
    ['nobody in copy', 'DOCUMENT_SIGNED', [{ ...ann, ...signed(late), role: 'CC' }], null, postedAt],
    [
      'who rejected',
      'DOCUMENT_REJECTED',
      [
        { ...ann, ...signed(early) },
        { ...bob, ...rejected },
      ],
      72,
      late,
    ],
    ['the only one who opened', 'DOCUMENT_OPENED', [ann, { ...bob, ...opened }], 72, postedAt],
    [
      'who opened and has not signed',
      'DOCUMENT_OPENED',
      [
        { ...ann, ...signed(early) },
        { ...bob, ...opened },
      ],
      72,
      postedAt,
    ],
    [
      'nobody when several have opened',
      'DOCUMENT_OPENED',
      [
        { ...ann, ...opened },
        { ...bob, ...opened },
      ],
      null,
      postedAt,
    ],
    ['who expired', 'RECIPIENT_EXPIRED', [{ ...ann, ...expired(early, null) }, bob], 71, early],
    [
      'who expired last',
      'RECIPIENT_EXPIRED',
      [
        { ...ann, ...expired(early, early) },
        { ...bob, ...expired(early, late) },
      ],
      72,
      early,
    ],
    [
      'nobody whose time is not up',
      'RECIPIENT_EXPIRED',
      [{ ...ann, ...expired('2027-01-01T00:00:00Z', null) }],
      null,
      postedAt,
    ],
  ])('%s', (_, name, recipients, id, at) => {
    const event = translated(post(name, withRecipients(...recipients)));
    expect(event.signer?.id ?? null).toBe(id === null ? null : String(id));
    expect(new Date(event.occurredAt).toISOString()).toBe(at);
  });

  it('tells all that is known of a signer, from the older list too', () => {
    expect(
      translated(post('DOCUMENT_SIGNED', { ...loan, Recipient: [{ ...ann, ...signed(late) }] })).signer,
    ).toEqual({
      id: '71',
      name: 'Ann Berg',
      email: 'ann@lender.example',
      role: 'SIGNER',
    });
  });

  it.each([
    ['DOCUMENT_CREATED', {}, loan.createdAt],
    ['DOCUMENT_SENT', {}, loan.updatedAt],
    ['DOCUMENT_COMPLETED', { completedAt: late }, late],
    ['DOCUMENT_COMPLETED', { completedAt: 'soon' }, loan.updatedAt],
    ['DOCUMENT_CANCELLED', { completedAt: late }, late],
    ['DOCUMENT_CANCELLED', {}, postedAt],
    ['DOCUMENT_REMINDER_SENT', {}, postedAt],
    ['TEMPLATE_CREATED', { createdAt: '+275760-09-13T00:00:00.000Z' }, postedAt],
    ['TEMPLATE_CREATED', { createdAt: '2026-03-01T08:00:00' }, postedAt],
    ['TEMPLATE_CREATED', { createdAt: 1_772_352_000_000 }, postedAt],
  ])('%s with %j happened at %s', (name, changes, at) => {
    expect(new Date(translated(post(name, { ...loan, ...changes })).occurredAt).toISOString()).toBe(at);
  });

  it('happened on arrival when nothing says when', () => {
    expect(translated({ event: 'DOCUMENT_OPENED', payload: {}, createdAt: 'yesterday' }).occurredAt).toBe(
      receivedAt,
    );
  });
});

describe('the key', () => {
  const key = (event: string, payload: unknown, outer: object = {}) =>
    translated(post(event, payload, outer)).key;

  it('is the same for a retry, an edited URL, another order and a resend by hand', () => {
    const first = key('DOCUMENT_SENT', loan, { deliveryId: 'd1' });
    const reordered = Object.fromEntries(Object.entries(loan).reverse());
    expect(first).toMatch(/^documenso:[0-9a-f]{64}$/);
    expect(key('DOCUMENT_SENT', loan, { createdAt: '2026-03-05T09:00:00Z', webhookEndpoint: 'x' })).toBe(
      first,
    );
    expect(key('DOCUMENT_SENT', reordered, { deliveryId: 'd2' })).toBe(first);
    expect(translated(JSON.stringify(post('DOCUMENT_SENT', loan), null, 2)).key).toBe(first);
  });

  it('is another for another event or payload', () => {
    const keys = [
      key('DOCUMENT_SENT', loan),
      key('DOCUMENT_CREATED', loan),
      key('DOCUMENT_SENT', { ...loan, status: 'DRAFT' }),
      key('DOCUMENT_SENT', { ...loan, formValues: [['token', 'typed by the customer']] }),
      key('DOCUMENT_SENT', JSON.parse('{"a":{"__proto__":1}}')),
      key('DOCUMENT_SENT', JSON.parse('{"a":{}}')),
      key('TEAM_RENAMED', null),
      key('TEAM_RENAMED', undefined, { team: 4 }),
      key('TEAM_RENAMED', undefined, { team: 5 }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('tells a second reminder from a retry of the first by the delivery id, of the body or the header', () => {
    const first = key('DOCUMENT_REMINDER_SENT', loan, { deliveryId: 'd1' });
    expect(key('DOCUMENT_REMINDER_SENT', loan, { deliveryId: 'd1', createdAt: postedAt })).toBe(first);
    expect(key('DOCUMENT_REMINDER_SENT', loan, { deliveryId: 'd2' })).not.toBe(first);
    const fromHeader = translated(post('DOCUMENT_REMINDER_SENT', loan), { 'x-documenso-delivery-id': 'd1' });
    expect(fromHeader.key).toBe(first);
    expect(fromHeader.platform?.id).toBe('d1');
  });
});

describe('the content', () => {
  it('is the post byte for byte, without signing tokens and the inbound URL', () => {
    const received = `{ "event":"DOCUMENT_SENT",
      "payload" : {"id":1.0,"title":"\\u05d7וזה 🖋","recipients":[{"token" : "tok\\"en","n":1e2}, {"to\\u006ben":null}],
      "Recipient":[{"token":"tok"}],"recipients":[{"token":{"a":["tok"]}}],"formValues":{"token":"kept"}},
      "webhookEndpoint":"https://signpost.example/in/src_secretpath","createdAt" :"2026-03-05T09:59:58.000Z"}\n`;
    expect(translated(received).content.toString()).toBe(`{ "event":"DOCUMENT_SENT",
      "payload" : {"id":1.0,"title":"\\u05d7וזה 🖋","recipients":[{"token" : "[redacted]","n":1e2}, {"to\\u006ben":"[redacted]"}],
      "Recipient":[{"token":"[redacted]"}],"recipients":[{"token":"[redacted]"}],"formValues":{"token":"kept"}},
      "webhookEndpoint":"[redacted]","createdAt" :"2026-03-05T09:59:58.000Z"}\n`);
  });

  it('of an unknown event hides tokens wherever they stand', () => {
    const { content } = translated({
      event: 'LINK_MADE',
      payload: { link: { token: 'tok' } },
      data: [{ token: 'tok' }],
    });
    expect(content.toString()).not.toContain('"tok"');
  });
});

describe('what cannot be read', () => {
  it.each([
    ['', 'not JSON', null],
    ['{"event":"DOCUMENT_SENT"', 'not JSON', null],
    ['\ufeff{}', 'not JSON', null],
    ['null', 'not a JSON object', null],
    ['[{"event":"DOCUMENT_SENT","payload":{}}]', 'not a JSON object', null],
    ['"DOCUMENT_SENT"', 'not a JSON object', null],
    ['{}', 'no name', 'event'],
    ['{"event":7,"payload":{}}', 'no name', 'event'],
    ['{"event":"","payload":{}}', 'no name', 'event'],
    ['{"event":"\\u0000","payload":{}}', 'no name', 'event'],
    ['{"__proto__":{"event":"DOCUMENT_SENT","payload":{}}}', 'no name', 'event'],
    ['{"event":"DOCUMENT_SENT","payload":null}', 'not a JSON object', 'payload'],
    ['{"event":"DOCUMENT_SENT","payload":[]}', 'not a JSON object', 'payload'],
    ['{"event":"DOCUMENT_SENT","payload":{},"payload":1}', 'not a JSON object', 'payload'],
    ['{"event":"DOCUMENT_SENT"}', 'not a JSON object', 'payload'],
  ])('%s: %s', (body, reason, path) => {
    expect(documenso.translate(request(body))).toEqual({
      kind: 'unreadable',
      reason: expect.stringContaining(reason),
      path,
    });
  });

  it('bytes that are not UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"event":"DOCUMENT_SENT","payload":{"title":"'),
      Buffer.from([0xff]),
      Buffer.from('"}}'),
    ]);
    expect(documenso.translate(request(bytes))).toMatchObject({
      kind: 'unreadable',
      reason: 'the body is not UTF-8',
    });
  });
});

describe('hostile posts', () => {
  const wild = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      'SIGNED',
      'OPENED',
      'REJECTED',
      '2026-02-30T00:00:00Z',
      '9999-12-31T23:59:59Z',
      -1,
      1e308,
      '\ud800',
    ),
  );
  const recipient = fc.dictionary(fc.constantFrom('__proto__', 'toString', ...Object.keys(ann)), wild);
  const payload = fc.oneof(
    wild,
    fc.record({
      ...Object.fromEntries(Object.keys(loan).map((name) => [name, wild])),
      recipients: fc.array(recipient),
      Recipient: wild,
    }),
  );
  const name = fc.oneof(
    fc.constantFrom('DOCUMENT_SIGNED', 'DOCUMENT_REJECTED', 'RECIPIENT_EXPIRED', 'DOCUMENT_OPENED'),
    wild,
  );

  it('never make it throw, and what comes out can be stored', () => {
    fc.assert(
      fc.property(name, payload, wild, (event, body, createdAt) => {
        const translation = documenso.translate(
          request({ event, payload: body, createdAt, deliveryId: createdAt }),
        );
        for (const { occurredAt, envelope, signer } of translation.kind === 'translated'
          ? translation.events
          : []) {
          expect(Number.isInteger(occurredAt) && occurredAt > 0 && occurredAt <= receivedAt + 300_000).toBe(
            true,
          );
          expect(JSON.stringify([envelope, signer])).not.toContain('\\u0000');
        }
      }),
    );
  });

  it('nested a megabyte deep are read, keyed and redacted', () => {
    const deep = `${'['.repeat(500_000)}{"token":"tok"}${']'.repeat(500_000)}`;
    const event = translated(`{"event":"DOCUMENT_SENT","payload":{"recipients":${deep}}}`);
    expect(event.content.includes('"tok"')).toBe(false);
    expect(event.key).toMatch(/^documenso:[0-9a-f]{64}$/);
  });
});

const samples = join(import.meta.dirname, '../../../../../shared/samples/documenso');
const sampleNames = existsSync(samples) ? readdirSync(samples).filter((file) => file.endsWith('.json')) : [];

describe("the platform's own examples", () => {
  it('are at hand', (context) => {
    if (sampleNames.length === 0) context.skip(`no examples in ${samples}`);
  });

  it.each(sampleNames)('%s is understood', (file) => {
    const received = readFileSync(join(samples, file), 'utf8');
    const event = translated(received);
    expect(event.type).not.toBe('platform.unmapped');
    expect(event.envelope?.id).toBe('envelope_abcdefhiklmnorst');
    expect(new Date(event.occurredAt).toISOString()).toMatch(/^2024-04-22T11:/);
    const unredacted = received.replaceAll(/("(?:token|webhookEndpoint)": )"[^"]*"/g, '$1"[redacted]"');
    expect(event.content.toString()).toBe(unredacted);
    if (/REJECTED|EXPIRED/.test(file)) expect(event.signer?.email).toBe('signer@example.com');
  });
});
