// What the names in a filter of deliveries stand for: envelopes and events, ours and their senders', become ids.
import type { Kysely } from 'kysely';
import type { DeliveryFilter } from '../domain/delivery-filter.ts';
import { type DirectoryKind, foldName } from '../domain/directory.ts';
import { isUuid, lowestIdAt } from '../lib/ids.ts';
import { find } from './delivery-search.ts';
import type { Wanted } from './delivery-wanted.ts';
import type { DB } from './schema.gen.ts';

/** Events whose deliveries are asked for one by one. */
const eventsMax = 10_000;

/** Looks up what a filter names; null where nothing can be found. */
export async function resolve(
  kysely: Kysely<DB>,
  environmentId: number,
  { eventId, envelopeId, department, requestFrom, q, from, to, ...filter }: DeliveryFilter,
): Promise<Wanted | null> {
  const named = q === undefined ? {} : await whatIs(kysely, environmentId, q);
  if (named === null) return null;
  const sets = [
    ...(eventId === undefined ? [] : [[eventId]]),
    ...(envelopeId === undefined ? [] : [await eventsOf(kysely, environmentId, [envelopeId])]),
    ...(named.eventIds === undefined ? [] : [named.eventIds]),
  ];
  const eventIds = sets.length === 0 ? undefined : common(sets);
  if (eventIds?.length === 0) return null;
  if (filter.webhookId && named.webhookId && filter.webhookId !== named.webhookId) return null;
  const webhook = await webhookOf(kysely, environmentId, named.webhookId ?? filter.webhookId);
  const entries = await entriesNamed(kysely, environmentId, { department, requestFrom });
  if (entries === null) return null;
  return {
    ...filter,
    ...entries,
    environmentId,
    ...(named.id !== undefined && { id: named.id }),
    ...webhook,
    ...(eventIds && { eventIds }),
    ...(from && { atLeast: lowestIdAt(from.getTime()) }),
    ...(to && { below: lowestIdAt(to.getTime()) }),
  };
}

const common = ([first = [], ...others]: readonly (readonly string[])[]) =>
  first.filter((id) => others.every((other) => other.includes(id)));

interface Named {
  readonly id?: string;
  readonly webhookId?: string;
  readonly eventIds?: readonly string[];
}

/** What has this id; null: nothing. */
async function whatIs(kysely: Kysely<DB>, environmentId: number, q: string): Promise<Named | null> {
  if (isUuid(q)) {
    if (await isWebhook(kysely, environmentId, q)) return { webhookId: q.toLowerCase() };
    if ((await find(kysely, { environmentId, id: q.toLowerCase() }, 1)).length > 0)
      return { id: q.toLowerCase() };
  }
  const eventIds = [
    ...(await ownIds(kysely, environmentId, q)),
    ...(await eventsOf(kysely, environmentId, await envelopesNamed(kysely, environmentId, q))),
  ];
  return eventIds.length === 0 ? null : { eventIds: [...new Set(eventIds)] };
}

async function webhookOf(
  kysely: Kysely<DB>,
  environmentId: number,
  webhookId: string | undefined,
): Promise<Pick<Wanted, 'webhookId' | 'ownsWebhook'>> {
  if (webhookId === undefined) return {};
  return { webhookId, ...((await isWebhook(kysely, environmentId, webhookId)) && { ownsWebhook: true }) };
}

async function isWebhook(kysely: Kysely<DB>, environmentId: number, id: string): Promise<boolean> {
  const found = await kysely
    .selectFrom('webhooks')
    .select('id')
    .where('environment_id', '=', environmentId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

/** The directory's entries with these names or ids; null: there is none. */
async function entriesNamed(
  kysely: Kysely<DB>,
  environmentId: number,
  {
    department,
    requestFrom,
  }: { readonly department: string | undefined; readonly requestFrom: string | undefined },
): Promise<Pick<Wanted, 'departmentId' | 'sourceSystemId'> | null> {
  const departmentId = await entryNamed(kysely, environmentId, 'department', department);
  const sourceSystemId = await entryNamed(kysely, environmentId, 'source_system', requestFrom);
  if (departmentId === null || sourceSystemId === null) return null;
  return {
    ...(departmentId !== undefined && { departmentId }),
    ...(sourceSystemId !== undefined && { sourceSystemId }),
  };
}

async function entryNamed(
  kysely: Kysely<DB>,
  environmentId: number,
  kind: DirectoryKind,
  named: string | undefined,
): Promise<string | null | undefined> {
  if (named === undefined) return undefined;
  const entry = await kysely
    .selectFrom('directory_entries as entry')
    .innerJoin('applications', 'applications.organization_id', 'entry.organization_id')
    .innerJoin('environments', 'environments.application_id', 'applications.id')
    .select('entry.id')
    .where('environments.id', '=', environmentId)
    .where('entry.kind', '=', kind)
    .where((eb) => {
      const byName = eb('entry.folded_name', '=', foldName(named));
      return isUuid(named) ? eb.or([byName, eb('entry.id', '=', named)]) : byName;
    })
    .executeTakeFirst();
  return entry?.id ?? null;
}

/** The key under which an event with a sender's id is kept, apart from Idempotency-Keys and keys of platforms. */
export const senderKey = (id: string): string => `id:${id}`;

async function ownIds(kysely: Kysely<DB>, environmentId: number, id: string): Promise<readonly string[]> {
  const named = await kysely
    .selectFrom('event_keys')
    .select('event_id')
    .where('environment_id', '=', environmentId)
    .where('key', '=', senderKey(id))
    .executeTakeFirst();
  return named ? [named.event_id] : isUuid(id) ? [id] : [];
}

async function envelopesNamed(kysely: Kysely<DB>, environmentId: number, q: string) {
  const rows = await kysely
    .selectFrom('envelopes')
    .select('id')
    .where('environment_id', '=', environmentId)
    .where('external_id', '=', q)
    .limit(eventsMax)
    .execute();
  return [q, ...rows.map(({ id }) => id)];
}

async function eventsOf(kysely: Kysely<DB>, environmentId: number, envelopes: readonly string[]) {
  const rows = await kysely
    .selectFrom('events')
    .select('id')
    .where('environment_id', '=', environmentId)
    .where('envelope_id', 'in', envelopes)
    .orderBy('id', 'desc')
    .limit(eventsMax)
    .execute();
  return rows.map(({ id }) => id);
}
