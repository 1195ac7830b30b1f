// Takes what comes to test inboxes: from deliveries of this server, handed over inside, and from anywhere by HTTP. Judges
// its signature, keeps it without credentials, and says what is to be answered.
// Promises: each process takes so many a second for one inbox, whatever comes, and writes nothing of the rest.
import { findDialect } from '../dialects/index.ts';
import { verify } from '../dialects/standard-webhooks.ts';
import { authHeaderName } from '../domain/auth.ts';
import { withoutCredentials } from '../domain/header-rules.ts';
import type {
  Arrival,
  Headers,
  InboxAnswer,
  OwnArrival,
  Received,
  SignatureVerdict,
  ToldAnswer,
} from '../domain/inbox.ts';
import { limit } from '../domain/limits.ts';
import { liveKeys, type Webhook } from '../domain/webhook.ts';
import { createBuckets } from '../lib/buckets.ts';
import type { Clock } from '../lib/clock.ts';
import type { NewId } from '../lib/ids.ts';
import type { InboxRequestStore } from '../store/inbox-requests.ts';
import type { InboxRecord, InboxStore } from '../store/inboxes.ts';

export interface InboxDoor {
  receive(inboxId: string, arrival: OwnArrival): Promise<Received>;
  receiveAt(token: string, arrival: Arrival): Promise<Received>;
}

export interface InboxDoorOptions {
  readonly inboxes: Pick<InboxStore, 'byId' | 'byToken'>;
  readonly requests: Pick<InboxRequestStore, 'keep'>;
  /** The webhooks of an environment, as they are now. */
  readonly webhooksOf: (environmentId: number) => Promise<Iterable<Webhook>>;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** From whom an arrival is, as far as that can be told, and whether that is proved. */
interface Sender {
  readonly webhook: Webhook | null;
  readonly type: string;
  readonly signature: SignatureVerdict;
}

const gone = { kind: 'gone' } as const;

export function createInboxDoor(options: InboxDoorOptions): InboxDoor {
  const { inboxes, requests, webhooksOf, clock, newId } = options;
  const perSecond = limit('inbox_requests_per_second_max');
  const rates = createBuckets({ perSecond, size: perSecond, namesMax: limit('rates_kept_max') });

  const turnedAway = (inboxId: string): ToldAnswer | null => {
    const taken = rates.take(inboxId, clock.now());
    return taken.kind === 'taken' ? null : tooMany(perSecond, Math.max(1, Math.ceil(taken.waitMs / 1000)));
  };

  async function take(
    inbox: InboxRecord,
    arrival: Arrival,
    sender: Sender,
    senders: readonly Webhook[],
  ): Promise<Received> {
    const { answer } = inbox;
    const kept = await requests.keep(inbox.id, {
      id: newId(clock.now()),
      webhookId: sender.webhook?.id ?? null,
      method: arrival.method,
      path: arrival.path,
      eventId: headerOf(arrival, 'webhook-id')?.slice(0, limit('id_characters_max')) ?? null,
      isTest: headerOf(arrival, 'signpost-test') === 'true',
      headers: withoutCredentials(
        arrival.headers,
        senders.flatMap(({ auth }) => authHeaderName(auth) ?? []),
      ),
      body: arrival.body.subarray(0, limit('inbox_body_bytes_max')),
      bodyBytes: arrival.body.length,
      signature: sender.signature,
      answeredStatus: answer.status,
      answeredAfterSeconds: answer.delaySeconds,
    });
    return kept ? toldAnswer(answer, sender) : gone;
  }

  return {
    async receive(inboxId, arrival) {
      const refused = turnedAway(inboxId);
      if (refused !== null) return refused;
      const inbox = await inboxes.byId(inboxId);
      if (inbox === null) return gone;
      const { webhook, type } = arrival;
      const signature = verdict(arrival, webhook, clock.now());
      return take(inbox, arrival, { webhook, type, signature }, [webhook]);
    },
    async receiveAt(token, arrival) {
      const inbox = await inboxes.byToken(token);
      if (inbox === null) return gone;
      const refused = turnedAway(inbox.id);
      if (refused !== null) return refused;
      const senders = [...(await webhooksOf(inbox.environmentId))].filter(({ url }) => url === inbox.url);
      return take(inbox, arrival, senderAmong(senders, arrival, clock.now()), senders);
    },
  };
}

/** The one whose signature verifies; where none does, what a receiver would say who knows the secrets of them all. */
function senderAmong(webhooks: readonly Webhook[], arrival: Arrival, now: number): Sender {
  const type = 'webhook.test';
  const judged = webhooks.map((webhook) => ({ webhook, type, signature: verdict(arrival, webhook, now) }));
  const best = (['verified', 'stale'] as const).flatMap((wanted) =>
    judged.filter(({ signature }) => signature === wanted),
  )[0];
  return best ?? { webhook: null, type, signature: judged[0]?.signature ?? 'unknown' };
}

function verdict(arrival: Arrival, webhook: Webhook, now: number): SignatureVerdict {
  const signed = {
    id: headerOf(arrival, 'webhook-id'),
    timestamp: headerOf(arrival, 'webhook-timestamp'),
    signature: headerOf(arrival, 'webhook-signature'),
    body: arrival.body,
  };
  return verify(signed, liveKeys(webhook, now), now);
}

function headerOf({ headers }: Pick<Arrival, 'headers'>, wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}

const json: Headers = [['content-type', 'application/json']];

function tooMany(perSecond: number, waitSeconds: number): ToldAnswer {
  return {
    kind: 'answer',
    status: 429,
    headers: [...json, ['retry-after', String(waitSeconds)]],
    body: Buffer.from(JSON.stringify({ error: `A test inbox takes ${perSecond} requests a second.` })),
    delayMs: 0,
  };
}

function toldAnswer({ status, delaySeconds, body }: InboxAnswer, sender: Sender): ToldAnswer {
  const content = hasNoBody(status) ? { headers: [], text: '' } : contentOf(status, body, sender);
  return {
    kind: 'answer',
    status,
    headers: content.headers,
    body: Buffer.from(content.text),
    delayMs: delaySeconds * 1000,
  };
}

const hasNoBody = (status: number) => status === 204 || status === 205 || status === 304;

function contentOf(status: number, body: string | null, { webhook, type }: Sender) {
  if (body !== null) return { headers: isJson(body) ? json : plain, text: body };
  if (status < 200 || status >= 300) {
    return {
      headers: json,
      text: JSON.stringify({ error: `The test inbox was told to answer ${status}.` }),
    };
  }
  const example = webhook && findDialect(webhook.payload.dialect)?.answers(type, webhook.payload).success;
  return example
    ? { headers: example.headers, text: example.body }
    : { headers: json, text: '{"received":true}' };
}

const plain: Headers = [['content-type', 'text/plain; charset=utf-8']];

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
