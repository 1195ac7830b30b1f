// Whether a server can go on with the master keys that it was given: asked at each start, and by the command that rotates them.
import { CannotStart } from './open-store.ts';
import type { Database } from './store/database.ts';
import { createResealing } from './store/resealing.ts';
import type { Vault } from './store/vault.ts';

/** A server that was silent for longer is dead, or as good as that. */
export const livingMs = 15_000;

/**
 * @param alone no other server can be using this database
 * @throws CannotStart when secrets are sealed under a key that is not known here, or other servers could not read what this one
 * would seal
 */
export async function checkMasterKeys(database: Database, vault: Vault, alone: boolean): Promise<void> {
  const resealing = createResealing(database, vault);
  const unknown = (await resealing.keysInUse()).filter(({ keyId }) => !vault.keyIds.includes(keyId));
  if (unknown.length > 0) {
    const which = unknown.map(({ keyId, values }) => `${keyId} (${values} of them)`).join(', ');
    throw new CannotStart(
      `Signpost cannot start: secrets in the database are sealed under the master key ${which}, which it was not given; it has ${vault.keyIds.join(', ')}. Give the one of this database in SIGNPOST_MASTER_KEY, or beside a new one in SIGNPOST_OTHER_MASTER_KEYS; with the embedded database, restore master.key in the data folder from a backup.`,
    );
  }
  const [sealing] = vault.keyIds;
  const ignorant = alone
    ? []
    : (await resealing.nodeKeys(livingMs)).filter(
        ({ keyIds }) => keyIds !== null && !keyIds.includes(sealing),
      );
  if (ignorant.length > 0) {
    throw new CannotStart(
      `Signpost cannot start: other servers of this database (${ignorant.length}) do not know the master key ${sealing} and could not read what it seals. Give it to all of them in SIGNPOST_OTHER_MASTER_KEYS first, or stop them. One that was killed is forgotten after ${livingMs / 1000} seconds.`,
    );
  }
}
