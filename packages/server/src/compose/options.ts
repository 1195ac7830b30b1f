// What a test may hold in its own hands, and what a worker is given.
import type { Resolve } from '../deliver/guard.ts';
import type { Clock } from '../lib/clock.ts';
import type { Team } from '../workers/team.ts';

export interface AppOptions {
  readonly clock?: Clock;
  /** Given with a clock that a test moves: what SQL takes as the present. */
  readonly sqlNow?: () => Date | null;
  readonly random?: () => number;
  /** After so long without a heartbeat a node's leases are taken over by others. */
  readonly silenceMs?: number;
  /** Gives a start up, after which everything is stopped that was started. */
  readonly signal?: AbortSignal;
  /** How names are resolved; default: as the system does. */
  readonly resolve?: Resolve;
  /** Given to one of several workers. */
  readonly team?: Team;
}
