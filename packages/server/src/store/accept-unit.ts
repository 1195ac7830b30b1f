// What is accepted together, and what becomes of it.
import type { NewEvent } from '../domain/event.ts';
import type { LeasePlace } from './leases.ts';

/** A delivery about to be born. */
export interface NewDelivery {
  readonly id: string;
  readonly webhookId: string;
  /**
   * `free`: may be leased at birth. `queued`: goes through its webhook's lane, which knows what the webhook bears. `in_turn`: the
   * same, behind the others of its envelope.
   */
  readonly birth: 'free' | 'queued' | 'in_turn';
}

/** An event that was routed and is ready to be stored. */
export interface RoutedEvent {
  readonly id: string;
  /** The id that the sender chose; the event is shown and delivered under it. */
  readonly senderId: string | null;
  readonly event: NewEvent;
  /** Hash of what the sender sent, compared when its key comes again. */
  readonly fingerprint: Buffer;
  readonly sourceId: string | null;
  /** The platform's post before translation. */
  readonly received: Buffer | null;
  readonly deliveries: readonly NewDelivery[];
  /** What routing looked at beside the type, as JSON; null where the event said nothing. */
  readonly routedBy: string | null;
}

/** What one request brought: stored whole or not at all. */
export interface AcceptUnit {
  readonly environmentId: number;
  /** The version of the environment that routed it. */
  readonly version: number;
  readonly receivedAt: number;
  readonly events: readonly RoutedEvent[];
}

export type AcceptedEvent =
  /** For each of its deliveries where it is leased to the node; null for those that wait in the queue. */
  | { readonly kind: 'stored'; readonly leases: readonly (LeasePlace | null)[] }
  /** The same was accepted before: under this id, with this many deliveries. */
  | { readonly kind: 'repeated'; readonly id: string; readonly deliveryCount: number };

export type AcceptResult =
  | { readonly kind: 'accepted'; readonly events: readonly AcceptedEvent[] }
  /** Keys that were used before for something else, by index in the unit. Nothing of the unit was stored. */
  | { readonly kind: 'conflict'; readonly indexes: readonly number[] }
  /** The environment's configuration changed since the unit was routed. Nothing was stored: route again. */
  | { readonly kind: 'stale' };

export interface Lease {
  readonly nodeId: number;
  /** Which deliveries are to be leased to the node at birth. None is when the node has lost its place. */
  readonly has: (deliveryId: string) => boolean;
}
