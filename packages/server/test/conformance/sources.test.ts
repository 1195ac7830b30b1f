// What every source promises, whatever its platform. A new platform adds one fixture; a source without one fails.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEventType } from '../../src/catalogue/index.ts';
import { findSource, sources } from '../../src/sources/index.ts';
import type { InboundOutcome, InboundRequest } from '../../src/sources/source.ts';

interface Post {
  readonly body: string;
  /** The same post as the platform would send it again after a failure. */
  readonly retry: string;
  readonly types: readonly string[];
}

interface Fixture {
  readonly secret: string | null;
  /** The headers that prove a body, as the platform makes them. */
  prove(body: Buffer, secret: string | null, at: number): Record<string, string>;
  readonly posts: readonly Post[];
  /** Texts within the posts that must not be passed on. */
  readonly confidential: readonly string[];
  readonly reply: Record<InboundOutcome, number>;
}

const receivedAt = Date.parse('2026-06-01T12:00:00Z');

function documensoPost(event: string, types: string[]): Post {
  const recipients = [
    { id: 5, email: 'eve@bank.example', name: 'Eve', token: 'tok-4711', signingStatus: 'NOT_SIGNED' },
  ];
  const payload = { id: 9, envelopeId: 'envelope_nine', title: 'Offer', recipients, Recipient: recipients };
  const at = (createdAt: string) =>
    JSON.stringify({ event, payload, createdAt, webhookEndpoint: 'https://in.example/hidden-path' });
  return { body: at('2026-06-01T11:59:00.000Z'), retry: at('2026-06-01T11:59:30.000Z'), types };
}

const fixtures: Readonly<Record<string, Fixture>> = {
  documenso: {
    secret: 'shared-with-documenso',
    prove: (_body, secret) => ({ 'x-documenso-secret': secret ?? '' }),
    posts: [
      documensoPost('DOCUMENT_CREATED', ['envelope.created']),
      documensoPost('DOCUMENT_REMINDER_SENT', ['envelope.resent']),
      documensoPost('SOMETHING_NEW', ['platform.unmapped']),
    ],
    confidential: ['tok-4711', 'hidden-path'],
    reply: { accepted: 200, duplicate: 200 },
  },
};

const request = (body: Buffer, headers: Record<string, string> = {}): InboundRequest => ({
  headers,
  body,
  receivedAt,
});

it('every source has a fixture and can be found by its name', () => {
  expect(Object.keys(fixtures).sort()).toEqual(sources.map((source) => source.platform).sort());
  for (const source of sources) expect(findSource(source.platform)).toBe(source);
  expect(findSource('__proto__')).toBeUndefined();
});

