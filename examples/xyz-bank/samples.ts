// Posts as Documenso's own documentation shows them, where a folder with such samples lies beside the repository. They
// get fresh envelope ids, so that they are news in every run; all else stays as published.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DocumensoPost, isDocumensoPost } from './documenso-events.ts';

/** @returns no posts where the folder is missing */
export async function readSamples(folder: string, run: string): Promise<readonly DocumensoPost[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map((name) => readSample(join(folder, name), run)));
}

async function readSample(path: string, run: string): Promise<DocumensoPost> {
  const text = await readFile(path, 'utf8');
  const post: unknown = JSON.parse(text);
  if (!isDocumensoPost(post)) throw new Error(`${path} is no post of Documenso.`);
  return JSON.parse(text.replaceAll(post.payload.envelopeId, `envelope_${run}sample`)) as DocumensoPost;
}
