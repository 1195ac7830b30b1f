// On whose behalf the database is changed. The audit log is written by the database itself, in the transaction that changes
// a row; it learns the actor from a setting of the connection. What runs inside `actingAs` is attributed; all else is the
// server's own doing. Single statements outside of kysely and transactions are the hot paths: they change nothing audited.
import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';

export interface Actor {
  readonly kind: 'person' | 'key' | 'root';
  readonly id: string | null;
  readonly name: string | null;
  /** Where the request came from. */
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
}

const actors = new AsyncLocalStorage<Actor>();

export function actingAs<T>(actor: Actor, work: () => T): T {
  return actors.run(actor, work);
}

/** The actor of what is running now; null is the server itself. */
export function presentActor(): Actor | null {
  return actors.getStore() ?? null;
}

const setting = `SELECT set_config('signpost.actor', $1, false)`;

/** Tells the connection who acts through it, and makes it forget that before anybody else gets it. */
export async function attributed(client: pg.PoolClient): Promise<pg.PoolClient> {
  const actor = presentActor();
  if (actor === null) return client;
  const release = client.release.bind(client);
  try {
    await client.query(setting, [JSON.stringify(actor)]);
  } catch (error) {
    release(true);
    throw error;
  }
  client.release = (broken) => {
    if (broken) return release(broken);
    client.query(setting, ['']).then(
      () => release(),
      () => release(true),
    );
  };
  return client;
}
