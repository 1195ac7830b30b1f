// Looking for event types: every word has to stand somewhere in the type, its title or its meaning.
import type { EventType, Topic } from '../api/types.ts';

export interface Found {
  readonly topic: Topic;
  readonly types: readonly EventType[];
}

/** Topics in their own order, without those of which nothing matches. */
export function findTypes(
  topics: readonly Topic[],
  types: readonly EventType[],
  wanted: { readonly q?: string | undefined; readonly topic?: string | undefined },
): readonly Found[] {
  const words = (wanted.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const matches = ({ type, title, meaning }: EventType) => {
    const said = `${type} ${title} ${meaning}`.toLowerCase();
    return words.every((word) => said.includes(word));
  };
  return topics
    .filter(({ topic }) => wanted.topic === undefined || topic === wanted.topic)
    .map((topic) => ({ topic, types: types.filter((type) => type.topic === topic.topic && matches(type)) }))
    .filter(({ types: found }) => found.length > 0);
}
