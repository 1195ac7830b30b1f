// The formats of DocuSign Connect, Dropbox Sign and Adobe Sign: a receiver that was written for the vendor must not notice.
// Signatures are checked as the vendor's documentation says, by code that shares nothing with ours; shapes are compared with
// what the vendors have published (../shared/samples).
import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clientIdHeader, echoProblem } from '../../src/dialects/adobe-sign.ts';
import { signingKeys } from '../../src/domain/signing.ts';
import type { Answer } from '../../src/domain/success-rule.ts';
import { exampleEvent } from '../../src/domain/test-send.ts';
import {
  bodyOf,
  dialectOf,
  eventOf,
  expressedBy,
  facts,
  now,
  requestOf,
  settings,
  yael,
} from './rendering.ts';

const samples = join(import.meta.dirname, '../../../../../shared/samples');
const samplesOf = (vendor: string): readonly unknown[] =>
  readdirSync(join(samples, vendor))
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(samples, vendor, name), 'utf8')) as unknown);
const lacks = (vendor: string) => !existsSync(join(samples, vendor));

/** Every place in a value: `event.event_hash`, `signatures[].order`. */
function places(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => places(item, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value);
  return [at, ...inner.flatMap(([name, member]) => places(member, at === '' ? name : `${at}.${name}`))];
}

const given = (text: string) => signingKeys({ scheme: 'hmac', form: 'text', secret: Buffer.from(text) });
const answer = (body: string, more: Partial<Answer> = {}): Answer => ({
  status: 200,
  headers: [],
  body: Buffer.from(body),
  ...more,
});

