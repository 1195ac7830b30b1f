// PostgreSQL's own log: a file that it holds open itself, so that it outlives Signpost. Bounded at every start.
import { copyFile, open, stat, truncate } from 'node:fs/promises';
import { unlessMissing } from './files.ts';

const logBytesMax = 8 * 1024 * 1024;
const tailBytesMax = 4096;

/** Emptied in place after a copy: a server that lives on still writes to the same file, at its end. */
export async function boundLog(path: string): Promise<void> {
  const about = await unlessMissing(stat(path));
  if (about === undefined || about.size <= logBytesMax) return;
  await copyFile(path, `${path}.1`);
  await truncate(path);
}

export async function logSize(path: string): Promise<number> {
  return (await unlessMissing(stat(path)))?.size ?? 0;
}

/** The end of what was written after `from`. */
export async function logTail(path: string, from: number): Promise<string> {
  const file = await unlessMissing(open(path, 'r'));
  if (file === undefined) return '';
  try {
    const { size } = await file.stat();
    const start = Math.max(from, size - tailBytesMax);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(0, size - start)), {
      position: start,
    });
    return buffer.toString('utf8', 0, bytesRead).trim();
  } finally {
    await file.close();
  }
}
