// A client of the live tail: a real connection, whose events are awaited, and which can stop reading.
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { until } from './until.ts';

export interface TailedEvent {
  readonly event: string;
  readonly id: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: events are of every shape
  readonly data: any;
}

export interface TailClient {
  readonly status: number;
  /** What came so far. */
  readonly events: readonly TailedEvent[];
  /** The first that satisfies the condition, now or when it comes. */
  find(condition: (event: TailedEvent) => boolean, what: string): Promise<TailedEvent>;
  /** Resolves when the other side ended it. */
  readonly ended: Promise<void>;
  pause(): void;
  resume(): void;
  close(): void;
}

export async function openTail(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<TailClient> {
  const { hostname, port } = new URL(url);
  const sent: ClientRequest = request({ hostname, port, path, headers, agent: false });
  sent.end();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('error', reject);
  });
  const events: TailedEvent[] = [];
  let text = '';
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    const parts = (text + chunk).split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) if (part.startsWith('event:')) events.push(parse(part));
  });
  const ended = new Promise<void>((resolve) => response.once('close', resolve));
  response.on('error', () => {});
  return {
    status: response.statusCode ?? 0,
    events,
    find: (condition, what) => until(async () => events.find(condition), what),
    ended,
    pause: () => response.pause(),
    resume: () => response.resume(),
    close: () => response.destroy(),
  };
}

function parse(part: string): TailedEvent {
  const fields = new Map(
    part.split('\n').map((line) => [line.split(': ', 1)[0], line.replace(/^\w+: /, '')]),
  );
  return {
    event: fields.get('event') ?? '',
    id: fields.get('id') ?? null,
    data: JSON.parse(fields.get('data') ?? 'null'),
  };
}
