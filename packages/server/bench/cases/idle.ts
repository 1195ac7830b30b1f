// What a large server costs while nothing happens: webhooks by the thousand, deliveries by the million that wait for a retry
// tomorrow. CPU of the server and of its PostgreSQL together, in percent of one core.
import { setTimeout as sleep } from 'node:timers/promises';
import { familyCpuSeconds, serverCpuSeconds } from '../proc.ts';
import type { Live } from '../subject.ts';
import type { RunCase } from './case.ts';
import { addWebhooks, fill, onStage, prepare, warmUp } from './stage.ts';

const corePercentMax = 1;
const day = 24 * 3600;

export const runIdle: RunCase = async (deps) => {
  const { options, progress, receiverUrl } = deps;
  const { webhooks, waiting, idleSettleMs, idleMs } = options.sizes;
  const stage = await prepare('idle', deps, async (live, application) => {
    await addWebhooks(live, application, receiverUrl);
    await warmUp('idle', live, application, deps);
  });
  await fill('idle', stage, deps, async (seeding) => {
    const target = { url: receiverUrl, types: ['envelope.completed'] };
    const webhookIds = await seeding.webhooks(stage.application, webhooks - 1, target);
    const firstSequence = deps.nextSequence(waiting);
    await seeding.pending(stage.application, {
      count: waiting,
      webhookIds,
      firstSequence,
      dueInSeconds: day,
    });
  });
  return onStage(stage, async (live) => {
    progress.line(`idle: settling for ${idleSettleMs / 1000} s, then measured for ${idleMs / 1000} s`);
    await sleep(idleSettleMs);
    const before = await cpuOf(live);
    await sleep(idleMs);
    const after = await cpuOf(live);
    const server = ((after.server - before.server) / (idleMs / 1000)) * 100;
    const postgres = ((after.postgres - before.postgres) / (idleMs / 1000)) * 100;
    return {
      stretches: [],
      checks: [
        {
          case: 'idle',
          what: 'CPU of server and PostgreSQL, of one core',
          value: Number.isNaN(server + postgres) ? null : server + postgres,
          unit: '%',
          bar: { atMost: corePercentMax },
          of: `server ${server.toFixed(2)} %, PostgreSQL ${postgres.toFixed(2)} %; ${webhooks} webhooks, ${waiting} deliveries waiting`,
        },
      ],
    };
  });
};

async function cpuOf({ pid, postmasterPid }: Live): Promise<{ server: number; postgres: number }> {
  const [server, postgres] = await Promise.all([serverCpuSeconds(pid), familyCpuSeconds(postmasterPid ?? 0)]);
  return { server: server ?? Number.NaN, postgres: postgres ?? Number.NaN };
}
