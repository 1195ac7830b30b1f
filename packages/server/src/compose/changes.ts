// What has to happen wherever the settings of an environment change: what was known of them is forgotten, here and in the other
// processes, and what waited for the change goes on.
import { createSpreading } from '../workers/team.ts';
import type { Ground } from './ground.ts';

export interface Changes {
  /** Another process changed an environment, or null: any of them. */
  forget(environmentId: number | null): void;
  /** This one did. */
  changed(environmentId: number): void;
  organizationChanged(organizationId: string): void;
  /** Resolves when every process knows of all that was changed so far; null when they do. */
  settled(): Promise<void> | null;
}

export function composeChanges({ snapshots, team }: Ground, wake: () => void): Changes {
  const spreading = createSpreading(team);
  const forget = (environmentId: number | null) => {
    snapshots.forget(environmentId ?? undefined);
    wake();
  };
  const tell = (environmentId: number | null) => {
    forget(environmentId);
    spreading.spread(environmentId);
  };
  return {
    forget,
    changed: tell,
    // Organizations change seldom: that the environments of others are read again too costs less than knowing whose they are.
    organizationChanged: () => tell(null),
    settled: spreading.settled,
  };
}
