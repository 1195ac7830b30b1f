// What one request costs in each dialect and content type: rendered and signed, of an event with about 1 KB of content.
// CPU time of this process, so that other work on the machine counts as little as it can.
import { eventTypes } from '../src/catalogue/index.ts';
import type { Dialect, RenderContext } from '../src/dialects/dialect.ts';
import { dialects } from '../src/dialects/index.ts';
import { makeRequest } from '../src/dialects/request.ts';
import { type ContentType, toPayload } from '../src/domain/payload.ts';
import { signingKeys } from '../src/domain/signing.ts';
import type { StoredEvent } from '../src/domain/stored-event.ts';
import { exampleEvent } from '../src/domain/test-send.ts';

/** What the project asks for. */
export const costBarMicroseconds = 50;

export interface DialectCost {
  readonly dialect: string;
  readonly contentType: ContentType;
  readonly type: string;
  readonly contentBytes: number;
  readonly bodyBytes: number;
  /** CPU of one request. */
  readonly microseconds: number;
}

export interface CostOptions {
  readonly iterations: number;
  /** Made before any are measured, while the machine code is still being compiled. */
  readonly warmUp: number;
}

export function dialectCosts(options: CostOptions): readonly DialectCost[] {
  return dialects.flatMap((dialect) =>
    dialect.contentTypes.map((contentType) => measured(dialect, contentType, options)),
  );
}

function measured(
  dialect: Dialect,
  contentType: ContentType,
  { iterations, warmUp }: CostOptions,
): DialectCost {
  const event = eventFor(dialect);
  const context = contextFor(dialect, contentType, event);
  run(dialect, context, warmUp);
  const before = process.cpuUsage();
  run(dialect, context, iterations);
  const { user, system } = process.cpuUsage(before);
  return {
    dialect: dialect.name,
    contentType,
    type: event.type,
    contentBytes: event.content.length,
    bodyBytes: makeRequest(dialect, context).body.length,
    microseconds: (user + system) / iterations,
  };
}

function run(dialect: Dialect, context: RenderContext, times: number): void {
  for (let made = 0; made < times; made++) makeRequest(dialect, context);
}

/** The catalogue's example, among the types that the dialect expresses, whose content is nearest to 1 KB. */
function eventFor(dialect: Dialect): StoredEvent {
  const events = eventTypes
    .filter(({ type }) => dialect.namesOf(type).length > 0)
    .map(({ type }) => exampleEvent(type, '019cbc05-5459-79ca-ad60-dc0b1f5da9aa', 1_772_525_702_000));
  const distance = ({ content }: StoredEvent) => Math.abs(content.length - 1024);
  return events.reduce((nearest, event) => (distance(event) < distance(nearest) ? event : nearest));
}

function contextFor(dialect: Dialect, contentType: ContentType, event: StoredEvent): RenderContext {
  const options = Object.fromEntries(
    dialect.options.filter(({ required }) => required).map(({ name }) => [name, 'x']),
  );
  return {
    event,
    payload: toPayload({ dialect: dialect.name, contentType, options }),
    facts: {
      applicationId: 'appId_bench',
      environment: 'TEST',
      webhook: { id: '019c95c7-cb6f-708e-bc27-392a36745b95', name: 'Bench', url: 'https://example.com/hook' },
      deliveryId: '019c95c7-d2a4-7f6f-8c39-4de6ab7f0b51',
      attempt: 1,
      verificationToken: dialect.wantsToken ? 'x'.repeat(120) : null,
      companies: [],
    },
    keys: [signingKeys({ scheme: 'hmac', form: 'bytes', secret: Buffer.alloc(32, 7) })],
    now: event.occurredAt,
  };
}
