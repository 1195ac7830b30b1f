// Looks at the health of all webhooks every few seconds, beside the delivery path, and takes the steps of their alerts; then
// has events and mails tell of them. One node looks for all; two that look at once do no harm, since each step is taken
// under the lock of its webhook. Nothing here is done for a delivery.
import type { AlertStep } from '../domain/alert.ts';
import type { Directory } from '../domain/directory.ts';
import type { NewEvent } from '../domain/event.ts';
import type { Cancel, Clock } from '../lib/clock.ts';
import type { Service } from '../lib/service.ts';
import type { Log } from '../observe/log.ts';
import type { StepTaken } from '../store/alert-steps.ts';
import type { UntoldStep, WatchStore } from '../store/watch.ts';
import { toEvent } from './news.ts';
import type { Postman } from './postman.ts';

export interface Watcher extends Service {
  /** Looks now, whoever leads; answers after all steps that were due are taken, and events and mails tell of them. */
  look(): Promise<void>;
}

export interface WatcherOptions {
  readonly store: WatchStore;
  /** Null: there is no mail server. */
  readonly postman: Postman | null;
  readonly clock: Clock;
  readonly sqlNow: () => Date | null;
  readonly log: Log;
  /** True on the node that looks for all. */
  readonly leads: () => boolean;
  readonly directoryOf: (environmentId: number) => Promise<Directory>;
  /** Takes events in like any others. One that was taken before is recognised by its key. */
  readonly accept: (environmentId: number, events: readonly NewEvent[]) => Promise<void>;
  /** Settings of the environment's webhooks changed. */
  readonly changed: (environmentId: number) => void;
}

const lookEveryMs = 2_000;
/** Looking may take this part of the time: where it takes long it is done less often, up to a bound. */
const lookingShare = 1 / 200;
const lookEveryMsMax = 30_000;
const sweepEveryMs = 3_600_000;
const rateEveryMs = 30_000;
/** In one look. What is left is due at the next one. */
const stepsMax = 500;
const eventsMax = 200;
/** Of one webhook in one look: more than can ever be due. */
const stepsOfWebhookMax = 5;

export function createWatcher(options: WatcherOptions): Watcher {
  const { store, postman, clock, sqlNow, log } = options;
  let cancel: Cancel = () => {};
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let sweptAt = Number.NEGATIVE_INFINITY;
  let ratedAt = Number.NEGATIVE_INFINITY;

  async function lookOnce(): Promise<void> {
    for (const webhookId of [...(await store.due(sqlNow(), stepsMax)), ...(await dueByRate())]) {
      if (stopped) return;
      await takeSteps(webhookId).catch((error: unknown) => {
        log.warn({ webhookId, error: String(error) }, 'a step of an alert could not be taken yet');
      });
    }
    await tell();
    postman?.go();
    if (clock.now() - sweptAt < sweepEveryMs) return;
    sweptAt = clock.now();
    await store.sweep(sqlNow());
  }

  /** Rates are counted by the hour: looking at them now and then is enough. */
  async function dueByRate(): Promise<readonly string[]> {
    if (clock.now() - ratedAt < rateEveryMs) return [];
    ratedAt = clock.now();
    return store.dueByRate(sqlNow(), stepsMax);
  }

  async function takeSteps(webhookId: string): Promise<void> {
    for (let taken = 0; taken < stepsOfWebhookMax; taken++) {
      const step = await store.take(webhookId, sqlNow());
      if (step === null) return;
      report(step);
      if (step.step === 'disabled' && step.kind === 'failing') options.changed(step.environmentId);
    }
  }

  function report({ step, webhookId, alertId, kind }: StepTaken): void {
    const level = step === 'recovered' ? 'info' : 'warn';
    log[level]({ webhookId, alertId, kind }, words[step]);
  }

  async function tell(): Promise<void> {
    for (const step of await store.untold(eventsMax)) {
      if (stopped) return;
      await tellOf(step).catch((error: unknown) => {
        log.warn(
          { alertId: step.alertId, error: String(error) },
          'an event about a webhook could not be sent yet',
        );
      });
    }
  }

  async function tellOf(step: UntoldStep): Promise<void> {
    const event = toEvent(step, await options.directoryOf(step.environmentId));
    await options.accept(step.environmentId, [event]);
    await store.told(step);
  }

  /** One after the other. Mails are left to themselves. */
  function lookInTurn(): Promise<void> {
    running = running.catch(() => {}).then(() => (stopped ? undefined : lookOnce()));
    return running;
  }

  function schedule(delayMs: number): void {
    if (!stopped) cancel = clock.after(delayMs, () => void turn());
  }

  async function turn(): Promise<void> {
    const startedAt = performance.now();
    if (options.leads()) {
      await lookInTurn().catch((error: unknown) => {
        log.debug(
          { error: String(error) },
          'the webhooks could not be looked at; the next look makes up for it',
        );
      });
    }
    const lastedMs = performance.now() - startedAt;
    schedule(Math.min(Math.max(lookEveryMs, lastedMs / lookingShare), lookEveryMsMax));
  }

  return {
    async look() {
      await lookInTurn();
      await postman?.idle();
    },
    async start() {
      schedule(lookEveryMs);
    },
    async stop() {
      stopped = true;
      cancel();
      await running.catch(() => {});
      await postman?.stop();
    },
  };
}

const words: Readonly<Record<AlertStep, string>> = {
  failing: 'deliveries to a webhook keep failing',
  warned: 'a webhook keeps failing and will soon be disabled',
  disabled: 'a webhook was disabled',
  reminded: 'a webhook still has a problem, after its alert was muted',
  recovered: 'a webhook has recovered',
};
