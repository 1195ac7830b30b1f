// The event catalogue: every topic and type with its meaning, JSON Schema and example. The same for every tenant, so any live
// key may read it. It is short enough for one answer: nothing is paged.
import { Type } from 'typebox';
import {
  eventTypes,
  findEventType,
  nearestTypes,
  searchEventTypes,
  type Topic,
  topics,
} from '../../catalogue/index.ts';
import { Refusal } from '../../domain/errors.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

const config = { access: 'anybody' } as const;
const tags = ['catalogue'];
const errors = { '4xx': schemas.ErrorAnswer };
const topicNames = topics.map(({ topic }) => topic);
const query = Type.Object(
  {
    topic: Type.Optional(schemas.enumOf(topicNames)),
    q: Type.Optional(
      Type.Unsafe<string>({
        ...schemas.Searched,
        description: 'Words that all stand in the name, the title or the meaning.',
      }),
    ),
  },
  { additionalProperties: false },
);

export const catalogueRoutes: Routes = (app) => {
  app.get(
    '/topics',
    {
      config,
      schema: {
        tags,
        summary: 'All topics of events',
        response: { 200: schemas.wholeOf(schemas.Topic), ...errors },
      },
    },
    async () => ({ data: topics.map(showTopic), nextCursor: null }) as never,
  );
  app.get(
    '/topics/:topic',
    {
      config,
      schema: {
        tags,
        summary: 'Read a topic',
        params: Type.Object({ topic: Type.String() }),
        response: { 200: schemas.Topic, ...errors },
      },
    },
    async (request) => {
      const name = request.params.topic;
      const found = topics.find(({ topic }) => topic === name);
      if (found) return showTopic(found);
      throw missing('topic', name, nearest(topicNames, name, nearestMax));
    },
  );
  app.get(
    '/event-types',
    {
      config,
      schema: {
        tags,
        summary: 'All types of events',
        querystring: query,
        response: { 200: schemas.wholeOf(schemas.EventType), ...errors },
      },
    },
    async (request) => ({ data: searchEventTypes(request.query), nextCursor: null }) as never,
  );
  app.get(
    '/event-types/:type',
    {
      config,
      schema: {
        tags,
        summary: 'Read a type of events',
        params: Type.Object({ type: Type.String() }),
        response: { 200: schemas.EventType, ...errors },
      },
    },
    async (request) => {
      const name = request.params.type;
      const found = findEventType(name);
      if (found) return found as never;
      throw missing('event type', name, nearTypes(name));
    },
  );
};

const nearestMax = 3;

/** What may have been meant: types written alike; failing that, for `signer.paid` or `signer.*`, those of the topic. */
function nearTypes(name: string): readonly string[] {
  const near = name.endsWith('.*') ? [] : nearestTypes(name, nearestMax);
  const topic = name.split('.', 1)[0] ?? '';
  return near.length > 0
    ? near
    : searchEventTypes({ topic })
        .slice(0, nearestMax)
        .map(({ type }) => type);
}

function missing(what: 'event type' | 'topic', name: string, near: readonly string[]): Refusal {
  return new Refusal('not_in_catalogue', {
    what,
    name,
    path: what === 'topic' ? 'topic' : 'type',
    nearest: near,
  });
}

function showTopic({ topic, title, meaning }: Topic) {
  const types = eventTypes.filter((entry) => entry.topic === topic).map(({ type }) => type);
  return { topic, title, meaning, pattern: `${topic}.*`, types };
}
