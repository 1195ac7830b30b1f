// Makes the HTTP server: gives the API the same functions that every way in has.
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import type { ServerFacts } from '../api/route.ts';
import { type Api, createApi } from '../api/server.ts';
import { limit } from '../domain/limits.ts';
import type { Metrics } from '../observe/metrics.ts';
import { createAlertStore } from '../store/alerts.ts';
import { createCancelStore } from '../store/cancel.ts';
import type { Database } from '../store/database.ts';
import { createLastUse } from '../store/last-use.ts';
import { createReplayStore } from '../store/replays.ts';
import { createResendStore } from '../store/resend.ts';
import { createElsewhereStore } from '../store/send-elsewhere.ts';
import { createSourceStore } from '../store/sources.ts';
import { createStatisticsStore } from '../store/statistics.ts';
import { createStatisticsGroupStore } from '../store/statistics-groups.ts';
import { createTenantStore } from '../store/tenants.ts';
import { createTestSendStore } from '../store/test-sends.ts';
import { createUsedTokenStore } from '../store/used-tokens.ts';
import { metricsOfAll } from '../workers/team.ts';
import type { Ground } from './ground.ts';
import type { People } from './people.ts';
import type { Tended } from './tending.ts';

/** Made by `npm run build`, which `npm ci` and `npm start` call. */
const consoleFolder = join(import.meta.dirname, '../../../console/dist');
const readyTimeoutMs = 3_000;

export async function composeApi(parts: Tended, metrics: Metrics): Promise<Api> {
  const { ground, sending, delivering, takingIn, people } = parts;
  const { config, database, keys, team, vault } = ground;
  const { changed, organizationChanged, settled } = delivering.changes;
  const uses = {
    keyUse: createLastUse({ of: 'key', ...ground }),
    event: createLastUse({ of: 'sourceEvent', ...ground }),
    refusal: createLastUse({ of: 'sourceRefusal', ...ground }),
  };
  for (const { stop } of Object.values(uses)) ground.stops.push(stop);
  return createApi({
    ...ground,
    ...sending,
    ...takingIn,
    ...people,
    ...storesOf(database),
    rootKey: keys.rootKey,
    tokenKeys: keys.tokenKeys,
    sources: createSourceStore(database, vault),
    tails: delivering.tails,
    keyUse: uses.keyUse,
    sourceUse: uses,
    requestsPerSecond: config.requestsPerSecond,
    trustedProxies: config.trustedProxies,
    changed,
    organizationChanged,
    settled: team === null ? null : settled,
    server: factsOf(ground, people),
    workersAlive: () => ground.nodes.alive(ground.silenceMs),
    metrics: team === null ? metrics : { ...metrics, render: () => metricsOfAll(team) },
    consoleFolder,
    isReady: () => isReady(database),
  });
}

const storesOf = (database: Database) => ({
  tenants: createTenantStore(database),
  resends: createResendStore(database),
  elsewhere: createElsewhereStore(database),
  cancels: createCancelStore(database),
  replays: createReplayStore(database, limit('replays_unfinished_max')),
  testSends: createTestSendStore(database),
  usedTokens: createUsedTokenStore(database),
  alerts: createAlertStore(database),
  statistics: { ...createStatisticsStore(database), ...createStatisticsGroupStore(database) },
});

const factsOf = ({ config }: Ground, { mailer }: People): ServerFacts => ({
  version: manifest.version,
  mailConfigured: mailer !== null,
  retentionDays: config.retentionDays,
  workers: config.workers,
  embeddedDatabase: config.databaseUrl === null,
});

/** Whether the database answers. */
export async function isReady(database: Database): Promise<boolean> {
  return database.query({ name: 'ready', text: 'SELECT 1', timeoutMs: readyTimeoutMs }, []).then(
    () => true,
    () => false,
  );
}
