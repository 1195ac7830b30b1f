// What the catalogue tells about one event type, and the short form in which the topic files write it down.

export interface EventType {
  /** `topic.action`: what webhooks subscribe to and receivers switch on. Never renamed once released. */
  readonly type: string;
  readonly topic: string;
  readonly action: string;
  /** A few words for lists and menus. */
  readonly title: string;
  /** When it fires, in one or two sentences. */
  readonly meaning: string;
  /** The severity of an event whose sender names none. */
  readonly severity: 'info' | 'warning' | 'error';
}

type Entry = readonly [title: string, meaning: string, severity?: EventType['severity']];

/** All types of one topic, in the order in which people will read them. */
export function topic(name: string, actions: Readonly<Record<string, Entry>>): readonly EventType[] {
  return Object.entries(actions).map(([action, [title, meaning, severity = 'info']]) => ({
    type: `${name}.${action}`,
    topic: name,
    action,
    title,
    meaning,
    severity,
  }));
}
