// Signpost as a process like main.ts, but one whose silence counts after fewer milliseconds: the first argument.
import { startApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { createLog } from '../../src/observe/log.ts';

const config = loadConfig();
const app = await startApp(config, createLog(config.log), { silenceMs: Number(process.argv[2]) });
process.once('SIGTERM', () => {
  app.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
process.stdout.write(`Signpost is ready at ${app.url}\n`);
