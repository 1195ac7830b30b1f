// A child process of the bench that speaks over IPC. It ends when its channel closes; one that does not is killed by its id.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Belongings, Stop } from './belongings.ts';

export const stopMsMax = 10_000;

export interface ChildOptions {
  readonly program: URL;
  readonly belongings: Belongings;
  readonly nodeArgs?: readonly string[];
}

export class Child<Out extends object, In extends { readonly kind: string }> {
  readonly pid: number;
  readonly stop: Stop;
  readonly #process: ChildProcess;
  readonly #listeners = new Set<(message: In) => void>();
  #stopping = false;

  constructor({ program, belongings, nodeArgs = [] }: ChildOptions) {
    belongings.refuseIfClosed();
    this.#process = fork(program, { serialization: 'advanced', execArgv: [...nodeArgs] });
    this.pid = this.#process.pid ?? 0;
    this.#process.on('message', (message) => {
      for (const listener of [...this.#listeners]) listener(message as unknown as In);
    });
    this.stop = belongings.own(async () => {
      this.#stopping = true;
      if (this.#process.connected) this.#process.disconnect();
      await ended(this.#process);
    });
  }

  send(message: Out): void {
    if (this.#process.connected) this.#process.send(message, () => {});
  }

  /** Answers what ends the listening. */
  listen(listener: (message: In) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The next message of a kind. Rejects when the child ends first, or says that something is broken. */
  next<Kind extends In['kind']>(kind: Kind): Promise<Extract<In, { kind: Kind }>> {
    return new Promise((resolve, reject) => {
      const finish = () => {
        silence();
        this.#process.off('exit', onExit);
      };
      const onExit = (code: number | null, signal: string | null) => {
        finish();
        const how = this.#stopping ? 'was stopped' : `ended (${signal ?? code})`;
        reject(new Error(`${this.#process.spawnargs.at(-1)} ${how} while "${kind}" was awaited`));
      };
      const silence = this.listen((message) => {
        if (message.kind !== kind && message.kind !== 'broken') return;
        finish();
        if (message.kind === kind) resolve(message as Extract<In, { kind: Kind }>);
        else reject(new Error('reason' in message ? String(message.reason) : 'broken'));
      });
      this.#process.once('exit', onExit);
    });
  }

  ask<Kind extends In['kind']>(message: Out, kind: Kind): Promise<Extract<In, { kind: Kind }>> {
    const answer = this.next(kind);
    this.send(message);
    return answer;
  }
}

/** Waits for the end of a process that was told to end; kills it when it takes too long. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const patience = new AbortController();
  const exit = once(child, 'exit');
  const late = sleep(stopMsMax, 'late', { signal: patience.signal, ref: false }).catch(() => 'over');
  if ((await Promise.race([exit, late])) === 'late') child.kill('SIGKILL');
  await exit;
  patience.abort();
}
