// What the fault tests share: data folders, a tenant with one counting receiver, and how they tell what they measured.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endPostmaster, rootKey } from './process.ts';
import { caller, makeTenant, type Tenant } from './signpost.ts';
import type { Tally } from './tally.ts';

/** All of a fault test, as `FAULTS=full` asks for it, or the part that every run can afford. */
export const full = process.env['FAULTS'] === 'full';

export interface DataFolder {
  readonly path: string;
  /** Ends the PostgreSQL in it, if one is left, and removes it. */
  remove(): Promise<void>;
}

export function makeDataFolder(): DataFolder {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'signpost-fault-')));
  const path = join(home, 'data');
  return {
    path,
    remove: async () => {
      await endPostmaster(path);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export interface TestApplication {
  readonly tenant: Tenant;
  readonly key: string;
  /** Where its events are posted to, below any node's address. */
  readonly path: string;
}

/** A tenant whose one webhook is the receiver; a failed attempt is tried again after a second. */
export async function makeApplication(url: string, receiver: Tally): Promise<TestApplication> {
  const tenant = await makeTenant(url, caller(url, rootKey));
  const delivery = { retrySchedule: Array.from({ length: 20 }, () => '1s'), timeoutSeconds: 10 };
  await tenant.webhook(receiver.url, { delivery });
  const path = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/events`;
  return { tenant, key: tenant.key, path };
}

/** Figures belong into the output of a test run, whoever reads it. */
export function tell(what: string, figures: Readonly<Record<string, unknown>>): void {
  const text = Object.entries(figures).map(([name, value]) => `${name} ${String(value)}`);
  process.stderr.write(`   ${what}: ${text.join(', ')}\n`);
}
