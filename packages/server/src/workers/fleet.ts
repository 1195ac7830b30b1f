// The worker processes: as many as were asked for, each followed by another when it ends, at once the first time and ever
// later when its followers end too. What one process knows of another goes through here.
import cluster, { type Worker } from 'node:cluster';
import { createLine, type Line } from '../lib/line.ts';
import { countsOf, type MetricsReport, renderTogether } from '../observe/metrics.ts';
import type { EmbeddedConnection } from '../store/embedded/server.ts';
import { type FromWorker, isReport, type ToWorker, workerAnswerMsMax } from './messages.ts';

export interface Fleet {
  /** Resolves when all are ready for the first time; rejects when one ends before. */
  start(): Promise<Ready>;
  /** Tells all to stop and waits for their ends. */
  stop(): Promise<void>;
  /** Deliveries were freed that any of them may take. */
  wake(): void;
}

export interface Ready {
  readonly url: string;
  readonly setUpLink: string | null;
}

export interface Departure {
  readonly pid: number;
  /** How it ended. */
  readonly how: string;
  /** The node that it was; null when it was none. */
  readonly nodeId: number | null;
  /** It is followed by another after so long. */
  readonly followedInMs: number;
}

export interface FleetOptions {
  readonly size: number;
  readonly port: number;
  readonly embedded: EmbeddedConnection | null;
  /** One has ended that was not told to. */
  readonly onDeparture: (departure: Departure) => void;
}

interface Member {
  readonly worker: Worker;
  readonly line: Line<ToWorker>;
  /** Resolves when it is ready, rejects when it ends before. */
  readonly ready: PromiseWithResolvers<Ready>;
  readonly ended: PromiseWithResolvers<void>;
  readonly startedAt: number;
  isReady: boolean;
  nodeId: number | null;
  /** As last told. */
  counted: MetricsReport;
}

const backoffMs = { first: 100, max: 10_000 };
/** One that lived for so long was no failed start. */
const settledMs = 30_000;

const told = (reports: readonly MetricsReport[]) => reports.filter((report) => report.length > 0);

export function createFleet({ size, port, embedded, onDeparture }: FleetOptions): Fleet {
  const members = new Set<Member>();
  const timers = new Set<NodeJS.Timeout>();
  let started = false;
  let stopping = false;
  let waitMs = backoffMs.first;
  /** Of those that have ended; promised at once, so that no sum lacks one that has just ended. */
  let countedBefore: Promise<MetricsReport> = Promise.resolve([]);

  function launch(first: boolean): Member {
    const worker = cluster.fork();
    const member: Member = {
      worker,
      line: createLine<ToWorker, FromWorker>({
        send: (message) => worker.isConnected() && worker.send(message, () => {}),
        heard: (message) => heard(member, message),
        answerMsMax: workerAnswerMsMax,
      }),
      ready: Promise.withResolvers<Ready>(),
      ended: Promise.withResolvers<void>(),
      startedAt: performance.now(),
      isReady: false,
      nodeId: null,
      counted: [],
    };
    member.ready.promise.catch(() => {});
    members.add(member);
    worker.on('message', (message) => member.line.receive(message));
    worker.once('exit', (code, signal) => ended(member, signal ?? `exit code ${code}`));
    worker.on('error', () => {});
    member.line.tell({ kind: 'start', embedded, port, first });
    return member;
  }

  function heard(member: Member, message: FromWorker): unknown {
    switch (message.kind) {
      case 'ready':
        member.isReady = true;
        return member.ready.resolve(message);
      case 'joined':
        member.nodeId = message.nodeId;
        return null;
      case 'changed':
        return othersForget(member, message.environmentId);
      case 'metrics':
        return metrics();
    }
  }

  async function othersForget(member: Member, environmentId: number | null): Promise<void> {
    const others = [...members].filter((other) => other !== member);
    await Promise.all(others.map(({ line }) => line.ask({ kind: 'forget', environmentId })));
  }

  async function metrics(): Promise<string> {
    const asked = [...members].map(async (member) => {
      // One that still starts has counted nothing, and no time to say so.
      const report = member.isReady ? await member.line.ask({ kind: 'report' }) : null;
      if (isReport(report)) member.counted = report;
      return member.counted;
    });
    const reports = await Promise.all([...asked, countedBefore]);
    return renderTogether(told(reports));
  }

  function ended(member: Member, how: string): void {
    members.delete(member);
    countedBefore = countTogether(countedBefore, member.counted);
    member.line.close();
    member.ended.resolve();
    member.ready.reject(new Error(`a worker ended (${how}) before it was ready`));
    // One that could not even start the first time is no loss to make up for: the whole start has failed.
    if (stopping || !(started || member.isReady)) return;
    const followedInMs = follow(performance.now() - member.startedAt);
    onDeparture({ pid: member.worker.process.pid ?? 0, how, nodeId: member.nodeId, followedInMs });
  }

  async function countTogether(before: Promise<MetricsReport>, ended: MetricsReport): Promise<MetricsReport> {
    return countsOf(told([await before, ended]));
  }

  /** Answers when the next one starts. */
  function follow(livedMs: number): number {
    if (livedMs > settledMs) waitMs = backoffMs.first;
    const inMs = waitMs;
    waitMs = Math.min(waitMs * 2, backoffMs.max);
    const timer = setTimeout(() => {
      timers.delete(timer);
      launch(false);
    }, inMs);
    timers.add(timer);
    return inMs;
  }

  return {
    async start() {
      cluster.schedulingPolicy = cluster.SCHED_RR;
      const all = Array.from({ length: size }, (_, index) => launch(index === 0));
      const [ready] = await Promise.all(all.map((member) => member.ready.promise));
      started = true;
      if (ready === undefined) throw new Error('There is at least one worker.');
      return ready;
    },
    async stop() {
      stopping = true;
      for (const timer of timers) clearTimeout(timer);
      const all = [...members];
      for (const { line } of all) line.tell({ kind: 'stop' });
      await Promise.all(all.map((member) => member.ended.promise));
    },
    wake() {
      for (const { line } of members) line.tell({ kind: 'wake' });
    },
  };
}
