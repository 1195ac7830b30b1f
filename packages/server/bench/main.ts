// `npm run bench`: Signpost beside a bare pipeline and a raw sending loop, on this machine, in one run. Talks to loopback
// only, ends within a limit that follows from its flags, and takes everything with it that it started, also on Ctrl-C.
import { cpus } from 'node:os';
import { Belongings } from './belongings.ts';
import { runBench } from './bench.ts';
import { help, type Options, readOptions } from './options.ts';
import { createProgress } from './progress.ts';
import { type Result, resultOf } from './result.ts';
import { formatTable } from './table.ts';
import type { Turn } from './turn.ts';

const exitCodes = { good: 0, failed: 1, usage: 2, interrupted: 130 } as const;

async function main(): Promise<number> {
  let options: Options | null;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    return exitCodes.usage;
  }
  if (options === null) {
    console.log(help);
    return exitCodes.good;
  }
  return run(options);
}

async function run(options: Options): Promise<number> {
  const belongings = new Belongings();
  const progress = createProgress(process.stderr);
  const interruption = interrupted(options.totalMsMax);
  try {
    const turns = await Promise.race([runBench(options, belongings, progress), interruption]);
    if (typeof turns === 'string') {
      progress.line(turns);
      return exitCodes.interrupted;
    }
    return report(options, turns);
  } catch (error) {
    progress.line(`The bench failed: ${error instanceof Error ? error.message : String(error)}`);
    return exitCodes.failed;
  } finally {
    for (const failure of await belongings.stopAll()) progress.line(`Could not clean up: ${String(failure)}`);
  }
}

/** Resolves with the reason when the bench must end early. */
function interrupted(totalMsMax: number): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve(`Ended by ${signal}: stopping what was started`));
    }
    setTimeout(() => resolve(`Not done after ${totalMsMax / 1000} s: stopping`), totalMsMax).unref();
  });
}

function report(options: Options, turns: readonly Turn[]): number {
  const result = resultOf(turns);
  if (options.json) console.log(JSON.stringify(forMachines(options, turns, result), null, 2));
  else console.log(`\n${formatTable(result)}`);
  return result.lost === 0 ? exitCodes.good : exitCodes.failed;
}

function forMachines(options: Options, turns: readonly Turn[], result: Result): object {
  const [cpu] = cpus();
  const machine = {
    cpu: cpu?.model,
    cores: cpus().length,
    node: process.version,
    platform: process.platform,
  };
  return { machine, options, ...result, turns };
}

// A stretch that was cut off may leave promises that reject after the end was decided.
process.exitCode = await main();
process.exit();
