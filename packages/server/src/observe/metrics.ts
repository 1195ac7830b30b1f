// What an operator watches, in the text format of Prometheus: counted by this process since its start, or looked up when
// asked. Nothing is told apart by tenant, webhook or address: the number of series never grows with the customers.
import { AggregatorRegistry, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type AttemptEnd = 'succeeded' | 'failed';
export type DeliveryEnd = 'succeeded' | 'failed' | 'held' | 'cancelled';
/** The edges of the database at which work goes in batches. */
export type BatchEdge = 'accept' | 'claim' | 'record';

export interface Metrics {
  accepted(events: number): void;
  /** Events that were recognised as sent before. */
  repeated(events: number): void;
  attempted(end: AttemptEnd, durationMs: number): void;
  ended(end: DeliveryEnd, deliveries: number): void;
  batch(edge: BatchEdge, items: number): void;
  readonly contentType: string;
  /** Looks everything up and answers the text. */
  render(): Promise<string>;
  /** The same as values, to be put together with those of other processes. */
  report(): Promise<MetricsReport>;
  /** What there is, for the reference. */
  describe(): readonly MetricDescription[];
}

/** What one process has counted, as it goes from process to process. */
export type MetricsReport = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

export interface MetricDescription {
  readonly name: string;
  readonly kind: string;
  readonly meaning: string;
}

export interface QueueDepth {
  /** Waiting for their time or for a free slot. */
  readonly pending: number;
  /** Held back while their webhook is disabled. */
  readonly held: number;
  /** In the hands of a node. */
  readonly leased: number;
  /** How long the one that is due longest has waited beyond its time. */
  readonly overdueMs: number;
}

/** What is looked up when the metrics are asked for. */
export interface Readings {
  readonly leads: () => boolean;
  readonly databaseAnswers: () => Promise<boolean>;
  readonly load: () => { readonly held: number; readonly heldMax: number; readonly running: number };
  /** As last measured; null on nodes that do not measure it. */
  readonly queue: () => QueueDepth | null;
}

const attemptSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const batchItems = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const attemptEnds: readonly AttemptEnd[] = ['succeeded', 'failed'];
const deliveryEnds: readonly DeliveryEnd[] = ['succeeded', 'failed', 'held', 'cancelled'];
const edges: readonly BatchEdge[] = ['accept', 'claim', 'record'];

export function createMetrics(readings: Readings): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const count = (name: string, help: string) => new Counter({ name, help, registers });
  const accepted = count('signpost_events_accepted_total', 'Events stored.');
  const repeated = count('signpost_events_repeated_total', 'Events recognised as sent before.');
  const deliveries = bound(
    deliveryEnds,
    new Counter({
      name: 'signpost_deliveries_total',
      help: 'Deliveries that ended with an attempt, or were held or cancelled when their turn came. One that is sent again ends again.',
      labelNames: ['outcome'],
      registers,
    }),
    (counter, outcome) => counter.labels(outcome),
  );
  const attempts = bound(
    attemptEnds,
    new Histogram({
      name: 'signpost_attempt_duration_seconds',
      help: 'How long recorded attempts took, from the first look-up to the last byte.',
      labelNames: ['outcome'],
      buckets: attemptSeconds,
      registers,
    }),
    (histogram, outcome) => histogram.labels(outcome),
  );
  const batches = bound(
    edges,
    new Histogram({
      name: 'signpost_batch_items',
      help: 'Events, deliveries or attempts that went to the database together.',
      labelNames: ['edge'],
      buckets: batchItems,
      registers,
    }),
    (histogram, edge) => histogram.labels(edge),
  );
  addReadings(registers, readings);
  addProcess(registers);
  return {
    accepted: (events) => accepted.inc(events),
    repeated: (events) => repeated.inc(events),
    attempted: (end, durationMs) => attempts[end].observe(durationMs / 1000),
    ended: (end, number) => deliveries[end].inc(number),
    batch: (edge, items) => batches[edge].observe(items),
    contentType: registry.contentType,
    render: () => registry.metrics(),
    report: () => registry.getMetricsAsJSON(),
    describe: () =>
      registry
        .getMetricsAsArray()
        .map(({ name, type, help }) => ({ name, kind: String(type), meaning: help })),
  };
}

/** The text over all processes: sums, but for what each of them says of the same thing. */
export function renderTogether(reports: readonly MetricsReport[]): Promise<string> {
  return together(reports).metrics();
}

/** What was counted by processes that have ended, so that no sum ever falls because one died. */
export async function countsOf(reports: readonly MetricsReport[]): Promise<MetricsReport> {
  const metrics = await together(reports).getMetricsAsJSON();
  return metrics.filter(({ type }) => ['counter', 'histogram'].includes(String(type)));
}

const together = (reports: readonly MetricsReport[]): Registry => AggregatorRegistry.aggregate([...reports]);

/** A series for each value of the label, looked up once, and there from the start: what never happened reads 0. */
function bound<K extends string, M, S>(
  values: readonly K[],
  metric: M,
  seriesOf: (metric: M, value: K) => S,
): Readonly<Record<K, S>> {
  return Object.fromEntries(values.map((value) => [value, seriesOf(metric, value)])) as Record<K, S>;
}

function addReadings(registers: Registry[], { leads, databaseAnswers, load, queue }: Readings): void {
  const gauge = (
    name: string,
    help: string,
    read: () => number | Promise<number>,
    aggregator: 'sum' | 'min' = 'sum',
  ) =>
    new Gauge({
      name,
      help,
      registers,
      aggregator,
      async collect() {
        this.set(await read());
      },
    });
  gauge('signpost_leader', '1 on the node that does the upkeep.', () => Number(leads()));
  const answers = async () => Number(await databaseAnswers());
  gauge('signpost_database_up', '1 while the database answers.', answers, 'min');
  gauge('signpost_slots', 'Deliveries that this node may hold at once.', () => load().heldMax);
  gauge('signpost_slots_used', 'Deliveries that this node holds.', () => load().held);
  gauge('signpost_attempts_running', 'Attempts under way on this node.', () => load().running);
  new Gauge({
    name: 'signpost_queue_deliveries',
    help: 'Deliveries that have not ended, on all nodes together; told by the node that leads, measured now and then.',
    labelNames: ['state'],
    registers,
    collect() {
      this.reset();
      const depth = queue();
      if (depth === null) return;
      for (const state of ['pending', 'held', 'leased'] as const) this.labels(state).set(depth[state]);
    },
  });
  new Gauge({
    name: 'signpost_queue_overdue_seconds',
    help: 'How long the delivery that is due longest has waited beyond its time; told by the node that leads.',
    registers,
    collect() {
      const depth = queue();
      if (depth === null) this.remove();
      else this.set(depth.overdueMs / 1000);
    },
  });
}

/** Of the library's own process metrics the few that cost nothing while nobody asks. */
function addProcess(registers: Registry[]): void {
  const startedAt = performance.timeOrigin / 1000;
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'CPU time of this process; of all workers.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory of this process; of all workers.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({
    name: 'process_start_time_seconds',
    help: 'When it started.',
    registers,
    aggregator: 'min',
  }).set(startedAt);
}
