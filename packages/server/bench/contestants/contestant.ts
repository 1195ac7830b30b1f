// What the bench asks of every contestant: be ready for load on fresh data, and stop without leaving anything.
import type { Belongings } from '../belongings.ts';
import type { Child } from '../child.ts';
import type { FromLoader, ToLoader } from '../messages.ts';

export type Loader = Child<ToLoader, FromLoader>;

export interface Setting {
  /** Empty, for this turn alone. */
  readonly dir: string;
  readonly receiverUrl: string;
  /** The load generator that all share. */
  readonly loader: Loader;
  readonly belongings: Belongings;
  /** For the contestant's process, not for the database. */
  readonly nodeArgs: readonly string[];
  /** Processes of a contestant that can be several. */
  readonly workers: number;
}

export interface Running {
  readonly loader: Loader;
  readonly url: string;
  readonly authorization: string | null;
  readonly pid: number;
  /** null: it has no database. */
  readonly postmasterPid: number | null;
  stop(): Promise<void>;
}

export type StartContestant = (setting: Setting) => Promise<Running>;
