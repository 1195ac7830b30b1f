// `npm run generate`: writes what reference.ts renders, on a database that exists only for that.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { silentLog } from '../src/observe/log.ts';
import { openDatabase } from '../src/store/database.ts';
import { startEmbedded } from '../src/store/embedded/server.ts';
import { migrateDatabase } from '../src/store/migrate.ts';
import { renderDialectPages } from './dialect-pages.ts';
import { renderGolden } from './golden.ts';
import { renderReference } from './reference.ts';

const root = join(import.meta.dirname, '../../..');
const dataDir = mkdtempSync(join(tmpdir(), 'signpost-generate-'));
const embedded = await startEmbedded({ dataDir, log: silentLog });
try {
  const { host, user, password, database } = embedded.connection;
  const opened = openDatabase({ connection: embedded.connection, connectionsMax: 1, log: silentLog });
  await migrateDatabase(opened);
  await opened.close();
  const url = `postgresql://${user}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}`;
  const made = [...(await renderReference(url)), ...renderGolden(), ...renderDialectPages()];
  for (const [path, text] of made) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(path);
  }
} finally {
  await embedded.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
