// What years and many customers change: the rate on a store with millions of rows of history against an empty one, and in an
// application with thousands of webhooks, of which one wants the event, against one with ten.

import type { Stretch } from '../stretch.ts';
import type { CaseDeps, Check, RunCase } from './case.ts';
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

const fewWebhooks = 10;
const otherTypes = ['envelope.completed', 'envelope.declined', 'envelope.expired', 'signer.declined'];

export const runGrowth: RunCase = async (deps) => {
  const { history, webhooks } = deps.options.sizes;
  const empty = await prepareOne('growth-empty', deps);
  const old = await prepareOne('growth-history', deps);
  await fill('growth, history', old, deps, (seeding) => seeding.history(old.application, history));
  const few = await prepareOne('growth-few', deps);
  await fill('growth, few webhooks', few, deps, (seeding) => addOthers(few, deps, seeding, fewWebhooks - 1));
  const many = await prepareOne('growth-many', deps);
  await fill('growth, many webhooks', many, deps, (seeding) => addOthers(many, deps, seeding, webhooks - 1));
  const turns = await rounds(deps, 'growth', async (title) => ({
    empty: await measured(`${title}, empty`, empty, deps),
    old: await measured(`${title}, with history`, old, deps),
    few: await measured(`${title}, ${fewWebhooks} webhooks`, few, deps),
    many: await measured(`${title}, ${webhooks} webhooks`, many, deps),
  }));
  return {
    stretches: turns.flatMap((turn) => Object.values(turn)),
    checks: [
      check(`events/s with ${history.toLocaleString('en-US')} rows to none`, 0.9, turns, 'old', 'empty'),
      check(
        `events/s with ${webhooks.toLocaleString('en-US')} webhooks to ${fewWebhooks}`,
        0.8,
        turns,
        'many',
        'few',
      ),
    ],
  };
};

const prepareOne = (name: string, deps: CaseDeps): Promise<Stage> =>
  prepare(name, deps, async (live, application) => {
    await addWebhooks(live, application, deps.receiverUrl);
    await warmUp(name, live, application, deps);
  });

async function addOthers(
  { application }: Stage,
  { receiverUrl: url }: CaseDeps,
  seeding: Parameters<Parameters<typeof fill>[3]>[0],
  count: number,
): Promise<void> {
  await seeding.webhooks(application, count, { url, types: otherTypes });
}

const measured = (title: string, stage: Stage, deps: CaseDeps): Promise<Stretch> =>
  onStage(stage, async (live) => {
    await warmUp(title, live, stage.application, deps);
    return stretch(title, live, stage.application, deps);
  });

function check<K extends string>(
  what: string,
  atLeast: number,
  turns: readonly Readonly<Record<K, Stretch>>[],
  above: K,
  below: K,
): Check {
  const pairs = turns.map((turn) => [turn[above].eventsPerSecond, turn[below].eventsPerSecond] as const);
  const of = `${listed(pairs.map(([one]) => one))} to ${listed(pairs.map(([, other]) => other))}`;
  return { case: 'growth', what, value: ratioOf(pairs), unit: '', bar: { atLeast }, of };
}
