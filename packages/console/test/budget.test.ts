// How much a browser has to load before the first page: bounded, so that it does not grow unseen.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const dist = join(import.meta.dirname, '../dist');
const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Readonly<
  Record<string, Chunk>
>;
const kib = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1024;
const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + kib(file), 0);

/** A chunk with everything that it needs at once. */
function whole(name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk || seen.has(name)) return seen;
  seen.add(name);
  for (const next of chunk.imports ?? []) whole(next, seen);
  return seen;
}

const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry) ?? '';
const pages = Object.keys(manifest).filter((name) => /features\/.*-page\.tsx$/.test(name));
const languages = Object.keys(manifest).filter((name) => /i18n\/[^/]+\/index\.ts$/.test(name));

const wiring = readFileSync(join(import.meta.dirname, '../src/app/pages.tsx'), 'utf8');

/** The files with the texts of a page in the language of `index`: what all pages need, and what comes with this one. */
function textsOf(page: string, index: string): readonly string[] {
  const feature = page.replace('src/', '../');
  const found = new RegExp(`withTexts\\(\\[([^\\]]*)\\],\\s*\\(\\) =>\\s*import\\('${feature}'`).exec(wiring);
  const parts = [...(found?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, part]) => `${part}.ts`);
  const names = [index, ...parts.map((part) => index.replace('index.ts', part))];
  return names.map((name) => {
    const file = manifest[name]?.file;
    if (file === undefined) throw new Error(`The build has no ${name}.`);
    return file;
  });
}

it('loads at most 260 KiB of scripts and 40 KiB of styles before any page is shown', () => {
  expect(languages).toHaveLength(3);
  expect(pages.length).toBeGreaterThanOrEqual(10);
  for (const page of pages) {
    const largest = Math.max(...languages.map((name) => sum(textsOf(page, name))));
    const frame = page.includes('/session/') ? [] : [...whole('src/shell/shell.tsx')];
    const chunks = [...whole(entry), ...frame, ...whole(page)].map((name) => manifest[name]);
    const scripts = new Set(chunks.map((chunk) => chunk?.file ?? ''));
    const styles = new Set(chunks.flatMap((chunk) => chunk?.css ?? []));
    expect(sum(scripts) + largest, `scripts of ${page}`).toBeLessThanOrEqual(260);
    expect(sum(styles), `styles of ${page}`).toBeLessThanOrEqual(40);
  }
});

it('loads at most 130 KiB at once later', () => {
  expect(manifest).toHaveProperty(['src/shell/shell.tsx']);
  const first = whole(entry);
  for (const [name, { file }] of Object.entries(manifest)) {
    if (!first.has(name) && file.endsWith('.js')) expect(kib(file), name).toBeLessThanOrEqual(130);
  }
});
