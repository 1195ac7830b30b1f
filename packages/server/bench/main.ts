// `npm run bench`: Signpost beside a bare pipeline, and beside itself, on this machine, in one run. Talks to loopback
// only, ends within a limit that follows from its flags, and takes everything with it that it started, also on Ctrl-C.
import { cpus } from 'node:os';
import { Belongings } from './belongings.ts';
import { type Outcome, runBench } from './bench.ts';
import { formatChecks } from './checks.ts';
import { help, type Options, readOptions } from './options.ts';
import { createProgress } from './progress.ts';
import { resultOf } from './result.ts';
import { cautionOf, formatTable } from './table.ts';

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
    const outcome = await Promise.race([runBench(options, belongings, progress), interruption]);
    if (typeof outcome === 'string') {
      progress.line(outcome);
      return exitCodes.interrupted;
    }
    return report(options, outcome);
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

function report(options: Options, { turns, results }: Outcome): number {
  const result = resultOf(turns);
  const checks = results.flatMap((one) => one.checks);
  const stretches = results.flatMap((one) => one.stretches);
  const lost =
    result.lost +
    stretches.reduce((sum, stretch) => sum + stretch.lost, 0) +
    results.reduce((sum, one) => sum + (one.lost ?? 0), 0);
  if (options.json) {
    console.log(
      JSON.stringify({ machine: machine(), options, ...result, lost, turns, checks, stretches }, null, 2),
    );
  } else {
    const tables = [
      ...(turns.length > 0 ? [formatTable(result)] : []),
      ...results.flatMap(({ table }) => table ?? []),
      ...(checks.length > 0 ? [formatChecks(checks)] : []),
    ];
    for (const table of tables) console.log(`\n${table}`);
    for (const line of cautionOf(stretches)) console.log(line);
    if (lost > 0)
      console.log(`\n${lost} accepted events did not arrive within the time that was waited for them`);
  }
  return lost === 0 ? exitCodes.good : exitCodes.failed;
}

function machine(): object {
  const [cpu] = cpus();
  return { cpu: cpu?.model, cores: cpus().length, node: process.version, platform: process.platform };
}

// A stretch that was cut off may leave promises that reject after the end was decided.
process.exitCode = await main();
process.exit();
