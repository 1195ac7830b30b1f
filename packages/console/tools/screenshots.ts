// Pictures of every page, in all languages and both colour schemes, against a server of its own, for looking at:
// `node packages/console/tools/screenshots.ts <folder> [page…]`. With `--docs` (`npm run screenshots`) the few that the README
// shows, into docs/images.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startApp } from '../../server/src/app.ts';
import { loadConfig } from '../../server/src/config.ts';
import { silentLog } from '../../server/src/observe/log.ts';
import { startReceiver } from '../../server/test/harness/receiver.ts';
import { caller } from '../../server/test/harness/signpost.ts';
import { openBank } from '../test/harness/bank.ts';
import { findBrowser } from '../test/harness/find-browser.ts';
import { pagesOf } from '../test/harness/pages.ts';
import { buildIfChanged } from './build.ts';

/** The main pages, each once; together they show all languages and both schemes. */
const shown = [
  'overview.en-light',
  'history.en-dark',
  'event.en-light',
  'alert.en-light',
  'health.zh-light',
  'event-type.he-light',
];
const forDocs = process.argv[2] === '--docs';
const [folder, ...wanted] = forDocs
  ? [join(import.meta.dirname, '../../../docs/images'), ...shown]
  : [process.argv[2] ?? 'screenshots', ...process.argv.slice(3)];
const looks = [
  { name: 'en-light', language: 'en-US', scheme: 'light', width: 1280 },
  { name: 'en-dark', language: 'en-US', scheme: 'dark', width: 1280 },
  { name: 'he-light', language: 'he-IL', scheme: 'light', width: 1280 },
  { name: 'he-dark', language: 'he-IL', scheme: 'dark', width: 1280 },
  { name: 'zh-light', language: 'zh-CN', scheme: 'light', width: 1280 },
  { name: 'zh-dark', language: 'zh-CN', scheme: 'dark', width: 1280 },
  { name: 'en-phone', language: 'en-US', scheme: 'light', width: 390 },
  { name: 'he-phone', language: 'he-IL', scheme: 'dark', width: 320 },
] as const;

await buildIfChanged();
mkdirSync(folder, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'signpost-screenshots-'));
const rootKey = 'root-key-of-the-screenshots';
const config = loadConfig({
  SIGNPOST_PORT: '0',
  SIGNPOST_DATA_DIR: dataDir,
  SIGNPOST_ROOT_KEY: rootKey,
  SIGNPOST_ALLOW_CIDRS: '127.0.0.0/8',
  SIGNPOST_LOG: 'silent',
});
await using closing = new AsyncDisposableStack();
closing.defer(() => rmSync(dataDir, { recursive: true, force: true }));
const app = await startApp(config, silentLog);
closing.defer(() => app.stop());
const receiver = await startReceiver();
closing.defer(() => receiver.stop());
const bank = await openBank(app.url, caller(app.url, rootKey), receiver);
const found = await findBrowser();
if (!found) throw new Error('There is no browser.');
const browser = await chromium.launch({
  executablePath: found.executablePath,
  args: ['--no-sandbox', '--disable-gpu'],
});
closing.defer(() => browser.close());

for (const { name: look, language, scheme, width } of looks) {
  const context = await browser.newContext({
    ...{ baseURL: app.url, viewport: { width, height: 900 }, locale: language, colorScheme: scheme },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  for (const { name, path, ready, isOpen } of pagesOf(bank)) {
    const whole = `${name}.${look}`;
    if (wanted.length > 0 && !wanted.some((part) => (forDocs ? whole === part : whole.includes(part))))
      continue;
    if (!isOpen) {
      await page.goto('/login');
      await page.evaluate((key) => sessionStorage.setItem('signpost.key', key), rootKey);
    }
    await page.goto(path);
    await page.locator(ready).first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${whole}.png`), fullPage: !forDocs });
    if (isOpen) await page.evaluate(() => sessionStorage.clear());
  }
  await context.close();
}
