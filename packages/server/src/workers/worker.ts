// One of the workers of a server: a whole Signpost with an identity of its own among the nodes, started and stopped by the
// primary. It ends at once when the primary does: what it had leased is freed at the next start.
import { type App, startApp } from '../app.ts';
import type { Config } from '../config.ts';
import { createLine } from '../lib/line.ts';
import type { Log } from '../observe/log.ts';
import { type FromWorker, primaryAnswerMsMax, type ToWorker } from './messages.ts';

/** @param fail ends this process with the reason */
export function runWorker(config: Config, log: Log, fail: (error: unknown) => never): void {
  const stopping = new AbortController();
  let app: App | null = null;
  let starting: Promise<void> = Promise.resolve();
  const line = createLine<FromWorker, ToWorker>({
    send: (message) => process.send?.(message, undefined, undefined, () => {}),
    heard,
    answerMsMax: primaryAnswerMsMax,
  });

  function heard(message: ToWorker): unknown {
    switch (message.kind) {
      case 'start':
        starting = start(message);
        // Told to stop while it started, it has nothing to say.
        starting.catch((error: unknown) => (stopping.signal.aborted ? null : fail(error)));
        return null;
      case 'stop':
        return stop();
      case 'forget':
        return app?.forget(message.environmentId);
      case 'wake':
        return app?.wake();
      case 'report':
        return app?.report();
    }
  }

  async function start({ embedded, port, first }: Extract<ToWorker, { kind: 'start' }>): Promise<void> {
    const team = {
      embedded,
      first,
      joined: (nodeId: number) => line.tell({ kind: 'joined', nodeId }),
      changed: async (environmentId: number | null) => {
        await line.ask({ kind: 'changed', environmentId });
      },
      metrics: async () => {
        const text = await line.ask({ kind: 'metrics' });
        return typeof text === 'string' ? text : null;
      },
    };
    app = await startApp({ ...config, port }, log, { signal: stopping.signal, team });
    line.tell({ kind: 'ready', url: app.url, setUpLink: app.setUpLink });
  }

  function stop(): void {
    if (stopping.signal.aborted) return;
    stopping.abort();
    starting
      .catch(() => {})
      .then(() => app?.stop())
      .then(() => process.exit(0), fail);
  }

  process.on('message', line.receive);
  process.on('SIGTERM', stop);
  // Ctrl-C reaches all processes of the terminal; the primary decides what it means.
  process.on('SIGINT', () => {});
}
