// A backlog, as after a receiver's long outage: how fast it goes once it may, and how much memory the server takes for it.
// The server is started on the backlog, so that the most it ever had is what the backlog made it take.
import { setTimeout as sleep } from 'node:timers/promises';
import { peakMegabytes } from '../proc.ts';
import type { CaseDeps, RunCase } from './case.ts';
import { addWebhooks, fill, onStage, prepare, stretch, warmUp } from './stage.ts';

const memoryMegabytesMax = 400;
const lookEveryMs = 100;
/** Without a further arrival for so long, what has not arrived is lost. */
const quietMsMax = 30_000;

export const runDrain: RunCase = async (deps) => {
  const { receiver, receiverUrl, nextSequence, progress } = deps;
  const count = deps.options.sizes.pending;
  let webhookIds: readonly string[] = [];
  const stage = await prepare('drain', deps, async (live, application) => {
    webhookIds = await addWebhooks(live, application, receiverUrl);
    await warmUp('drain', live, application, deps);
  });
  const firstSequence = nextSequence(count);
  await fill('drain', stage, deps, (seeding) =>
    seeding.pending(stage.application, { count, webhookIds, firstSequence, dueInSeconds: 0 }),
  );
  await receiver.ask({ kind: 'expect', firstSequence, countMax: count, copies: 1 }, 'expecting');
  return onStage(stage, async (live) => {
    await arrived(count, deps);
    const { arrivedAt } = await receiver.ask({ kind: 'report' }, 'arrivals');
    const times = arrivedAt.filter((at) => at > 0).sort();
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    const rate = seconds > 0 ? times.length / seconds : 0;
    const peak = await peakMegabytes(live.pid);
    progress.line(`drain: ${times.length} of ${count} in ${seconds.toFixed(1)} s`);
    await warmUp('drain, steady', live, stage.application, deps);
    const steady = await stretch('drain, steady', live, stage.application, deps);
    const of = `${Math.round(rate)}/s to ${Math.round(steady.eventsPerSecond)}/s, ${count} pending`;
    return {
      stretches: [steady],
      lost: count - times.length,
      checks: [
        {
          case: 'drain',
          what: 'rate of the drain to the steady rate',
          value: steady.eventsPerSecond > 0 ? rate / steady.eventsPerSecond : null,
          unit: '',
          bar: { atLeast: 0.8 },
          of,
        },
        {
          case: 'drain',
          what: 'most memory of a server process',
          value: peak,
          unit: 'MB',
          bar: { atMost: memoryMegabytesMax },
          of: `from its start to the end of the drain`,
        },
      ],
    };
  });
};

async function arrived(count: number, { receiver, progress }: CaseDeps): Promise<void> {
  let received = 0;
  let heardAt = performance.now();
  const silence = receiver.listen((message) => {
    if (message.kind !== 'received') return;
    received = message.distinct;
    heardAt = performance.now();
    progress.live(`drain: ${received} of ${count} arrived`);
  });
  while (received < count && performance.now() - heardAt < quietMsMax) await sleep(lookEveryMs);
  silence();
}