describe('docusign-connect', () => {
  const completed = eventOf('envelope.completed', {
    message: 'Please sign.',
    sender: { id: 'u-9', name: 'Kim', email: 'kim@example.com' },
    signers: [
      {
        id: 's-1',
        name: 'Yael',
        email: 'y@example.com',
        order: 2,
        status: 'signed',
        signedAt: '2026-03-03T08:00:00Z',
      },
    ],
    documents: [{ id: 'd-1', name: 'a.pdf' }],
  });

  /** As the vendor's documentation says: the key is a text, the answer Base64, and any of the headers may match. */
  const verify = (headers: readonly (readonly [string, string])[], body: Buffer, key: string): boolean => {
    const expected = createHmac('sha256', key).update(body).digest('base64');
    return headers.some(([name, value]) => /^x-docusign-signature-\d+$/.test(name) && value === expected);
  };

  it.each(expressedBy(dialectOf('docusign-connect')))(
    'signs the raw body of %s by the text of every live secret, so that either verifies (G14)',
    (type) => {
      const keys = [given('cNCzmGjBs6rmcIFqHhTPqHm4yAFa9zU4mWbnvOy1x3o='), given('whsec_not decoded at all')];
      const { headers, body } = requestOf('docusign-connect', exampleEvent(type, 'evt-1', now), {}, { keys });
      expect(verify(headers, body, 'cNCzmGjBs6rmcIFqHhTPqHm4yAFa9zU4mWbnvOy1x3o=')).toBe(true);
      expect(verify(headers, body, 'whsec_not decoded at all')).toBe(true);
      expect(verify(headers, body, 'another key')).toBe(false);
      expect(verify(headers, Buffer.concat([body, Buffer.from(' ')]), 'whsec_not decoded at all')).toBe(
        false,
      );
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-authorization-digest': 'HMACSHA256',
        'x-docusign-accountid': 'appId_bank',
      });
    },
  );

  it('signs by the text of a secret that was made here, as its owner was shown it', () => {
    const secret = { scheme: 'hmac', form: 'bytes', secret: Buffer.alloc(32, 3) } as const;
    const shown = 'whsec_AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM=';
    const { headers, body } = requestOf('docusign-connect', completed, {}, { keys: [signingKeys(secret)] });
    expect(verify(headers, body, shown)).toBe(true);
  });

  it('leaves out a key pair that still signs during an overlap', () => {
    const pair = signingKeys({ scheme: 'ed25519', form: 'bytes', secret: Buffer.alloc(32, 1) });
    const { headers } = requestOf('docusign-connect', completed, {}, { keys: [given('12345678'), pair] });
    const names = headers.map(([name]) => name).filter((name) => name.startsWith('x-docusign-signature'));
    expect(names).toEqual(['x-docusign-signature-1']);
  });

  it('tells the account, the user and the configuration that the receiver expects, and which attempt it is', () => {
    const options = { accountId: 'acc 1', userId: 'u-1', configurationId: '41' };
    const { body } = requestOf(
      'docusign-connect',
      completed,
      { options },
      { facts: { ...facts, attempt: 3 } },
    );
    expect(JSON.parse(body.toString())).toMatchObject({
      uri: '/restapi/v2.1/accounts/acc%201/envelopes/env-1',
      retryCount: 2,
      configurationId: 41,
      generatedDateTime: '2026-03-03T08:12:40.000Z',
      data: { accountId: 'acc 1', userId: 'u-1', envelopeId: 'env-1' },
    });
  });

  it('writes the envelope, its recipients and documents as the vendor does', () => {
    expect(bodyOf('docusign-connect', completed)).toMatchObject({
      event: 'envelope-completed',
      configurationId: 0,
      data: {
        userId: 'u-9',
        envelopeSummary: {
          status: 'completed',
          emailSubject: 'Loan',
          completedDateTime: '2026-03-03T08:12:40.000Z',
          sender: { userName: 'Kim', userId: 'u-9', email: 'kim@example.com' },
          recipients: {
            signers: [
              {
                recipientId: 's-1',
                routingOrder: '2',
                status: 'completed',
                signedDateTime: '2026-03-03T08:00:00.000Z',
              },
            ],
            recipientCount: '1',
          },
          envelopeDocuments: [{ documentId: '1', documentIdGuid: 'd-1', name: 'a.pdf' }],
        },
      },
    });
  });

  it('names the recipient of what a signer did, with the reason of a refusal', () => {
    const declined = eventOf('signer.declined', { reason: 'Too expensive' }, { signer: yael });
    expect(bodyOf('docusign-connect', declined)).toMatchObject({
      event: 'recipient-declined',
      data: {
        recipientId: 'sig-1',
        envelopeSummary: {
          status: 'declined',
          recipients: { signers: [{ status: 'declined', declinedReason: 'Too expensive' }] },
        },
      },
    });
  });

  it('tells an envelope that expired as voided, as the vendor does', () => {
    expect(bodyOf('docusign-connect', eventOf('envelope.expired', '{}'))).toMatchObject({
      event: 'envelope-voided',
      data: { envelopeSummary: { status: 'voided', voidedReason: 'Envelope has expired.' } },
    });
  });

  it('sends the status alone where that is wanted, and mapped fields as custom fields (C14, C16)', () => {
    const input = { data: 'status', fieldMapping: ['sender.name:owner', 'nothing'] } as const;
    expect(bodyOf('docusign-connect', completed, input)).toMatchObject({
      data: {
        envelopeSummary: {
          envelopeId: 'env-1',
          status: 'completed',
          statusChangedDateTime: '2026-03-03T08:12:40.000Z',
          customFields: {
            textCustomFields: [
              { fieldId: '1', name: 'owner', value: 'Kim', show: 'true', required: 'false' },
              { fieldId: '2', name: 'nothing', value: '', show: 'true', required: 'false' },
            ],
          },
        },
      },
    });
  });

  it.skipIf(lacks('docusign-connect'))(
    'has no member that the vendor’s messages have not (needs ../shared/samples)',
    () => {
      const known = new Set(samplesOf('docusign-connect').flatMap((sample) => loose(places(sample))));
      for (const type of expressedBy(dialectOf('docusign-connect'))) {
        if (type.startsWith('template.')) continue;
        const ours = places(bodyOf('docusign-connect', exampleEvent(type, 'evt-1', now)));
        expect(ours.filter((place) => !known.has(place) && place !== '')).toEqual([]);
      }
    },
  );

  /** Recorded messages stand in a list, under the name `log`. */
  const loose = (found: readonly string[]) => found.map((place) => place.replace(/^\[\]\.log\.?/, ''));
});

