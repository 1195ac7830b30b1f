// What is wrong with the routing facts of events: names that the directory does not have, and a Request From that the
// organization asks for and nobody named. Pure.
import type { Refusal } from '../domain/errors.ts';
import { missingRequestFrom } from '../domain/policies.ts';
import { type Problem, problemsShownMax, refuse } from '../domain/problems.ts';
import { unknownName } from '../domain/routing-names.ts';
import type { RegisteredEnvelope } from '../store/envelopes.ts';
import type { Snapshot } from '../store/snapshots.ts';
import type { Resolved } from './facts.ts';

/** Where an event stands in its request; null where a platform speaks, whose events are taken as they are. */
interface Placed {
  readonly path: string | null;
}

/** What is wrong with one event of a request. */
interface Fault {
  readonly index: number;
  /** Of many the first ones only: naming what comes close to a name takes its time, and no answer shows more. */
  readonly problems: readonly Problem[];
}

export function routingFaults(
  incoming: readonly Placed[],
  resolved: readonly Resolved[],
  registered: ReadonlyMap<string, RegisteredEnvelope | null>,
  { directory, policies }: Snapshot,
): readonly Fault[] {
  let named = 0;
  return resolved.flatMap((one, index): Fault[] => {
    const root = incoming[index]?.path ?? null;
    const isMissing = policies.requireRequestFrom && lacksRequestFrom(one, registered);
    if (root === null || (one.unknown.length === 0 && !isMissing)) return [];
    if (named >= problemsShownMax) return [{ index, problems: [] }];
    const at = (path: string) => (root === '' ? path : `${root}.${path}`);
    const unknown = one.unknown
      .slice(0, problemsShownMax)
      .map(({ kind, name, path }) => unknownName(kind, name, at(path), directory));
    const missing = isMissing ? [missingRequestFrom(at('routing.requestFrom'), directory)] : [];
    named += unknown.length + missing.length;
    return [{ index, problems: [...unknown, ...missing] }];
  });
}

/** It begins an envelope, which nobody registered, and names no Request From. */
function lacksRequestFrom(
  { event: { envelope }, routable, unknown }: Resolved,
  registered: ReadonlyMap<string, RegisteredEnvelope | null>,
): boolean {
  if (envelope === null || routable.requestFrom.length > 0) return false;
  if (unknown.some(({ kind }) => kind === 'source_system')) return false;
  return (registered.get(envelope.id ?? '') ?? null) === null;
}

export function refuseRouting(incoming: readonly Placed[], faults: readonly Fault[]): Refusal {
  const indexes = faults.map(({ index }) => index);
  return refuse(
    faults.flatMap(({ problems }) => problems),
    incoming[0]?.path === '' ? {} : { indexes },
  );
}
