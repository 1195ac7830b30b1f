import { expect, it } from 'vitest';
import type { EventType, Topic } from '../api/types.ts';
import { findTypes } from './find-types.ts';

const topic = (name: string) => ({ topic: name }) as Topic;
const type = (name: string, meaning: string) =>
  ({ type: name, topic: name.split('.')[0], title: name, meaning }) as EventType;

const topics = [topic('envelope'), topic('signer')];
const types = [
  type('envelope.completed', 'Everybody signed.'),
  type('signer.signed', 'One of them signed.'),
  type('signer.viewed', 'Somebody opened it.'),
];
const found = (wanted: Parameters<typeof findTypes>[2]) =>
  findTypes(topics, types, wanted).flatMap((group) => group.types.map((one) => one.type));

it('finds event types by all words, wherever they stand and however they are written (G16)', () => {
  expect(found({})).toHaveLength(3);
  expect(found({ q: 'SIGNED everybody' })).toEqual(['envelope.completed']);
  expect(found({ q: 'signed', topic: 'signer' })).toEqual(['signer.signed']);
  expect(found({ q: 'nothing like this' })).toEqual([]);
});

it('leaves topics out of which nothing matches', () => {
  expect(findTypes(topics, types, { q: 'viewed' }).map((group) => group.topic.topic)).toEqual(['signer']);
});
