// What dialects have in common that say nothing else: Standard Webhooks headers, and a rule for the status alone.
// Every request carries these headers, whatever its dialect: vendors' receivers ignore them, and each has a stable id.
import { type Answer, judgeStatus } from '../domain/success-rule.ts';
import type { ExampleAnswers, Header, RenderContext } from './dialect.ts';
import { sign } from './standard-webhooks.ts';

export function proveStandard({ event, now, keys }: RenderContext, body: Buffer): readonly Header[] {
  const timestamp = Math.floor(now / 1000);
  return [
    ['webhook-id', event.id],
    ['webhook-timestamp', String(timestamp)],
    ['webhook-signature', sign({ id: event.id, timestamp, body, keys })],
  ];
}

/** Any 2xx, except that 410 says never again. */
export function judge2xx({ status }: Answer) {
  return judgeStatus('2xx', status);
}

const json: readonly Header[] = [['content-type', 'application/json']];

export const plainAnswers: ExampleAnswers = {
  success: { status: 200, headers: json, body: '{"received":true}' },
  error: { status: 500, headers: json, body: '{"error":"The event could not be stored. Send it again."}' },
};
