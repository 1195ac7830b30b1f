// What searches of deliveries look for, and in which order.
import type { RawBuilder } from 'kysely';
import type { DeliveryFilter } from '../domain/delivery-filter.ts';

/** What is looked for: a filter whose names were looked up. */
export interface Wanted
  extends Omit<DeliveryFilter, 'eventId' | 'envelopeId' | 'department' | 'requestFrom' | 'q' | 'from' | 'to'>,
    IdRange {
  readonly environmentId: number;
  readonly id?: string;
  readonly ids?: readonly string[];
  /** One of them; few enough to be asked for one by one. */
  readonly eventIds?: readonly string[];
  /** SQL for an event, where it is another query's. */
  readonly event?: RawBuilder<string>;
  /** The webhook that is asked for is one of this environment: what it has need not be asked for its own. */
  readonly ownsWebhook?: true;
  readonly departmentId?: string;
  readonly sourceSystemId?: string;
  /** Events of about the time of the deliveries, where they are few enough to be read at once. */
  readonly eventWindow?: IdRange;
  /** Hardly anything is expected to be found: what may hold it is looked for before rows are read. */
  readonly isSparse?: boolean;
}

/** Ids carry their time: a range of them is one of time. */
export interface IdRange {
  readonly atLeast?: string;
  readonly above?: string;
  readonly below?: string;
}

/** Which way lists go: from the newest, or from the oldest. */
export type Order = 'desc' | 'asc';
