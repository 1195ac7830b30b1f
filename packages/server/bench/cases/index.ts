// The cases beside `steady`, which has contestants of its own.
import type { CaseName } from '../options.ts';
import type { RunCase } from './case.ts';
import { runDrain } from './drain.ts';
import { runFanOut } from './fan-out.ts';
import { runGrowth } from './growth.ts';
import { runIdle } from './idle.ts';
import { runIsolation } from './isolation.ts';
import { runSearch } from './search.ts';

export const cases: Readonly<Record<Exclude<CaseName, 'steady'>, RunCase>> = {
  'fan-out': runFanOut,
  drain: runDrain,
  isolation: runIsolation,
  growth: runGrowth,
  idle: runIdle,
  search: runSearch,
};
