// Which event types are chosen: single ones, and whole topics. Pure.

/** A whole topic, with types that are added later. */
export const patternOf = (topic: string) => `${topic}.*`;

const topicOf = (type: string) => type.slice(0, type.lastIndexOf('.'));

/** Takes a pattern in or out. Single types of a topic are no longer named beside the whole of it. */
export function withToggled(chosen: readonly string[], pattern: string): string[] {
  if (chosen.includes(pattern)) return chosen.filter((other) => other !== pattern);
  const covered = (other: string) => pattern === patternOf(topicOf(other));
  return [...chosen.filter((other) => !covered(other)), pattern];
}

/** Adds types, but for those whose whole topic is chosen. */
export function withAll(chosen: readonly string[], types: readonly string[]): string[] {
  const added = types.filter((type) => !chosen.includes(patternOf(topicOf(type))));
  return [...new Set([...chosen, ...added])];
}
