// Which of the nodes does the upkeep: a lease of its own in the time of the database, so that nodes with wrong clocks agree,
// connection poolers do no harm, and a leader that fell silent is followed by another.
import type { Database, Statement } from './database.ts';

export interface LeadershipStore {
  /** Takes the lead for `leaseMs` from now, or prolongs it. False while another has it. */
  hold(holder: string, leaseMs: number): Promise<boolean>;
  /** The same, whoever had it: for a store that no other process can be using. */
  seize(holder: string, leaseMs: number): Promise<boolean>;
  /** Gives the lead up at once, if the holder has it. */
  release(holder: string): Promise<void>;
}

/** An answer that is late says nothing: the lease may have run out on the way. */
const timeoutMs = 3_000;

const hold: Statement = {
  name: 'leadership_hold',
  text: `
UPDATE leadership SET holder = $1::uuid, held_until = now() + $2::float8 * interval '1 millisecond'
WHERE holder = $1::uuid OR held_until < now() OR $3::boolean
RETURNING holder`,
  timeoutMs,
};

const release: Statement = {
  name: 'leadership_release',
  text: `UPDATE leadership SET holder = NULL, held_until = '-infinity' WHERE holder = $1::uuid`,
  timeoutMs,
};

export function createLeadershipStore(database: Database): LeadershipStore {
  const take = async (holder: string, leaseMs: number, seizes: boolean) =>
    (await database.query(hold, [holder, leaseMs, seizes])).length > 0;
  return {
    hold: (holder, leaseMs) => take(holder, leaseMs, false),
    seize: (holder, leaseMs) => take(holder, leaseMs, true),
    release: async (holder) => {
      await database.query(release, [holder]);
    },
  };
}
