// What the repository holds as generated text: the OpenAPI document, the reference pages, the types of the tables.
// `npm run generate` writes it; a test compares it, so that docs and code cannot drift apart.
import { isDeepStrictEqual } from 'node:util';
import { Kysely, PostgresDialect } from 'kysely';
import { PostgresDialect as GeneratorDialect, generate } from 'kysely-codegen';
import pg from 'pg';
import type { ApiDeps } from '../src/api/route.ts';
import { createApi } from '../src/api/server.ts';
import { eventTypes } from '../src/catalogue/index.ts';
import { settings } from '../src/config.ts';
import { type Access, isScope, leastRole } from '../src/domain/access.ts';
import { errorRegistry } from '../src/domain/errors.ts';
import { limits } from '../src/domain/limits.ts';
import { policiesOf, policyMeanings, profileNames, usualProfile } from '../src/domain/profiles.ts';
import { silentLog } from '../src/observe/log.ts';
import { createMetrics } from '../src/observe/metrics.ts';
import { licensesPage } from './packages.ts';
import { table } from './table.ts';

/** Generated files by their path from the root of the repository. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/** @param databaseUrl a migrated database */
export async function renderReference(databaseUrl: string): Promise<GeneratedFiles> {
  const document = await openApiDocument();
  return new Map([
    ['openapi.json', document],
    ['docs/reference/access.md', accessPage(document)],
    ['docs/reference/settings.md', settingsPage()],
    ['docs/reference/errors.md', errorsPage()],
    ['docs/reference/limits.md', limitsPage()],
    ['docs/reference/events.md', eventsPage()],
    ['docs/reference/profiles.md', profilesPage()],
    ['docs/reference/metrics.md', metricsPage()],
    ['docs/reference/licences.md', licensesPage()],
    ['packages/server/src/store/schema.gen.ts', await tableTypes(databaseUrl)],
  ]);
}

async function openApiDocument(): Promise<string> {
  // The document is made from the routes' schemas alone: none of their functions is called.
  const deps = { rootKey: 'none', consoleFolder: null, log: silentLog, tails: { stop: async () => {} } };
  const api = await createApi(deps as ApiDeps);
  await api.ready();
  const document = api.swagger();
  await api.close();
  return `${JSON.stringify(document, null, 2)}\n`;
}

const page = (title: string, intro: string, body: string) => `# ${title}\n\n${intro}\n\n${body}\n`;

function settingsPage(): string {
  const rows = Object.entries(settings).map(([name, setting]) => [
    `\`${name}\``,
    setting.default === null ? '' : `\`${setting.default}\``,
    setting.meaning,
  ]);
  return page(
    'Settings',
    'Read from the environment when Signpost starts. A wrong one keeps it from starting and is named.',
    table(['setting', 'default', 'meaning'], rows),
  );
}

function errorsPage(): string {
  const rows = Object.entries(errorRegistry).map(([code, { status, message, remedy }]) => [
    `\`${code}\``,
    String(status),
    message,
    remedy,
  ]);
  const intro =
    'Every error answers `{"error": {"code", "message", "details", "requestId"}}`. `details.path` names the field, `details.remedy` says what to do, and `details.problems` lists everything that is wrong when there is more than one thing. Words in braces are filled in.';
  return page('Errors', intro, table(['code', 'status', 'message', 'what to do'], rows));
}

function limitsPage(): string {
  const rows = Object.entries(limits).map(([name, { value, unit, meaning }]) => [
    `\`${name}\``,
    `${value.toLocaleString('en-US')} ${unit}`,
    meaning,
  ]);
  return page(
    'Limits',
    'What is over a limit is refused, with the limit named.',
    table(['limit', 'value', 'of'], rows),
  );
}

interface Operation {
  readonly summary: string;
  readonly 'x-access'?: Access;
}

function accessPage(document: string): string {
  const { paths } = JSON.parse(document) as { paths: Record<string, Record<string, Operation>> };
  const rows = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => [
      `\`${method.toUpperCase()} ${path}\``,
      ...callersOf(operation['x-access']),
    ]),
  );
  const intro =
    'The least role that a person needs, and the scope that a key needs. The root key may do everything but what only a person can. Roles rise from viewer over developer and admin to super_admin; each may do what the ones before it may.';
  return page('Who may do what', intro, table(['route', 'person', 'key'], rows));
}

/** Least role, and scope. */
function callersOf(access: Access | undefined): readonly [string, string] {
  if (access === undefined) return ['anybody', 'anybody'];
  if (isScope(access)) return [leastRole(access), `\`${access}\``];
  if (access === 'root') return ['super admin of the server', ''];
  if (access === 'operator') return ['super admin of the server, or anybody on this machine', ''];
  if (access === 'anybody') return ['whoever is signed in', 'any'];
  if (access === 'application') return ['viewer', 'any of the application'];
  if (access === 'person' || access === 'organizations') return ['whoever is signed in', ''];
  return [leastRole(access), ''];
}

function eventsPage(): string {
  const rows = eventTypes.map(({ type, severity, meaning }) => [`\`${type}\``, severity, meaning]);
  const intro =
    'Every type that Signpost knows. Types are added, never renamed or removed. A webhook names types, or all types of a topic: `signer.*`.';
  return page('Event catalogue', intro, table(['type', 'severity', 'when'], rows));
}

function profilesPage(): string {
  const shown = (value: unknown) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
  const names = Object.keys(policyMeanings) as (keyof typeof policyMeanings)[];
  const differs = names.map((name) => [
    `\`${name}\``,
    ...profileNames.map((profile) => {
      const value = policiesOf(profile)[name];
      const isUsual = isDeepStrictEqual(value, policiesOf(usualProfile)[name]);
      return profile === usualProfile || !isUsual ? shown(value) : '';
    }),
  ]);
  const meanings = names.map((name) => [`\`${name}\``, policyMeanings[name]]);
  const intro =
    'A profile presets the policies of an organization: `POST /organizations {"name", "profile", "policies"}`. Each policy can be changed on its own; another profile sets all of them anew. Policies judge what is being saved; webhooks that were saved before stay as they are.';
  const body = [
    table(['policy', 'meaning'], meanings),
    'An empty cell is as in `signpost`.',
    table(['policy', ...profileNames], differs),
  ].join('\n\n');
  return page('Profiles and policies', intro, body);
}

function metricsPage(): string {
  const nothing = { held: 0, heldMax: 0, running: 0 };
  const readings = {
    leads: () => false,
    databaseAnswers: async () => false,
    load: () => nothing,
    queue: () => null,
  };
  const rows = createMetrics(readings)
    .describe()
    .map(({ name, kind, meaning }) => [`\`${name}\``, kind, meaning]);
  const intro =
    '`GET /metrics`, in the text format of Prometheus: open to callers on the same machine that come without a proxy, from elsewhere with the root key as bearer. Counters begin at 0 with the process; sums over all nodes are the whole. Nothing is told apart by tenant.';
  return page('Metrics', intro, table(['metric', 'kind', 'meaning'], rows));
}

async function tableTypes(databaseUrl: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  // The database may be dropped before the last connection has quite closed.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const typeMapping = { int8: 'number', json: 'unknown' };
  return generate({ db, dialect: new GeneratorDialect(), outFile: null, typeMapping }).finally(() =>
    db.destroy(),
  );
}
