// Routing: which webhooks an event goes to. A pure function of the event's type and the environment's webhooks, with what
// was found for a type remembered, so that ten thousand webhooks cost nothing on the second event of a type.
import { matchesPattern } from '../catalogue/index.ts';
import type { EventSelection, Webhook } from '../domain/webhook.ts';

export interface Router {
  /** The enabled webhooks that want events of this type, in the order of their creation. */
  match(type: string): readonly Webhook[];
}

export function createRouter(webhooks: Iterable<Webhook>): Router {
  const enabled = [...webhooks].filter((webhook) => webhook.status === 'enabled');
  const found = new Map<string, readonly Webhook[]>();
  return {
    match(type) {
      const known = found.get(type);
      if (known) return known;
      const matched = enabled.filter((webhook) => selects(webhook.events, type));
      found.set(type, matched);
      return matched;
    },
  };
}

function selects(selection: EventSelection, type: string): boolean {
  switch (selection.mode) {
    case 'all':
      return !selection.except.some((pattern) => matchesPattern(pattern, type));
    case 'only':
      return selection.types.some((pattern) => matchesPattern(pattern, type));
  }
}
