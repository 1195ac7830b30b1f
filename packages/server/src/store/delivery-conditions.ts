// SQL of what a filter of deliveries asks for beside what the index of their order knows: of the delivery, and of its event.
import { type RawBuilder, sql } from 'kysely';
import type { ContentPart, StatusRange } from '../domain/delivery-filter.ts';
import type { IdRange, Wanted } from './delivery-wanted.ts';

/** SQL of what conditions are about. */
export interface Names {
  readonly id: string;
  readonly event: string;
  /** null: it is to be asked of the event. */
  readonly type: string | null;
  readonly attempts: string;
  /** What has `last_status` and `last_error`. */
  readonly last: string;
}

export function conditionsOf(wanted: Wanted, names: Names): readonly RawBuilder<unknown>[] {
  const { id, ids, eventIds, event, type, httpStatuses, errors, attemptsMin, replayId, retrying } = wanted;
  const attempts = sql.raw(names.attempts);
  return [
    ...equals(names.id, id),
    ...(ids ? [sql`${sql.ref(names.id)} = ANY (${[...ids]}::uuid[])`] : []),
    ...equals(names.event, event),
    ...(eventIds ? [sql`${sql.ref(names.event)} = ANY (${[...eventIds]}::uuid[])`] : []),
    ...(names.type === null ? [] : equals(names.type, type)),
    ...(httpStatuses ? [inStatuses(`${names.last}.last_status`, httpStatuses)] : []),
    ...(errors ? [sql`${sql.ref(`${names.last}.last_error`)} = ANY (${[...errors]})`] : []),
    ...(attemptsMin === undefined ? [] : [sql`${attempts} >= ${attemptsMin}`]),
    ...(replayId === undefined ? [] : [sentBy(replayId, names.id, wanted)]),
    ...(retrying === undefined ? [] : [retrying ? sql`${attempts} > 0` : sql`${attempts} = 0`]),
    ...ofItsEvent(wanted, names),
  ];
}

/** As an array, so that each is looked up by its id; slices keep it short. */
const sentBy = (replayId: string, id: string, range: IdRange) => sql`
  ${sql.ref(id)} = ANY (ARRAY(SELECT delivery_id FROM replay_deliveries WHERE ${all([
    sql`replay_id = ${replayId} AND sent`,
    ...inRange('delivery_id', range),
  ])}))`;

export const inStatuses = (status: string, ranges: readonly StatusRange[]) =>
  sql`(${sql.join(
    ranges.map(({ first, last }) => sql`${sql.ref(status)} BETWEEN ${sql.lit(first)} AND ${sql.lit(last)}`),
    sql` OR `,
  )})`;

/** What the summaries of `deliveries` tell of stretches of it, for conditions that it tells anything of. */
export function marked({ environmentId, type, httpStatuses }: Wanted): readonly RawBuilder<unknown>[] {
  const [status, ...others] = httpStatuses ?? [];
  const isOne = status !== undefined && others.length === 0 && status.first === status.last;
  return [
    ...(type === undefined
      ? []
      : [sql`hashtextextended(d.type, d.environment_id) = hashtextextended(${type}, ${environmentId})`]),
    ...(isOne
      ? [
          sql`hashint8extended(d.last_status, d.environment_id) = hashint8extended(${status.first}, ${environmentId})`,
        ]
      : []),
  ];
}

/**
 * Where events are about to be looked at by the thousand, those of the slice are read once and hashed, in a tenth of the time
 * that looking up one by one takes. A delivery has the time of its event, but for one that came later (a recovery).
 */
function ofItsEvent(wanted: Wanted, names: Names): readonly RawBuilder<unknown>[] {
  const conditions = [...(names.type === null ? equals('s.type', wanted.type) : []), ...ofEvents(wanted)];
  if (conditions.length === 0) return [];
  const { environmentId, eventWindow } = wanted;
  const event = sql.ref(names.event);
  const events = sql`FROM events s WHERE s.environment_id = ${environmentId} AND ${all(conditions)}`;
  const oneByOne = sql`EXISTS (SELECT ${events} AND s.id = ${event})`;
  if (!eventWindow) return [oneByOne];
  const within = sql`${event} IN (SELECT s.id ${events} AND ${all(inRange('s.id', eventWindow))})`;
  return [sql`(${within} OR (${event} < ${eventWindow.atLeast} AND ${oneByOne}))`];
}

/** @param waits whether it is about what waits, too, of which only the event knows the type */
export const asksForEvents = (wanted: Wanted, waits: boolean): boolean =>
  ofEvents(wanted).length > 0 || (waits && wanted.type !== undefined);

function ofEvents({ severities, departmentId, sourceSystemId, trigger, content }: Wanted) {
  return [
    ...(severities ? [sql`s.severity = ANY (${[...severities]})`] : []),
    // Text is searched far sooner than JSON is read, and is as it was written: without spaces, quotes within values escaped.
    ...(departmentId === undefined ? [] : [routedBy(`"department":${JSON.stringify(departmentId)}`)]),
    ...(trigger === undefined ? [] : [routedBy(`"trigger":${JSON.stringify(trigger)}`)]),
    ...(sourceSystemId === undefined
      ? []
      : [
          routedBy(JSON.stringify(sourceSystemId)),
          sql`(s.routed_by -> 'requestFrom')::jsonb ? ${sourceSystemId}`,
        ]),
    ...(content ? hasContent(content) : []),
  ];
}

const routedBy = (text: string) => sql`strpos(s.routed_by::text, ${text}) > 0`;

/** What the bytes must contain in any spelling of the JSON is looked for first: few contents have to be read as JSON. */
function hasContent({ path, value, spelled }: ContentPart): readonly RawBuilder<unknown>[] {
  return [
    ...(spelled === '' ? [] : [sql`position(${Buffer.from(spelled)}::bytea IN s.content) > 0`]),
    sql`content_value(s.content, ${[...path]}::text[]) = ${value}`,
  ];
}

export const equals = (name: string, value: string | RawBuilder<string> | undefined) =>
  value === undefined ? [] : [sql`${sql.ref(name)} = ${value}`];

export function inRange(name: string, { atLeast, above, below }: IdRange): readonly RawBuilder<unknown>[] {
  const id = sql.ref(name);
  return [
    ...(atLeast === undefined ? [] : [sql`${id} >= ${atLeast}`]),
    ...(above === undefined ? [] : [sql`${id} > ${above}`]),
    ...(below === undefined ? [] : [sql`${id} < ${below}`]),
  ];
}

export const all = (terms: readonly RawBuilder<unknown>[]) => sql.join(terms, sql` AND `);
