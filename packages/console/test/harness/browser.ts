// The browser of a test file. Every page is watched: what a person would only notice in the developer tools fails the test.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const whatToDo =
  'The tests of the console need a browser and found none. Install one (`apt-get install chromium` on Debian and Ubuntu), or name one in CHROMIUM_PATH.';

/** null, after saying so loudly, where there is none; in CI that is an error. */
export async function openBrowser(): Promise<Browser | null> {
  const found = inject('browser');
  if (found !== null) {
    return chromium.launch({
      executablePath: found.executablePath,
      args: flags,
      env: { ...(process.env as Record<string, string>), ...found.env },
    });
  }
  if (process.env['CI']) throw new Error(whatToDo);
  process.stderr.write(`\n${'!'.repeat(80)}\n${whatToDo}\nThese tests are SKIPPED.\n${'!'.repeat(80)}\n\n`);
  return null;
}

export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong unseen since the last call: console errors, policy violations, foreign requests, server errors. */
  complaints(): Promise<readonly string[]>;
  close(): Promise<void>;
}

interface Options {
  readonly width?: number;
  readonly height?: number;
  readonly language?: string;
  readonly scheme?: 'light' | 'dark';
}

export async function openPage(browser: Browser, origin: string, options: Options = {}): Promise<Watched> {
  const { width = 1280, height = 900, language = 'en-US', scheme = 'light' } = options;
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height },
    locale: language,
    timezoneId: 'Europe/Berlin',
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const seen: string[] = [];
  await context.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(globalThis, { policyViolations: violations });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      violations.push(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
    );
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    // A refused request is part of the game; the browser reports it as an error of its own.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      seen.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.push(`page: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) seen.push(`foreign request: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) seen.push(`answer ${response.status()}: ${response.url()}`);
  });
  return {
    page,
    context,
    complaints: async () => {
      const violations = await page.evaluate(() => {
        const { policyViolations } = globalThis as unknown as { policyViolations: string[] };
        return policyViolations.splice(0);
      });
      return [...seen.splice(0), ...violations];
    },
    close: () => context.close(),
  };
}

/** Signs in with a key, as a person would, and waits for the first page. */
export async function signIn({ page }: Watched, key: string, path = '/'): Promise<void> {
  const asked = new URL(path, 'http://console.example');
  const next = asked.pathname === '/login' ? asked.searchParams.get('next') : path;
  await page.goto(`/login?${new URLSearchParams({ with: 'key', ...(next !== null && { next }) })}`);
  await page.locator('input[type=password]').fill(key);
  await page.locator('button[type=submit]').click();
  await entered(page);
}

/** Waits for a page within the frame that only those who are signed in see. */
export async function entered(page: Page): Promise<void> {
  await page.locator('header').first().waitFor();
  await page.locator('#main h1').waitFor();
}

/** Signs in with an account on the sign-in page that is shown, or goes there. */
export async function signInAs(
  { page }: Watched,
  email: string,
  password: string,
  path = '/login',
): Promise<void> {
  await page.goto(path);
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
}
