import { describe, expect, it } from 'vitest';
import { isDocumensoPost, keyOfPost, openOffice, retried, typeOfPost } from './documenso-events.ts';

const now = Date.parse('2026-03-02T10:00:00Z');
const ana = { name: 'Ana Kowalczyk', email: 'ana.kowalczyk@example.com' };
const ravi = { name: 'Ravi Perera', email: 'ravi.perera@example.com' };

function life(run = 'a') {
  const document = openOffice(run, now).draft('Lease', [ana, ravi]);
  return [
    document.create(),
    document.send(),
    document.open(ana),
    document.sign(ana),
    document.open(ravi),
    document.sign(ravi),
    document.complete(),
  ];
}

describe('the life of a document', () => {
  it('tells the catalogue’s story', () => {
    expect(life().map(typeOfPost)).toEqual([
      'envelope.created',
      'envelope.sent',
      'signer.viewed',
      'signer.signed',
      'signer.viewed',
      'signer.signed',
      'envelope.completed',
    ]);
  });

  it('posts snapshots: what is signed later does not show in what was posted earlier', () => {
    const states = life().map(({ payload }) =>
      (payload['recipients'] as { signingStatus: string }[]).filter(
        ({ signingStatus }) => signingStatus === 'SIGNED',
      ),
    );
    expect(states.map((signed) => signed.length)).toEqual([0, 0, 0, 1, 1, 2, 2]);
  });

  it('lies in the past and goes forward', () => {
    const times = life().map(({ createdAt }) => Date.parse(createdAt));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThan(now);
  });

  it('has a key for every event, other ones in every run', () => {
    const keys = [...life('a'), ...life('b')].map(keyOfPost);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

it('a retry differs in nothing but the time of the post', () => {
  const [post] = life();
  if (!post) throw new Error('no post');
  const again = retried(post);
  expect(again).toEqual({ ...post, createdAt: again.createdAt });
  expect(again.createdAt).not.toBe(post.createdAt);
});

it('knows a post of Documenso from other content', () => {
  expect(life().every(isDocumensoPost)).toBe(true);
  expect([null, 'x', 1, {}, { event: 'x' }].some(isDocumensoPost)).toBe(false);
});
