// What a case of the bench is: something that Signpost must keep up beside itself, measured within one run.
import type { Belongings } from '../belongings.ts';
import type { Loader } from '../contestants/contestant.ts';
import type { CaseName, Options } from '../options.ts';
import type { Progress } from '../progress.ts';
import type { Receiver, Stretch } from '../stretch.ts';

export interface CaseDeps {
  readonly options: Options;
  /** For data of this bench. */
  readonly home: string;
  readonly belongings: Belongings;
  readonly loader: Loader;
  readonly receiver: Receiver;
  readonly receiverUrl: string;
  /** Where nothing is ever answered. */
  readonly hangUrl: string;
  readonly progress: Progress;
  readonly nextSequence: (count: number) => number;
}

/** One bar, and what was measured against it. */
export interface Check {
  readonly case: CaseName;
  readonly what: string;
  /** Null where it could not be measured. */
  readonly value: number | null;
  readonly unit: '' | 'MB' | '%' | 'ms';
  readonly bar: { readonly atLeast: number } | { readonly atMost: number };
  /** What the ratio was made of. */
  readonly of: string;
}

export interface CaseResult {
  readonly checks: readonly Check[];
  readonly stretches: readonly Stretch[];
  /** What else is worth reading, for people. */
  readonly table?: string;
  /** Seeded deliveries that did not arrive. */
  readonly lost?: number;
}

export type RunCase = (deps: CaseDeps) => Promise<CaseResult>;

export function isMet({ value, bar }: Check): boolean {
  if (value === null) return false;
  return 'atLeast' in bar ? value >= bar.atLeast : value <= bar.atMost;
}
