// Files that must survive a power cut, and the owners of whole trees.
import { chmod, lchown, link, lstat, open, readdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** Undefined for "not there"; any other failure is thrown. */
export async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** Puts `path` there whole and on the disk, or not at all. False if it was there already: it is left as it is. */
export async function publish(path: string, draft: string, content: string): Promise<boolean> {
  await writeSynced(draft, content);
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await unlink(draft);
    await syncDirectory(dirname(path));
  }
}

async function writeSynced(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Hands a tree over, its top last, so that an interrupted change is seen and repeated. */
export async function chownTree(path: string, owner: Owner): Promise<void> {
  const about = await lstat(path);
  if (about.isDirectory()) {
    for (const name of await readdir(path)) await chownTree(join(path, name), owner);
  }
  await lchown(path, owner.uid, owner.gid);
}

/** Lets the group of `gid` pass through a directory that stays root's, without letting it look around. */
export async function allowPassage(path: string, gid: number): Promise<void> {
  await lchown(path, 0, gid);
  await chmod(path, 0o710);
}
