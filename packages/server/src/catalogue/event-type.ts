// What the catalogue tells about one event type, and the form in which the topic files write it down.
import type { EventExample } from './example.ts';
import type { Schema } from './schema.ts';

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
  /**
   * The content that a sender is asked to give: JSON Schema, draft 2020-12, open. It guides and is not enforced, since what
   * comes from a platform is passed on in the platform's own shape.
   */
  readonly schema: Schema;
  readonly example: EventExample;
}

export interface Topic {
  readonly topic: string;
  readonly title: string;
  readonly meaning: string;
}

export interface Entry {
  readonly title: string;
  readonly meaning: string;
  readonly severity?: EventType['severity'];
  readonly schema: Schema;
  readonly example: EventExample;
}

/** A topic with all its types, in the order in which people will read them. */
export function describeTopic(
  about: Topic,
  actions: Readonly<Record<string, Entry>>,
): { readonly about: Topic; readonly types: readonly EventType[] } {
  const types = Object.entries(actions).map(([action, entry]) => {
    const type = `${about.topic}.${action}`;
    const { title, meaning, severity = 'info', schema, example } = entry;
    const named = { title: type, description: meaning, ...schema };
    return { type, topic: about.topic, action, title, meaning, severity, schema: named, example };
  });
  return { about, types };
}
