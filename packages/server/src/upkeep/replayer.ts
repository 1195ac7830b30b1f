// Runs replays: each in small steps at its own pace, all of them by the node that leads. A step that two nodes make at once is
// made by one of them.
import type { Clock } from '../lib/clock.ts';
import type { EndedReplay, MissedStep, ReplaySteps } from '../store/replay-steps.ts';
import type { Task } from './housekeeper.ts';

export interface ReplayerOptions {
  readonly steps: ReplaySteps;
  readonly clock: Clock;
  /** Delivers of an event what the webhook missed; answers the new delivery, or null where it missed nothing. */
  readonly deliverMissed: (
    environmentId: number,
    eventId: string,
    webhookId: string,
  ) => Promise<string | null>;
  /** Something was sent. */
  readonly wake: () => void;
  /** All of it was sent; what becomes of that may still be open. */
  readonly ended: (replay: EndedReplay) => void;
}

const everyMs = 250;

export function createReplayer({ steps, clock, deliverMissed, wake, ended }: ReplayerOptions): Task {
  async function deliver({ environmentId, webhookId, eventIds }: MissedStep): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const eventId of eventIds) {
      const id = await deliverMissed(environmentId, eventId, webhookId);
      if (id !== null) ids.push(id);
    }
    return ids;
  }

  return {
    name: 'replays',
    everyMs,
    async run(mayGoOn) {
      while (mayGoOn()) {
        const step = await steps.step(new Date(clock.now()), deliver);
        if (step === null) return;
        wake();
        if (step.kind === 'ended') ended(step.replay);
      }
    },
  };
}
