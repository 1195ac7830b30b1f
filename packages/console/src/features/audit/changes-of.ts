// What an entry of the audit log says has changed, member by member. Pure.

export interface Changed {
  /** `delivery.timeoutSeconds`. */
  readonly path: string;
  /** undefined: it was not there. */
  readonly before: unknown;
  readonly after: unknown;
}

type Recorded = Readonly<Record<string, unknown>> | null;

/** Members inside members are named by their path; lists are compared as a whole. */
export function changesOf(before: Recorded, after: Recorded): readonly Changed[] {
  const [was, is] = [flat(before ?? {}), flat(after ?? {})];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((path) => ({ path, before: was.get(path), after: is.get(path) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

function flat(value: Readonly<Record<string, unknown>>, above = ''): ReadonlyMap<string, unknown> {
  const entries = Object.entries(value).flatMap(([name, inner]): (readonly [string, unknown])[] => {
    const path = `${above}${name}`;
    return isMembers(inner) ? [...flat(inner, `${path}.`)] : [[path, inner]];
  });
  return new Map(entries);
}

const isMembers = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
