// Once for a whole test run: the console is built if it changed, and a browser is found or unpacked.
import type { TestProject } from 'vitest/node';
import { buildIfChanged } from '../../tools/build.ts';
import { findBrowser } from './find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What starts the browser; null: there is none on this machine. */
    browser: { executablePath: string; env: Record<string, string> } | null;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  await buildIfChanged();
  project.provide('browser', await findBrowser());
}
