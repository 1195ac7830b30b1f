// Contestant "raw": one process that does nothing but post signed events to the receiver, a few at a time. Nothing comes in
// and nothing is stored: the ceiling of sending. It is its own load generator, so it understands the same plan.
import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import {
  type FromLoader,
  hear,
  type LoadPlan,
  type LoadReport,
  now,
  type ToLoader,
  tell,
} from '../../messages.ts';
import { eventTemplate, stamp } from '../../payload.ts';
import { createPoster, type Poster } from './signed-post.ts';

const progressEveryMs = 100;

async function load(plan: LoadPlan): Promise<LoadReport> {
  const run = newRun(plan);
  const progress = setInterval(() => {
    tell<FromLoader>({ kind: 'progress', accepted: run.accepted });
  }, progressEveryMs);
  await Promise.all(Array.from({ length: plan.connections }, () => postUntilEnd(run)));
  clearInterval(progress);
  await run.poster.close();
  const { posted, postedAt, acceptedAt, firstRefusal } = run;
  return {
    kind: 'loaded',
    posted,
    postedAt: postedAt.slice(0, posted),
    acceptedAt: acceptedAt.slice(0, posted),
    firstRefusal,
  };
}

function newRun(plan: LoadPlan): Run {
  return {
    plan,
    poster: createPoster(plan.url, randomBytes(32), plan.connections),
    endAt: now() + plan.durationMs,
    postedAt: new Float64Array(plan.countMax),
    acceptedAt: new Float64Array(plan.countMax),
    posted: 0,
    accepted: 0,
    firstRefusal: null,
  };
}

interface Run {
  readonly plan: LoadPlan;
  readonly poster: Poster;
  readonly endAt: number;
  readonly postedAt: Float64Array;
  readonly acceptedAt: Float64Array;
  posted: number;
  accepted: number;
  firstRefusal: string | null;
}

async function postUntilEnd(run: Run): Promise<void> {
  const { plan, postedAt, acceptedAt } = run;
  for (let at = now(); run.posted < plan.countMax && at < run.endAt; at = now()) {
    const index = run.posted;
    run.posted += 1;
    postedAt[index] = at;
    const body = Buffer.from(eventTemplate);
    stamp(body, 0, plan.firstSequence + index, at);
    const status = await run.poster.post(uuidv7(), body);
    if (status === 200) {
      acceptedAt[index] = now();
      run.accepted += 1;
    } else run.firstRefusal ??= `status ${status}`;
  }
}

hear<ToLoader>((message) => {
  if (message.kind !== 'load') return;
  load(message.plan).then(
    (report) => tell<FromLoader>(report),
    (error: unknown) => tell<FromLoader>({ kind: 'broken', reason: String(error) }),
  );
});

tell<FromLoader>({ kind: 'ready' });