describe('dropbox-sign', () => {
  /** As the vendor's documentation says: multipart, one field `json`. Node's own parser reads it. */
  const fieldsOf = async (headers: readonly (readonly [string, string])[], body: Buffer) => {
    const type = Object.fromEntries(headers)['content-type'] ?? '';
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    return [...form.entries()];
  };
  const callbackOf = async (...args: Parameters<typeof requestOf>) => {
    const { headers, body } = requestOf(...args);
    const fields = await fieldsOf(headers, body);
    expect(fields.map(([name]) => name)).toEqual(['json']);
    return JSON.parse(String(fields[0]?.[1])) as Callback;
  };
  const isValid = ({ event }: Callback, apiKey: string) =>
    createHmac('sha256', apiKey)
      .update(event.event_time + event.event_type)
      .digest('hex') === event.event_hash;
  interface Callback {
    readonly event: { readonly event_time: string; readonly event_type: string; readonly event_hash: string };
    readonly [name: string]: unknown;
  }
  const apiKey = '324e3b0840f065eb51f3fd63231d0d33daa35d4ed10d27718839e81737065782';

  it.skipIf(lacks('dropbox-sign'))(
    'is checked here as the vendor’s own vectors are (needs ../shared/samples)',
    () => {
      const path = join(samples, 'dropbox-sign/EventCallbackHelper_AppCallbacks.json');
      const vectors = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Callback>;
      expect(Object.values(vectors).map((vector) => isValid(vector, apiKey))).toEqual([
        true,
        true,
        true,
        true,
      ]);
    },
  );

  it.each(expressedBy(dialectOf('dropbox-sign')))(
    'sends %s as one form field, with a hash by the API key',
    async (type) => {
      const event = exampleEvent(type, 'evt-1', now);
      const callback = await callbackOf(
        'dropbox-sign',
        event,
        {},
        { keys: [given(apiKey), given('old key 1')] },
      );
      expect(isValid(callback, apiKey)).toBe(true);
      expect(isValid(callback, 'old key 1')).toBe(false);
      expect(callback.event.event_type).toBe(dialectOf('dropbox-sign').namesOf(type)[0]);
      expect(callback.event.event_time).toBe(String(Math.floor(now / 1000)));
    },
  );

  it('hashes by a secret that is left where the newest is a key pair', async () => {
    const pair = signingKeys({ scheme: 'ed25519', form: 'bytes', secret: Buffer.alloc(32, 1) });
    const event = eventOf('envelope.sent', '{}');
    const callback = await callbackOf('dropbox-sign', event, {}, { keys: [pair, given(apiKey)] });
    expect(isValid(callback, apiKey)).toBe(true);
  });

  it('reads back whatever stands in the content, also what looks like the end of a field', async () => {
    const title = '\r\n--signpost--\r\nContent-Disposition: form-data; name="json"\r\n\r\n{}';
    const envelope = { id: 'env-1', externalId: null, title };
    const callback = await callbackOf('dropbox-sign', eventOf('envelope.sent', '{}', { envelope }));
    expect(callback).toMatchObject({ signature_request: { title } });
  });

  it('tells who signed, what became of the request, and of whom it is reported', async () => {
    const signed = eventOf('signer.signed', { envelopeStatus: 'sent' }, { signer: yael });
    const options = { accountId: 'acc-1', clientId: 'app-1' };
    expect(await callbackOf('dropbox-sign', signed, { options })).toMatchObject({
      event: {
        event_metadata: {
          related_signature_id: 'sig-1',
          reported_for_account_id: 'acc-1',
          reported_for_app_id: 'app-1',
        },
      },
      account_guid: 'acc-1',
      client_id: 'app-1',
      signature_request: {
        signature_request_id: 'env-1',
        test_mode: false,
        is_complete: false,
        signatures: [{ signature_id: 'sig-1', status_code: 'signed', signed_at: 1772525560 }],
      },
    });
    const declined = eventOf('envelope.declined', { reason: 'Too expensive' });
    expect(await callbackOf('dropbox-sign', declined)).toMatchObject({
      event: { event_metadata: { event_message: 'Too expensive' } },
      signature_request: { is_declined: true },
    });
  });

  it('puts mapped fields into the metadata (C16)', async () => {
    const sent = eventOf('envelope.sent', '{"total":1.50}');
    const callback = await callbackOf('dropbox-sign', sent, { fieldMapping: ['total:contract.amount'] });
    expect(callback).toMatchObject({ signature_request: { metadata: { 'contract.amount': '1.50' } } });
  });

  it('wants the vendor’s text in the answer, and 200', () => {
    const dialect = dialectOf('dropbox-sign');
    const judged = (body: string, status = 200) =>
      dialect.judge(answer(body, { status }), settings(dialect)).kind;
    expect(judged('Hello API Event Received')).toBe('success');
    expect(judged('<a href="/">Home</a>\nHello API Event Received\n')).toBe('success');
    expect(judged('hello api event received')).toBe('failure');
    expect(judged('OK')).toBe('failure');
    expect(judged('')).toBe('failure');
    expect(judged('Hello API Event Received', 201)).toBe('failure');
    expect(judged('Hello API Event Received', 410)).toBe('gone');
  });

  it.skipIf(lacks('dropbox-sign'))(
    'has no member that the vendor’s callbacks have not, and theirs of the same type (needs ../shared/samples)',
    async () => {
      const [sent, template] = ['AccountSignatureRequestSent', 'AppTemplateCreated'].map(
        (name) =>
          JSON.parse(
            readFileSync(join(samples, `dropbox-sign/EventCallback${name}.json`), 'utf8'),
          ) as Callback,
      );
      // These stand in other examples of the vendor.
      const elsewhere = [
        'account_guid',
        'client_id',
        'signature_request.test_mode',
        'signature_request.expires_at',
      ];
      const known = new Set([...places(sent), ...places(template), ...elsewhere]);
      for (const type of ['envelope.sent', 'signer.signed', 'template.created']) {
        const callback = await callbackOf('dropbox-sign', exampleEvent(type, 'evt-1', now));
        expect(places(callback).filter((place) => !known.has(place) && place !== '')).toEqual([]);
      }
      const ours = await callbackOf('dropbox-sign', exampleEvent('envelope.sent', 'evt-1', now));
      expect(differences(sent, ours)).toEqual([]);
    },
  );

  /** Places where both have something, of another kind. */
  const differences = (theirs: unknown, ours: unknown, at = ''): readonly string[] => {
    if (theirs === null || ours === null || theirs === undefined || ours === undefined) return [];
    if (typeof theirs !== typeof ours || Array.isArray(theirs) !== Array.isArray(ours)) return [at];
    if (typeof theirs !== 'object') return [];
    return Object.entries(theirs).flatMap(([name, member]) =>
      differences(member, (ours as Record<string, unknown>)[name], `${at}.${name}`),
    );
  };
});

