// Sends one event to one webhook now, outside the queue, and tells all that came of it. Nothing of it counts for the
// webhook's health. Also shows the request that would be sent, without sending it.
import type { KeyObject } from 'node:crypto';
import type { Judgement } from '../domain/delivery.ts';
import type { StoredEvent } from '../domain/stored-event.ts';
import { type ShownRequest, showBody, type TestResult } from '../domain/test-send.ts';
import type { Destination, Webhook } from '../domain/webhook.ts';
import type { Clock } from '../lib/clock.ts';
import { judge, outgoing, type Prepared, prepare, withoutCredential } from './prepare.ts';
import type { HeaderList, OutgoingRequest, SendResult } from './send.ts';

export interface Tester {
  /** The request as it would go out now, credentials redacted. */
  preview(destination: Destination, event: StoredEvent): ShownRequest;
  send(destination: Destination, event: StoredEvent): Promise<TestResult>;
}

export interface TesterOptions {
  readonly sender: { send(request: OutgoingRequest): Promise<SendResult> };
  /** Makes verification tokens. */
  readonly tokenKey: KeyObject;
  readonly clock: Clock;
}

/** Tells a receiver that the event is an example: nothing of it happened. */
const testMark = ['signpost-test', 'true'] as const;

export function createTester({ sender, tokenKey, clock }: TesterOptions): Tester {
  const prepared = (destination: Destination, event: StoredEvent): Prepared => {
    const made = prepare({ id: event.id, attempt: 1, event }, destination, tokenKey, clock.now());
    return { ...made, headers: [...made.headers, testMark] };
  };
  return {
    preview(destination, event) {
      const { webhook } = destination;
      const { url, headers, body } = prepared(destination, event);
      return {
        method: 'POST',
        url,
        headers: withoutCredential([...headers, ...unknownYet(webhook)], webhook),
        ...showBody(body),
      };
    },
    async send(destination, event) {
      const { webhook } = destination;
      const made = prepared(destination, event);
      const result = await sender.send({ ...outgoing(made), fresh: true });
      const judgement = judge(webhook, result);
      const headers = withoutCredential(result.sentHeaders, webhook);
      return {
        outcome: judgement.kind === 'success' ? 'succeeded' : 'failed',
        summary: summary(result, judgement),
        status: result.status,
        timing: timing(result),
        request: { method: 'POST', url: made.url, headers, ...showBody(made.body) },
        response: response(result),
        error: result.kind === 'failed' ? { kind: result.error, message: result.message } : null,
      };
    },
  };
}

/** An access token is got only when something is sent. */
const unknownYet = ({ auth }: Webhook): HeaderList =>
  auth.type === 'oauth2' ? [['authorization', 'Bearer']] : [];

function summary(result: SendResult, judgement: Judgement): string {
  const took = `in ${Math.round(result.timing.totalMs)} ms`;
  if (result.kind === 'failed') return `Failed: ${result.message}.`;
  switch (judgement.kind) {
    case 'success':
      return `Succeeded: the receiver answered ${result.status} ${took}.`;
    case 'gone':
      return `Failed: the receiver answered 410 Gone ${took}; a delivery would disable the webhook.`;
    case 'failure':
      return `Failed: the receiver answered ${result.status} ${took}.${judgement.reason ? ` ${judgement.reason}` : hint(result.status)}`;
  }
}

/** What the usual mistakes look like from here. */
function hint(status: number): string {
  if (status >= 300 && status < 400) return ' Redirects are not followed: enter the URL that it leads to.';
  if (status === 401 || status === 403)
    return ' Check the authentication of the webhook, and the secret that the receiver verifies with.';
  if (status === 404 || status === 405) return ' Check the path of the URL, and that it takes POST.';
  if (status === 413) return ' It does not take a body of this size.';
  if (status === 415) return ' It does not take this content type.';
  return '';
}

const rounded = (ms: number | null | undefined) =>
  ms === null || ms === undefined ? null : Math.round(ms * 10) / 10;

/** Split so that the parts add up to the total but for reading the body. */
function timing({ timing: { totalMs, firstByteMs, tokenMs, opening } }: SendResult): TestResult['timing'] {
  const opened = (tokenMs ?? 0) + (opening?.dnsMs ?? 0) + (opening?.connectMs ?? 0) + (opening?.tlsMs ?? 0);
  return {
    ...(tokenMs === undefined ? {} : { tokenMs: rounded(tokenMs) ?? 0 }),
    dnsMs: rounded(opening?.dnsMs),
    connectMs: rounded(opening?.connectMs),
    tlsMs: rounded(opening?.tlsMs),
    firstByteMs: rounded(firstByteMs === null ? null : Math.max(0, firstByteMs - opened)),
    totalMs: rounded(totalMs) ?? 0,
  };
}

function response(result: SendResult): TestResult['response'] {
  if (result.kind === 'failed') return null;
  const { status, headers, body, bodyTruncated } = result;
  return { status, headers, ...showBody(body), bodyTruncated };
}
