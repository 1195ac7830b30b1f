// What the cases do again and again: a Signpost with its data, an application with webhooks, stretches of load on it.
import { join } from 'node:path';
import { median } from '../measure.ts';
import type { CaseName } from '../options.ts';
import { type Seeding, seed } from '../seed.ts';
import { runStretch, type Stretch, type StretchPlan } from '../stretch.ts';
import { type Application, createSubject, type Live, makeApplication, type Subject } from '../subject.ts';
import type { CaseDeps } from './case.ts';

export interface Stage {
  readonly subject: Subject;
  readonly application: Application;
}

export interface Pace {
  /** null: as fast as the answers come. */
  readonly eventsPerSecond?: number | null;
  /** How many webhooks each event goes to. */
  readonly copies?: number;
  readonly durationMs?: number;
}

const eventType = 'signer.signed';

/** A Signpost of its own with an application; stopped, but used once, so that there is an event of each kind to copy. */
export async function prepare(
  name: string,
  deps: CaseDeps,
  addWebhooks: (live: Live, application: Application) => Promise<void>,
): Promise<Stage> {
  const { home, belongings, options } = deps;
  deps.progress.live(`${name}: preparing`);
  const nodeArgs: readonly string[] = [];
  const subject = createSubject({ dir: join(home, name), belongings, nodeArgs, workers: options.workers });
  const live = await subject.start();
  const application = await makeApplication(live);
  await addWebhooks(live, application);
  await live.stop();
  return { subject, application };
}

/** Adds webhooks for the bench's own events, in the API's words. */
export async function addWebhooks(
  live: Live,
  { path }: Application,
  url: string,
  count = 1,
  settings: object = {},
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number++) {
    const events = { mode: 'only', types: [eventType] };
    const webhook = { name: `bench ${number}`, url, events, ...settings };
    ids.push(String((await live.post(`${path}/webhooks`, webhook))['id']));
  }
  return ids;
}

export async function fill(
  name: string,
  { subject }: Stage,
  { belongings, progress }: CaseDeps,
  work: (seeding: Seeding) => Promise<void>,
): Promise<void> {
  const startedAt = performance.now();
  await seed(subject, belongings, (text) => progress.live(`${name}: ${text}`), work);
  progress.line(`${name}: filled in ${Math.round((performance.now() - startedAt) / 1000)} s`);
}

/** Starts the Signpost, lets `work` measure it, and stops it whatever happens. */
export async function onStage<T>({ subject }: Stage, work: (live: Live) => Promise<T>): Promise<T> {
  const live = await subject.start();
  try {
    return await work(live);
  } finally {
    await live.stop();
  }
}

export async function stretch(
  title: string,
  live: Live,
  { path, authorization }: Application,
  deps: CaseDeps,
  { eventsPerSecond = null, copies = 1, durationMs = deps.options.stretchMs }: Pace = {},
): Promise<Stretch> {
  const { connections, countMax } = deps.options;
  const { pid, postmasterPid, stop, origin } = live;
  const url = `${origin}/api/v1${path}/events`;
  const running = { loader: deps.loader, url, authorization, pid, postmasterPid, stop };
  const plan: StretchPlan = { connections, countMax, durationMs, eventsPerSecond, copies };
  const onProgress = (accepted: number, received: number) =>
    deps.progress.live(`${title}: ${accepted} accepted, ${received} received`);
  const result = await runStretch(plan, { ...deps, running, onProgress });
  deps.progress.line(`${title}: ${summary(result, copies)}`);
  return result;
}

function summary(result: Stretch, copies: number): string {
  const { delivered, eventsPerSecond, postToReceiptMs, lost, refused, firstRefusal } = result;
  const rate = Math.round(eventsPerSecond * copies);
  const refusals = refused === 0 ? '' : `, ${refused} REFUSED (${firstRefusal ?? 'no answer'})`;
  const losses = lost === 0 ? 'none lost' : `${lost} LOST`;
  const p99 = postToReceiptMs.p99.toFixed(1);
  return `${delivered} events, ${rate} deliveries/s, p99 ${p99} ms from the post, ${losses}${refusals}`;
}

export const warmUp = (
  title: string,
  live: Live,
  application: Application,
  deps: CaseDeps,
  pace: Pace = {},
): Promise<Stretch> =>
  stretch(`${title}, warm-up`, live, application, deps, { ...pace, durationMs: deps.options.warmUpMs });

/** Rounds in which both sides have their turn one after the other, so that a slow minute meets both. */
export async function rounds<T>(
  deps: CaseDeps,
  name: CaseName,
  turn: (title: string) => Promise<T>,
): Promise<readonly T[]> {
  const results: T[] = [];
  for (let round = 1; round <= deps.options.rounds; round++) {
    results.push(await turn(`round ${round}/${deps.options.rounds} ${name}`));
  }
  return results;
}

/** The median of each round's ratio. */
export function ratioOf(pairs: readonly (readonly [above: number, below: number])[]): number | null {
  return median(pairs.filter(([, below]) => below > 0).map(([above, below]) => above / below));
}

export const listed = (values: readonly number[], digits = 0): string =>
  values.map((value) => value.toFixed(digits)).join(', ');
