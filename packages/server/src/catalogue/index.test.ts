import { describe, expect, it } from 'vitest';
import { eventTypes, findEventType, matchesPattern, nearestTypes, topics } from './index.ts';

const expected: Record<string, string> = {
  envelope:
    'created updated published sent delivered resent completed declined voided expired archived deleted failed closed',
  signer:
    'created updated notified authenticated viewed started signed completed declined reassigned expired bounced failed auth_failed',
  session: 'created started updated loaded expired deleted',
  form: 'field_changed submitted',
  document: 'ready archived requested received',
  storage: 'completed',
  proof: 'generated failed',
  signature_image: 'generated failed',
  profile: 'created updated archived',
  template: 'created updated deleted used',
  application: 'settings_updated membership_updated archived',
  bulk: 'started completed',
  webhook: 'failing disabled recovered test',
  platform: 'unmapped',
};

const actionsOf = (topic: string) =>
  eventTypes.filter((type) => type.topic === topic).map((type) => type.action);

describe('the catalogue', () => {
  it.each(Object.entries(expected))('has all actions of %s: %s', (topic, actions) => {
    expect(actionsOf(topic)).toEqual(actions.split(' '));
  });

  it('has 62 types, each once, and no topic beside the listed ones', () => {
    expect(eventTypes).toHaveLength(62);
    expect(new Set(eventTypes.map((type) => type.type)).size).toBe(62);
    expect([...new Set(eventTypes.map((type) => type.topic))]).toEqual(Object.keys(expected));
  });

  it.each(eventTypes)('explains $type', (entry) => {
    expect(entry.type).toMatch(/^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/);
    expect(entry.type).toBe(`${entry.topic}.${entry.action}`);
    expect(entry.title).toMatch(/^[A-Z].{3,40}$/);
    expect(entry.meaning).toMatch(/^[A-Z].{20,160}\.$/);
    expect(findEventType(entry.type)).toBe(entry);
  });

  it('explains its topics, in the order of their types', () => {
    expect(topics.map(({ topic }) => topic)).toEqual(Object.keys(expected));
    for (const { title, meaning } of topics) {
      expect(title).toMatch(/^[A-Z].{3,40}$/);
      expect(meaning).toMatch(/^[A-Z].{20,160}\.$/);
    }
  });

  it('grades what went wrong', () => {
    const severityOf = (type: string) => findEventType(type)?.severity;
    const failures = eventTypes.filter((type) => type.action.endsWith('failed'));
    expect(failures.map((type) => type.severity)).toEqual(failures.map(() => 'error'));
    expect(severityOf('envelope.completed')).toBe('info');
    expect(severityOf('envelope.declined')).toBe('warning');
    expect(severityOf('signer.bounced')).toBe('warning');
    expect(severityOf('platform.unmapped')).toBe('warning');
  });

  it('does not find what it does not list', () => {
    for (const type of ['', 'envelope', 'envelope.*', 'Envelope.completed', '__proto__', 'constructor'])
      expect(findEventType(type)).toBeUndefined();
  });
});

describe('a subscription', () => {
  it.each([
    ['signer.signed', 'signer.signed', true],
    ['signer.signed', 'signer.signed_twice', false],
    ['signer.*', 'signer.auth_failed', true],
    ['signer.*', 'signer', false],
    ['signature.*', 'signature_image.failed', false],
    ['sign.*', 'signer.signed', false],
    ['.*', 'signer.signed', false],
    ['*', 'signer.signed', false],
    ['signer.s*', 'signer.signed', false],
  ])('to %s takes in %s: %s', (pattern, type, matches) => {
    expect(matchesPattern(pattern, type)).toBe(matches);
  });
});

describe('did you mean', () => {
  it.each([
    ['envelope.complete', 'envelope.completed'],
    ['Envelope.Signed', 'envelope.sent'],
    ['signer.sgined', 'signer.signed'],
    ['signature-image.failed', 'signature_image.failed'],
    ['singer.*', 'signer.*'],
  ])('%s suggests %s first', (text, type) => {
    expect(nearestTypes(text, 3)[0]).toBe(type);
  });

  it('gives no more than asked for, and nothing for what is far from everything', () => {
    expect(nearestTypes('envelope.c', 2)).toHaveLength(2);
    expect(nearestTypes('', 3)).toEqual([]);
    expect(nearestTypes('invoice paid in full', 3)).toEqual([]);
    expect(nearestTypes('x'.repeat(1_000_000), 3)).toEqual([]);
  });
});
