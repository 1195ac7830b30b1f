// What the bench says while it runs, on standard error: on a terminal one line that changes in place, otherwise a line for
// each finished stretch and a sign of life every few seconds.

export interface Progress {
  /** What goes on just now, with its counts. */
  live(text: string): void;
  /** Something that has come to its end. */
  line(text: string): void;
}

const liveEveryMs = { terminal: 100, other: 8_000 };

export function createProgress(stream: NodeJS.WriteStream): Progress {
  const startedAt = performance.now();
  const everyMs = stream.isTTY ? liveEveryMs.terminal : liveEveryMs.other;
  let shownAt = startedAt;
  const stamped = (text: string) =>
    `${String(Math.round((performance.now() - startedAt) / 1000)).padStart(4)} s  ${text}`;
  return {
    live(text) {
      if (performance.now() - shownAt < everyMs) return;
      shownAt = performance.now();
      stream.write(
        stream.isTTY ? `\r\u001b[K${stamped(text).slice(0, stream.columns - 1)}` : `${stamped(text)}\n`,
      );
    },
    line(text) {
      shownAt = performance.now();
      stream.write(`${stream.isTTY ? '\r\u001b[K' : ''}${stamped(text)}\n`);
    },
  };
}
