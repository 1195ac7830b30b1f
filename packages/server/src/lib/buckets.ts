// Token buckets: each name may take so many a second, and once as many as its bucket holds. A name that was not heard of for
// long is forgotten, which fills its bucket: only bounds memory, since a bucket is full again by then.
import { createRecent } from './recent.ts';

export interface Buckets {
  /** Takes one. Answers the milliseconds after which there is one again, when there is none. */
  take(name: string, now: number): Taken;
  /** Puts one back that turned out not to count. */
  giveBack(name: string): void;
}

export type Taken =
  | { readonly kind: 'taken'; readonly left: number }
  | { readonly kind: 'empty'; readonly waitMs: number };

export interface BucketOptions {
  readonly perSecond: number;
  readonly size: number;
  /** Names that are remembered. */
  readonly namesMax: number;
}

interface Bucket {
  left: number;
  at: number;
}

export function createBuckets({ perSecond, size, namesMax }: BucketOptions): Buckets {
  const buckets = createRecent<string, Bucket>(namesMax);
  return {
    take(name, now) {
      let bucket = buckets.get(name);
      if (bucket === undefined) {
        bucket = { left: size, at: now };
        buckets.set(name, bucket);
      }
      // A clock that was set back must not empty it.
      bucket.left = Math.min(size, bucket.left + (Math.max(0, now - bucket.at) * perSecond) / 1000);
      bucket.at = now;
      // What rounding leaves below one is one.
      const missing = 1 - bucket.left - 1e-9;
      if (missing > 0) return { kind: 'empty', waitMs: Math.ceil((missing * 1000) / perSecond - 1e-6) };
      bucket.left -= 1;
      return { kind: 'taken', left: Math.floor(bucket.left) };
    },
    giveBack(name) {
      const bucket = buckets.get(name);
      if (bucket !== undefined) bucket.left = Math.min(size, bucket.left + 1);
    },
  };
}
