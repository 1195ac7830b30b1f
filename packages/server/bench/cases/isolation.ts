// One webhook whose receiver takes everything and never answers, with a long backlog, beside nine that are well: what the nine
// feel of it. The same load on two stores in turn, one with the dead webhook and one without; each event goes to all nine,
// and has arrived with the last of them.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stretch } from '../stretch.ts';
import type { CaseDeps, RunCase } from './case.ts';
import {
  addWebhooks,
  fill,
  listed,
  onStage,
  prepare,
  ratioOf,
  rounds,
  type Stage,
  stretch,
  warmUp,
} from './stage.ts';

const healthy = 9;
/** Part of the most that the nine can take. */
const load = 0.5;
/** For the dead webhook to take all that it is given. */
const hangMs = 2_000;

export const runIsolation: RunCase = async (deps) => {
  const well = await prepare('isolation-well', deps, async (live, application) => {
    await addWebhooks(live, application, deps.receiverUrl, healthy);
  });
  const ill = await prepareIll(deps);
  const turns = await rounds(deps, 'isolation', async (title) => {
    const most = await onStage(well, (live) =>
      warmUp(`${title}, the most`, live, well.application, deps, { copies: healthy }),
    );
    const pace = { copies: healthy, eventsPerSecond: most.eventsPerSecond * load };
    const measured = (stage: Stage, name: string) =>
      onStage(stage, async (live) => {
        await warmUp(`${title} ${name}`, live, stage.application, deps, pace);
        await sleep(hangMs);
        return stretch(`${title} ${name}`, live, stage.application, deps, pace);
      });
    return { without: await measured(well, 'without'), beside: await measured(ill, 'beside the dead') };
  });
  const pairs = turns.map(({ without, beside }) => [p99Of(beside), p99Of(without)] as const);
  return {
    stretches: turns.flatMap(({ without, beside }) => [without, beside]),
    checks: [
      {
        case: 'isolation',
        what: 'p99 beside a dead webhook to without',
        value: ratioOf(pairs),
        unit: '',
        bar: { atMost: 1.5 },
        of: `${listed(
          pairs.map(([above]) => above),
          1,
        )} ms to ${listed(
          pairs.map(([, below]) => below),
          1,
        )} ms`,
      },
    ],
  };
};

/** What had not arrived when the waiting ended counts for what it is: later than everything. */
const p99Of = ({ lost, postToReceiptMs }: Stretch) =>
  lost > 0 ? Number.POSITIVE_INFINITY : postToReceiptMs.p99;

async function prepareIll(deps: CaseDeps): Promise<Stage> {
  let dead: readonly string[] = [];
  const ill = await prepare('isolation-ill', deps, async (live, application) => {
    await addWebhooks(live, application, deps.receiverUrl, healthy);
    await warmUp('isolation', live, application, deps, { copies: healthy });
    const events = { mode: 'only', types: ['envelope.completed'] };
    dead = await addWebhooks(live, application, deps.hangUrl, 1, { name: 'dead', events });
  });
  const count = deps.options.sizes.behindDead;
  const firstSequence = deps.nextSequence(count);
  await fill('isolation', ill, deps, (seeding) =>
    seeding.pending(ill.application, { count, webhookIds: dead, firstSequence, dueInSeconds: 0 }),
  );
  return ill;
}
