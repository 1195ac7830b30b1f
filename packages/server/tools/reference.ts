// What the repository holds as generated text: the OpenAPI document, the reference pages, the types of the tables.
// `npm run generate` writes it; a test compares it, so that docs and code cannot drift apart.
import { Kysely, PostgresDialect } from 'kysely';
import { PostgresDialect as GeneratorDialect, generate } from 'kysely-codegen';
import pg from 'pg';
import type { ApiDeps } from '../src/api/route.ts';
import { createApi } from '../src/api/server.ts';
import { eventTypes } from '../src/catalogue/index.ts';
import { settings } from '../src/config.ts';
import { errorRegistry } from '../src/domain/errors.ts';
import { limits } from '../src/domain/limits.ts';
import { silentLog } from '../src/observe/log.ts';
import { createMetrics } from '../src/observe/metrics.ts';

/** Generated files by their path from the root of the repository. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/** @param databaseUrl a migrated database */
export async function renderReference(databaseUrl: string): Promise<GeneratedFiles> {
  return new Map([
    ['openapi.json', await openApiDocument()],
    ['docs/reference/settings.md', settingsPage()],
    ['docs/reference/errors.md', errorsPage()],
    ['docs/reference/limits.md', limitsPage()],
    ['docs/reference/events.md', eventsPage()],
    ['docs/reference/metrics.md', metricsPage()],
    ['packages/server/src/store/schema.gen.ts', await tableTypes(databaseUrl)],
  ]);
}

async function openApiDocument(): Promise<string> {
  // The document is made from the routes' schemas alone: none of their functions is called.
  const api = await createApi({ rootKey: 'none', log: silentLog } as ApiDeps);
  await api.ready();
  const document = api.swagger();
  await api.close();
  return `${JSON.stringify(document, null, 2)}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
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

function eventsPage(): string {
  const rows = eventTypes.map(({ type, severity, meaning }) => [`\`${type}\``, severity, meaning]);
  const intro =
    'Every type that Signpost knows. Types are added, never renamed or removed. A webhook names types, or all types of a topic: `signer.*`.';
  return page('Event catalogue', intro, table(['type', 'severity', 'when'], rows));
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
