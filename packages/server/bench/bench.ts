// The whole bench: load generator and receiver once, then case by case. The contestants of `steady` have their turns in
// rounds, as the sides of the other cases do, so that whatever else this machine does meets all of them alike.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Belongings } from './belongings.ts';
import type { CaseDeps, CaseResult } from './cases/case.ts';
import { cases } from './cases/index.ts';
import { Child } from './child.ts';
import type { FromLoader, FromReceiver, ToLoader, ToReceiver } from './messages.ts';
import type { Options } from './options.ts';
import type { Progress } from './progress.ts';
import { prepareProfileDir, type Turn, takeTurn } from './turn.ts';

export interface Outcome {
  /** Of the case `steady`. */
  readonly turns: readonly Turn[];
  readonly results: readonly CaseResult[];
}

export async function runBench(
  options: Options,
  belongings: Belongings,
  progress: Progress,
): Promise<Outcome> {
  await prepareProfileDir(options.profileDir);
  const home = await makeHome(belongings);
  const receiver = new Child<ToReceiver, FromReceiver>({
    program: new URL('./receiver.ts', import.meta.url),
    belongings,
  });
  const { url: receiverUrl, hangUrl } = await receiver.next('ready');
  const loader = new Child<ToLoader, FromLoader>({
    program: new URL('./loadgen.ts', import.meta.url),
    belongings,
  });
  await loader.next('ready');
  const nextSequence = sequences();
  const deps: CaseDeps = {
    options,
    home,
    belongings,
    loader,
    receiver,
    receiverUrl,
    hangUrl,
    progress,
    nextSequence,
  };
  const turns: Turn[] = [];
  const results: CaseResult[] = [];
  for (const name of options.cases) {
    if (name === 'steady') turns.push(...(await runSteady(deps)));
    else results.push(await cases[name](deps));
  }
  return { turns, results };
}

async function runSteady(deps: CaseDeps): Promise<readonly Turn[]> {
  const { rounds, only } = deps.options;
  const turns: Turn[] = [];
  for (let round = 1; round <= rounds; round++) {
    for (const contestant of only) turns.push(await takeTurn(contestant, round, deps));
  }
  return turns;
}

async function makeHome(belongings: Belongings): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'signpost-bench-'));
  belongings.own(() => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  // PostgreSQL runs under another account when the bench is run by root.
  await chmod(home, 0o711);
  return home;
}

/** No number is given out twice, so that a straggler of an earlier stretch is never counted in a later one. */
function sequences(): (count: number) => number {
  let next = 1;
  return (count) => {
    const first = next;
    next += count;
    return first;
  };
}
