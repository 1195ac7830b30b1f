// A webhook's filters as people write them, with the names of the directory, and as they are kept, with ids.
import { type Directory, type DirectoryKind, directoryKinds } from './directory.ts';
import type { Problem } from './problems.ts';
import type { RoutingFilters, TriggerSource } from './webhook.ts';

/** Every field is optional on the way in: what is left out stays as it is. */
export interface RoutingInput {
  readonly requestFrom?: readonly string[];
  readonly departments?: readonly string[];
  readonly businessUnits?: readonly string[];
  readonly templates?: readonly string[];
  readonly triggers?: readonly TriggerSource[];
  readonly appIds?: readonly string[];
  readonly receives?: RoutingFilters['receives'];
}

const kinds = {
  requestFrom: 'source_system',
  departments: 'department',
  businessUnits: 'business_unit',
  templates: 'template',
} as const satisfies Record<string, DirectoryKind>;
type NamedFilter = keyof typeof kinds;
const namedFilters = Object.keys(kinds) as readonly NamedFilter[];

export interface ReadRouting {
  readonly routing: RoutingFilters;
  readonly problems: readonly Problem[];
}

export function readRouting(input: RoutingInput, present: RoutingFilters, directory: Directory): ReadRouting {
  const problems: Problem[] = [];
  const ids = (filter: NamedFilter): readonly string[] => {
    const names = input[filter];
    if (names === undefined) return present[filter];
    const found = names.flatMap((name, index) => {
      const entry = directory.find(kinds[filter], name);
      if (entry) return [entry.id];
      problems.push(unknownName(kinds[filter], name, `routing.${filter}[${index}]`, directory));
      return [];
    });
    return [...new Set(found)];
  };
  const routing = {
    requestFrom: ids('requestFrom'),
    departments: ids('departments'),
    businessUnits: ids('businessUnits'),
    templates: ids('templates'),
    triggers: input.triggers ?? present.triggers,
    appIds: input.appIds ?? present.appIds,
    receives: input.receives ?? present.receives,
  };
  return { routing, problems };
}

/** More names than this are no help to a reader. */
export const knownShownMax = 50;

export function unknownName(kind: DirectoryKind, name: string, path: string, directory: Directory): Problem {
  const word = directoryKinds.find((facts) => facts.kind === kind)?.word ?? kind;
  const known = directory.names(kind).slice(0, knownShownMax);
  const details = { kind: word, name, nearest: directory.nearest(kind, name, 3), known };
  return { code: 'unknown_directory_name', path, details };
}

export function showRouting(routing: RoutingFilters, directory: Directory): RoutingFilters {
  const named = Object.fromEntries(
    namedFilters.map((filter) => [filter, routing[filter].map((id) => directory.byId(id)?.name ?? id)]),
  );
  return { ...routing, ...named };
}