describe('adobe-sign', () => {
  const dialect = dialectOf('adobe-sign');
  const payload = settings(dialect);

  it('carries the client id in a header, as a handshake does', () => {
    const { headers } = requestOf('adobe-sign', eventOf('envelope.sent', '{}'));
    expect(headers).toContainEqual(['x-adobesign-clientid', 'client-1']);
    expect(clientIdHeader(payload)).toEqual(['x-adobesign-clientid', 'client-1']);
    expect(echoProblem(answer('', { headers: [clientIdHeader(payload)] }), payload)).toBeNull();
    expect(echoProblem(answer(''), payload)).toContain('client id');
  });

  it('takes an echo in the header or in the body, and nothing else (2xx)', () => {
    const judged = (body: string, headers: Answer['headers'] = [], status = 200) =>
      dialect.judge(answer(body, { headers, status }), payload).kind;
    expect(judged('', [['X-AdobeSign-ClientId', 'client-1']])).toBe('success');
    expect(judged('{"xAdobeSignClientId":"client-1"}')).toBe('success');
    expect(judged('{"xAdobeSignClientId":"client-1"}', [['x-adobesign-clientid', 'other']])).toBe('success');
    expect(judged('', [['x-adobesign-clientid', 'other']])).toBe('failure');
    expect(judged('{"xAdobeSignClientId":"other"}')).toBe('failure');
    expect(judged('{}')).toBe('failure');
    expect(judged('client-1')).toBe('failure');
    expect(judged('null')).toBe('failure');
    expect(judged('', [['x-adobesign-clientid', 'client-1']], 500)).toBe('failure');
  });

  it('says what is missing in an answer', () => {
    expect(dialect.judge(answer('{}'), payload)).toMatchObject({
      reason: expect.stringContaining('neither'),
    });
    const other = answer('', { headers: [['x-adobesign-clientid', 'x']] });
    expect(dialect.judge(other, payload)).toMatchObject({ reason: expect.stringContaining('another') });
  });

  it('writes the agreement and its participants as the vendor does', () => {
    const signed = eventOf('signer.signed', { client: { ip: '192.0.2.1' } }, { signer: yael });
    expect(bodyOf('adobe-sign', signed)).toMatchObject({
      webhookId: 'wh-1',
      webhookName: 'Loans',
      webhookNotificationId: '019c95c7-d2a4-7f6f-8c39-4de6ab7f0b51',
      webhookUrlInfo: { url: 'https://lms.example.com/hook' },
      event: 'AGREEMENT_ACTION_COMPLETED',
      eventDate: '2026-03-03T08:12:40Z',
      participantUserEmail: 'yael@example.com',
      actingUserIpAddress: '192.0.2.1',
      agreement: {
        id: 'env-1',
        status: 'OUT_FOR_SIGNATURE',
        externalId: { id: 'LN-1' },
        participantSetsInfo: {
          participantSets: [
            { role: 'SIGNER', status: 'COMPLETED', memberInfos: [{ email: 'yael@example.com' }] },
          ],
        },
      },
    });
    expect(bodyOf('adobe-sign', signed, { data: 'status', options: payload.options })['agreement']).toEqual({
      id: 'env-1',
      name: 'Loan',
      status: 'OUT_FOR_SIGNATURE',
    });
  });

  it.skipIf(lacks('adobe-sign'))(
    'has no member that the vendor’s messages have not (needs ../shared/samples)',
    () => {
      const known = new Set(samplesOf('adobe-sign').flatMap((sample) => places(sample)));
      for (const type of expressedBy(dialect)) {
        const ours = places(bodyOf('adobe-sign', exampleEvent(type, 'evt-1', now)));
        expect(ours.filter((place) => !known.has(place) && place !== '')).toEqual([]);
      }
    },
  );
});
