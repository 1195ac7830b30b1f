// Reads what a live tail shows: deliveries that changed, those that came to wait, and what was missed while nobody listened.
// All by ids or from an id on, so that it costs what is new and not what there is.
import type { DeliveryFilter } from '../domain/delivery-filter.ts';
import type { Database } from './database.ts';
import { type DeliveryRecord, toDelivery } from './delivery-history.ts';
import { resolve } from './delivery-names.ts';
import { countMax, countUpTo, find } from './delivery-search.ts';
import type { Wanted } from './delivery-wanted.ts';

export interface DeliveryTail {
  /** Those of the ids that the filter finds. */
  among(
    environmentId: number,
    filter: DeliveryFilter,
    ids: readonly string[],
  ): Promise<readonly DeliveryRecord[]>;
  /** What waits, or is being sent, with an id above; the oldest first. */
  waitingAfter(
    environmentId: number,
    filter: DeliveryFilter,
    above: string,
    limit: number,
  ): Promise<readonly DeliveryRecord[]>;
  /** The newest of those with an id above, the oldest of them first, and how many others there are. */
  after(environmentId: number, filter: DeliveryFilter, above: string, limit: number): Promise<Missed>;
}

export interface Missed {
  readonly deliveries: readonly DeliveryRecord[];
  readonly others: number;
}

const waits = ['pending', 'held'] as const;

export function createDeliveryTail({ kysely }: Database): DeliveryTail {
  /** What a filter names may be new since it was last looked up: events of an envelope, say. */
  const wantedBy = async (
    environmentId: number,
    filter: DeliveryFilter,
    more: Partial<Wanted>,
  ): Promise<Wanted | null> => {
    const wanted = await resolve(kysely, environmentId, filter);
    return wanted && { ...wanted, ...more };
  };
  return {
    async among(environmentId, filter, ids) {
      const wanted = ids.length === 0 ? null : await wantedBy(environmentId, filter, { ids });
      return wanted === null ? [] : (await find(kysely, wanted, ids.length)).map(toDelivery);
    },
    async waitingAfter(environmentId, filter, above, limit) {
      const states = waits.filter((state) => filter.states?.includes(state) ?? true);
      if (states.length === 0) return [];
      const wanted = await wantedBy(environmentId, filter, { states, above });
      return wanted === null ? [] : (await find(kysely, wanted, limit, 'asc')).map(toDelivery);
    },
    async after(environmentId, filter, above, limit) {
      const wanted = await wantedBy(environmentId, filter, { above });
      if (wanted === null) return { deliveries: [], others: 0 };
      const rows = await find(kysely, wanted, limit + 1);
      const others = rows.length <= limit ? 0 : (await countUpTo(kysely, wanted, countMax)) - limit;
      return { deliveries: rows.slice(0, limit).map(toDelivery).reverse(), others };
    },
  };
}