describe.each(sources)('source $platform', (source) => {
  const fixture = fixtures[source.platform];
  if (fixture === undefined) return;
  const { secret, posts } = fixture;
  const verify = (body: Buffer, headers: Record<string, string>, known = secret) =>
    source.verify(request(body, headers), { secret: known });
  const eventsOf = (body: string) => {
    const translation = source.translate(request(Buffer.from(body)));
    return translation.kind === 'translated' ? translation.events : [];
  };

  it.each(posts)('accepts a proven $types', ({ body }) => {
    const bytes = Buffer.from(body);
    expect(verify(bytes, fixture.prove(bytes, secret, receivedAt))).toEqual({ kind: 'verified' });
  });

  it.skipIf(source.secret !== 'required')(
    'refuses a missing, empty or wrong proof, and does not tell the secret',
    () => {
      const bytes = Buffer.from(posts[0]?.body ?? '');
      const proof = fixture.prove(bytes, secret, receivedAt);
      const emptied = Object.fromEntries(Object.keys(proof).map((name) => [name, '']));
      const wrong = fixture.prove(bytes, `${secret}x`, receivedAt);
      const refusals = [
        verify(bytes, {}),
        verify(bytes, emptied),
        verify(bytes, wrong),
        verify(bytes, proof, null),
      ];
      for (const refusal of [...refusals, verify(bytes, emptied, ''), verify(bytes, {}, '')]) {
        expect(refusal).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/.{10}/) });
        expect(JSON.stringify(refusal)).not.toContain(secret);
      }
    },
  );

  it.skipIf(!source.protectsBody)('refuses the proof of another body', () => {
    const proof = fixture.prove(Buffer.from(posts[0]?.body ?? ''), secret, receivedAt);
    expect(verify(Buffer.from(`${posts[0]?.body} `), proof)).toMatchObject({ kind: 'refused' });
  });

  it.each(posts)('makes $types of its post', ({ body, types }) => {
    expect(eventsOf(body).map((event) => event.type)).toEqual(types);
  });

  it.each(posts)('says of $types what the catalogue and the store need', ({ body }) => {
    for (const event of eventsOf(body)) {
      expect(findEventType(event.type)?.severity).toBe(event.severity);
      expect(event.platform).toMatchObject({ platform: source.platform, type: expect.stringMatching(/./) });
      expect(Number.isInteger(event.occurredAt) && event.occurredAt <= receivedAt).toBe(true);
      expect(() => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(event.content))).not.toThrow();
    }
  });

  it.each(posts)('gives a retry of $types the same keys', ({ body, retry }) => {
    const keys = eventsOf(body).map((event) => event.key);
    expect(eventsOf(retry).map((event) => event.key)).toEqual(keys);
    for (const key of keys) expect(key).toMatch(/^[^.\s]{1,200}$/);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('gives different posts different keys', () => {
    const keys = posts.flatMap(({ body }) => eventsOf(body).map((event) => event.key));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(posts)('passes nothing confidential on in $types', ({ body }) => {
    const passedOn = eventsOf(body).map((event) =>
      JSON.stringify({ ...event, content: event.content.toString() }),
    );
    for (const text of fixture.confidential) {
      expect(body).toContain(text);
      expect(passedOn.join()).not.toContain(text);
    }
  });

  it('answers as the platform wants it, within a header-safe, small reply', () => {
    for (const outcome of ['accepted', 'duplicate'] as const) {
      const reply = source.reply(outcome);
      expect(reply.status).toBe(fixture.reply[outcome]);
      expect(Buffer.byteLength(reply.body)).toBeLessThan(1024);
      for (const name of Object.keys(reply.headers)) expect(name).toMatch(/^[a-z-]+$/);
    }
  });

  const garbage = fc.oneof(
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    fc.json().map((text) => Buffer.from(text)),
    fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
    broken(posts.map(({ body }) => Buffer.from(body))),
  );

  it('never throws, whatever is posted, and answers the same each time', () => {
    fc.assert(
      fc.property(garbage, fc.dictionary(fc.string(), fc.string()), (body, headers) => {
        const before = Buffer.from(body);
        verify(body, headers);
        verify(body, fixture.prove(body, secret, receivedAt));
        expect(source.translate(request(body))).toEqual(source.translate(request(Buffer.from(body))));
        expect(body.equals(before)).toBe(true);
      }),
    );
  });

  it('makes only types of the catalogue and whole JSON of garbage', () => {
    fc.assert(
      fc.property(garbage, (body) => {
        const translation = source.translate(request(body));
        for (const event of translation.kind === 'translated' ? translation.events : []) {
          expect(findEventType(event.type)).toBeDefined();
          expect(event.key ?? 'x').toMatch(/^[^.\s]{1,200}$/);
          JSON.parse(event.content.toString());
        }
      }),
    );
  });
});

/** Real posts with a few bytes exchanged: nearer to the truth than random text, and so deeper into the code. */
function broken(bodies: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const change = fc.tuple(fc.nat(), fc.constantFrom(...Buffer.from('{}[]",:0-tn \\'), 0, 255));
  return fc.tuple(fc.constantFrom(...bodies), fc.array(change, { maxLength: 4 })).map(([body, changes]) => {
    const copy = Buffer.from(body);
    for (const [at, byte] of changes) copy[at % copy.length] = byte;
    return copy;
  });
}
