// The code in docs/dialects/verify, with which receivers check where a request comes from, run against real requests.
// `RECEIVERS=full` also runs the languages that take long to compile.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signingKeys } from '../../src/domain/signing.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { type Argument, answersOf, isInstalled, type Language, languages } from './receiver-languages.ts';
import { eventOf, now, requestOf } from './rendering.ts';

const folder = join(import.meta.dirname, '../../../../docs/dialects/verify');
const installed = languages.filter(isInstalled);
const isFull = process.env['RECEIVERS'] === 'full';
const tried = installed.filter(({ isSlow }) => isFull || !isSlow);

const given = (text: string) => signingKeys({ scheme: 'hmac', form: 'text', secret: Buffer.from(text) });
const event = eventOf('envelope.completed', '{"title":"契約 🎉"}');
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const text = (value: string) => ({ text: value });

const isWithout = ({ kinds }: Language, kind: string) => kinds !== undefined && !kinds.includes(kind);

interface Case {
  readonly call: readonly Argument[];
  readonly expected: boolean;
}

function standardWebhooks(): readonly Case[] {
  const keys = [given('an API key of a vendor'), given(secret)];
  const { headers: sent, body: bytes } = requestOf('signpost', event, {}, { keys });
  const [headers, body, seconds] = [
    { headers: Object.fromEntries(sent) },
    { bytes },
    { number: Math.floor(now / 1000) },
  ];
  const other = { bytes: Buffer.concat([bytes, Buffer.from(' ')]) };
  return [
    { call: [text(secret), headers, body, seconds], expected: true },
    { call: [text('an API key of a vendor'), headers, body, seconds], expected: true },
    { call: [text(`whsec_${'A'.repeat(32)}`), headers, body, seconds], expected: false },
    { call: [text(secret), headers, other, seconds], expected: false },
    { call: [text(secret), headers, body, { number: seconds.number + 600 }], expected: false },
    { call: [text(secret), headers, body, { number: seconds.number - 600 }], expected: false },
    { call: [text(secret), { headers: { 'webhook-id': 'x' } }, body, seconds], expected: false },
  ];
}

function docusignConnect(): readonly Case[] {
  const keys = [given('new HMAC key'), given('old HMAC key')];
  const { headers: sent, body: bytes } = requestOf('docusign-connect', event, {}, { keys });
  const headers = { headers: Object.fromEntries(sent) };
  return [
    { call: [text('new HMAC key'), headers, { bytes }], expected: true },
    { call: [text('old HMAC key'), headers, { bytes }], expected: true },
    { call: [text('another key'), headers, { bytes }], expected: false },
    { call: [text('new HMAC key'), headers, { bytes: bytes.subarray(1) }], expected: false },
  ];
}

function dropboxSign(): readonly Case[] {
  const { body } = requestOf('dropbox-sign', event, {}, { keys: [given('the API key')] });
  const json = body.toString().split('\r\n\r\n')[1]?.split('\r\n')[0] ?? '';
  const { event_time, event_type, event_hash } = JSON.parse(json).event;
  const call = (key: string, time: string) => [key, time, event_type, event_hash].map(text);
  return [
    { call: call('the API key', event_time), expected: true },
    { call: call('another key', event_time), expected: false },
    { call: call('the API key', '1'), expected: false },
  ];
}

function adobeSign(): readonly Case[] {
  const { headers: sent } = requestOf('adobe-sign', event);
  const headers = { headers: Object.fromEntries(sent) };
  return [
    { call: [text('client-1'), headers], expected: true },
    { call: [text('another'), headers], expected: false },
    { call: [text('client-1'), { headers: { accept: '*/*' } }], expected: false },
  ];
}

const ways = [
  ['standard-webhooks', standardWebhooks],
  ['docusign-connect', docusignConnect],
  ['dropbox-sign', dropboxSign],
  ['adobe-sign', adobeSign],
] as const;

it('there is code in five languages for each way to check, and in a sixth for that of Signpost itself', () => {
  const kinds = ['adobe-sign', 'docusign-connect', 'dropbox-sign', 'ignisign', 'standard-webhooks'];
  const files = kinds.flatMap((kind) =>
    languages
      .filter(({ kinds: some }) => some === undefined || some.includes(kind))
      .map(({ extension }) => `${kind}.${extension}`),
  );
  expect(readdirSync(folder).sort()).toEqual(files.sort());
  expect(installed.map(({ name }) => name)).toContain('JavaScript');
});

describe.each(tried)('the code in $name', (language: Language) => {
  it.each(ways.filter(([kind]) => !isWithout(language, kind)))(
    'knows a request of %s from one that was changed or is another’s (G10, N1)',
    async (kind, casesOf) => {
      const cases = casesOf();
      const file = join(folder, `${kind}.${language.extension}`);
      const answers = await answersOf(
        language,
        file,
        cases.map(({ call }) => call),
      );
      expect(answers).toEqual(cases.map(({ expected }) => expected));
    },
    120_000,
  );

  describe.skipIf(isWithout(language, 'ignisign'))('for ignisign', () => {
    let server: Receiver;
    beforeAll(async () => {
      server = await startReceiver();
    });
    afterAll(() => server.stop());

    it('asks for the token, as the vendor’s SDK does, and believes the answer (I27)', async () => {
      const path = '/v4/tokens/webhook-verification/checking-consumption';
      const reply = (isValid: boolean) => ({
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ isValid, alreadyConsumed: !isValid }),
      });
      server.answer(path, { ...reply(true), times: 1 });
      server.answer(path, reply(false));
      const message = { verificationToken: 'token-1', appId: 'appId_bank', appEnv: 'PRODUCTION' };
      const call = [text(server.url('')), text('skv2_key'), { members: message }];
      const file = join(folder, `ignisign.${language.extension}`);
      expect(await answersOf(language, file, [call, call])).toEqual([true, false]);
      const { method, headers, body } = await server.next(path);
      expect({ method, ...JSON.parse(body.toString()) }).toEqual({
        method: 'POST',
        token: 'token-1',
        appId: 'appId_bank',
        appEnv: 'PRODUCTION',
      });
      expect(headers.authorization).toBe('Bearer skv2_key');
    }, 120_000);
  });
});
