// The load generator, a process of its own: posts events over keep-alive connections, either as fast as the answers come
// (closed loop, never more than `unreceivedMax` events on their way) or by the clock (to measure latency below the limit).
// Only an answer 202 counts as accepted. A broken connection ends the bench: no contestant may drop one.
import { connect, type Socket } from 'node:net';
import { messageCutter } from './http-messages.ts';
import { type FromLoader, hear, type LoadPlan, now, type ToLoader, tell } from './messages.ts';
import { eventTemplate, stamp } from './payload.ts';

const tickMs = 1;
const progressEveryMs = 100;
/** How long answers may take after the last post. */
const answersMsMax = 10_000;

class Load {
  readonly #plan: LoadPlan;
  readonly #startedAt = now();
  readonly #request: Buffer;
  readonly #bodyAt: number;
  readonly #postedAt: Float64Array;
  readonly #acceptedAt: Float64Array;
  readonly #sockets: Socket[];
  /** In turn, so that none rests long enough for its server to close it. */
  readonly #free: ((index: number) => void)[] = [];
  readonly #timers: NodeJS.Timeout[];
  #posted = 0;
  #answered = 0;
  #accepted = 0;
  #received = 0;
  #firstRefusal: string | null = null;
  #over = false;

  constructor(plan: LoadPlan) {
    this.#plan = plan;
    const head = headOf(plan);
    this.#request = Buffer.concat([head, eventTemplate]);
    this.#bodyAt = head.length;
    this.#postedAt = new Float64Array(plan.countMax);
    this.#acceptedAt = new Float64Array(plan.countMax);
    const { hostname, port } = new URL(plan.url);
    this.#sockets = Array.from({ length: plan.connections }, () => this.#open(hostname, Number(port)));
    this.#timers = [
      setInterval(() => this.#tick(), tickMs),
      setInterval(() => tell<FromLoader>({ kind: 'progress', accepted: this.#accepted }), progressEveryMs),
    ];
  }

  received(distinct: number): void {
    this.#received = distinct;
    this.#pump();
  }

  #open(host: string, port: number): Socket {
    const socket = connect({ host, port, noDelay: true });
    let index = -1;
    const post = (next: number) => {
      index = next;
      socket.write(this.#requestFor(next));
    };
    const cut = messageCutter((head, body) => {
      this.#answer(index, head, body);
      this.#free.push(post);
      this.#pump();
    });
    socket.once('connect', () => this.#free.push(post));
    socket.on('data', cut);
    socket.on('error', (error) => this.#broken(error.message));
    socket.on('close', () => this.#broken('the server closed it'));
    return socket;
  }

  #requestFor(index: number): Buffer {
    const copy = Buffer.from(this.#request);
    stamp(copy, this.#bodyAt, this.#plan.firstSequence + index, now());
    return copy;
  }

  /** How many events may have been posted by now. */
  #allowed(at: number): number {
    const { countMax, durationMs, eventsPerSecond, unreceivedMax } = this.#plan;
    const elapsedMs = at - this.#startedAt;
    if (eventsPerSecond !== null) {
      return Math.min(countMax, Math.floor((Math.min(elapsedMs, durationMs) * eventsPerSecond) / 1000));
    }
    return elapsedMs >= durationMs ? 0 : Math.min(countMax, this.#received + unreceivedMax);
  }

  #pump(): void {
    const at = now();
    const allowed = this.#allowed(at);
    while (this.#posted < allowed) {
      const post = this.#free.shift();
      if (post === undefined) return;
      const index = this.#posted;
      this.#posted += 1;
      this.#postedAt[index] = this.#dueAt(index) ?? at;
      post(index);
    }
  }

  #dueAt(index: number): number | null {
    const { eventsPerSecond } = this.#plan;
    return eventsPerSecond === null ? null : this.#startedAt + ((index + 1) * 1000) / eventsPerSecond;
  }

  #answer(index: number, head: string, body: Buffer): void {
    this.#answered += 1;
    if (head.startsWith('HTTP/1.1 202')) {
      this.#acceptedAt[index] = now();
      this.#accepted += 1;
    } else this.#firstRefusal ??= `${head.split('\r\n', 1)[0]} ${body.toString('utf8', 0, 400)}`;
  }

  #tick(): void {
    this.#pump();
    const sinceEndMs = now() - this.#startedAt - this.#plan.durationMs;
    const full = this.#posted === this.#plan.countMax;
    if (!full && sinceEndMs < 0) return;
    if (this.#answered === this.#posted || sinceEndMs > answersMsMax) this.#finish();
  }

  #finish(): void {
    this.#end();
    tell<FromLoader>({
      kind: 'loaded',
      posted: this.#posted,
      postedAt: this.#postedAt.slice(0, this.#posted),
      acceptedAt: this.#acceptedAt.slice(0, this.#posted),
      firstRefusal: this.#firstRefusal,
    });
  }

  #broken(reason: string): void {
    if (this.#over) return;
    this.#end();
    tell<FromLoader>({ kind: 'broken', reason });
  }

  #end(): void {
    this.#over = true;
    for (const timer of this.#timers) clearInterval(timer);
    for (const socket of this.#sockets) socket.destroy();
  }
}

function headOf({ url, authorization }: LoadPlan): Buffer {
  const { host, pathname } = new URL(url);
  const lines = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    `content-length: ${eventTemplate.length}`,
    ...(authorization === null ? [] : [`authorization: ${authorization}`]),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
}

let load: Load | undefined;

hear<ToLoader>((message) => {
  switch (message.kind) {
    case 'load':
      load = new Load(message.plan);
      return;
    case 'received':
      return load?.received(message.distinct);
  }
});

tell<FromLoader>({ kind: 'ready' });
