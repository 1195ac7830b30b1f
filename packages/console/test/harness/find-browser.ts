// A browser for the tests: the one that CHROMIUM_PATH names, else the system's Chromium or Chrome, else the one that comes
// inside the npm package @sparticuz/chromium, with the few libraries that a bare system lacks.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface FoundBrowser {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** null: none can be had here. */
export async function findBrowser(): Promise<FoundBrowser | null> {
  const own = process.env['CHROMIUM_PATH'];
  if (own) return { executablePath: own, env: {} };
  const system = installed.find((path) => existsSync(path) && works(path, {}));
  if (system) return { executablePath: system, env: {} };
  if (platform() !== 'linux' || arch() !== 'x64') return null;
  return unpacked();
}

/** On Ubuntu `chromium-browser` may be a stub that only says that a snap has to be installed. */
function works(path: string, env: Record<string, string>): boolean {
  try {
    execFileSync(path, ['--version', '--no-sandbox'], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
      timeout: 20_000,
    });
    return true;
  } catch {
    return false;
  }
}

/** The packaged browser, unpacked once for each version: whole or not at all, also when two runs begin together. */
async function unpacked(): Promise<FoundBrowser | null> {
  const { inflate } = await import('@sparticuz/chromium');
  const manifest = findPackageJSON('@sparticuz/chromium', import.meta.url);
  if (manifest === undefined) return null;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = join(tmpdir(), `signpost-chromium-${version}`);
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) {
    const made = mkdtempSync(`${folder}-`);
    const temporary = process.env['TMPDIR'];
    process.env['TMPDIR'] = made;
    try {
      for (const archive of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'])
        await inflate(join(dirname(manifest), 'bin', archive));
    } finally {
      if (temporary === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = temporary;
    }
    settle(made, folder);
  }
  const plain = {};
  const bundled = { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
  const env = [plain, bundled].find((candidate) => works(executablePath, candidate));
  return env ? { executablePath, env } : null;
}

function settle(made: string, folder: string): void {
  try {
    renameSync(made, folder);
  } catch {
    // Another run was faster, or the folder is the leftover of one that was cut short.
    if (!existsSync(join(folder, 'chromium'))) cpSync(made, folder, { recursive: true });
    rmSync(made, { recursive: true });
  }
}
