// One event to ten webhooks against one event to one: what a delivery costs when its event is stored once for many.
import type { RunCase } from './case.ts';
import { addWebhooks, listed, onStage, prepare, ratioOf, rounds, stretch, warmUp } from './stage.ts';

const wide = 10;

export const runFanOut: RunCase = async (deps) => {
  const make = (name: string, webhooks: number) =>
    prepare(name, deps, async (live, application) => {
      await addWebhooks(live, application, deps.receiverUrl, webhooks);
    });
  const [narrowStage, wideStage] = [await make('fan-out-1', 1), await make('fan-out-10', wide)];
  const turns = await rounds(deps, 'fan-out', async (title) => {
    const one = await onStage(narrowStage, async (live) => {
      await warmUp(`${title} 1→1`, live, narrowStage.application, deps);
      return stretch(`${title} 1→1`, live, narrowStage.application, deps);
    });
    const ten = await onStage(wideStage, async (live) => {
      await warmUp(`${title} 1→${wide}`, live, wideStage.application, deps, { copies: wide });
      return stretch(`${title} 1→${wide}`, live, wideStage.application, deps, { copies: wide });
    });
    return { one, ten };
  });
  const pairs = turns.map(({ one, ten }) => [ten.eventsPerSecond * wide, one.eventsPerSecond] as const);
  return {
    stretches: turns.flatMap(({ one, ten }) => [one, ten]),
    checks: [
      {
        case: 'fan-out',
        what: `deliveries/s, 1→${wide} to 1→1`,
        value: ratioOf(pairs),
        unit: '',
        bar: { atLeast: 1.5 },
        of: `${listed(pairs.map(([above]) => above))} to ${listed(pairs.map(([, below]) => below))}`,
      },
    ],
  };
};
