// Signpost as a process like main.ts, but one whose silence counts after fewer milliseconds: the first argument. At SIGUSR2
// somebody sets its clock back by an hour, at the next one forth again; timers run on, as they do on a real machine.
import { startApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { createLog } from '../../src/observe/log.ts';

const hourMs = 3_600_000;
let offsetMs = 0;
process.on('SIGUSR2', () => {
  offsetMs = offsetMs === 0 ? -hourMs : 0;
});

const config = loadConfig();
const app = await startApp(config, createLog(config.log), {
  silenceMs: Number(process.argv[2]),
  clock: { ...systemClock, now: () => systemClock.now() + offsetMs },
});
process.once('SIGTERM', () => {
  app.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
process.stdout.write(`Signpost is ready at ${app.url}\n`);
