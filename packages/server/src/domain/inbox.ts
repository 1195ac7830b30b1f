// A test inbox: an address of this server's own that takes what webhooks send, shows it, and answers what it was told to.
// Only outside of PRODUCTION (decision 0022).
import type { EnvironmentName } from './environment.ts';
import type { Webhook } from './webhook.ts';

export interface InboxAnswer {
  readonly status: number;
  readonly delaySeconds: number;
  /** null: what the format of the webhook takes as success, or says of a failure. */
  readonly body: string | null;
}

export const defaultInboxAnswer: InboxAnswer = { status: 200, delaySeconds: 0, body: null };
export const defaultInboxName = 'Test inbox';

/** Whether its signature verifies; `unknown`: no webhook of the environment sends to the inbox. */
export const signatureVerdicts = ['verified', 'wrong', 'stale', 'unsigned', 'unknown'] as const;
export type SignatureVerdict = (typeof signatureVerdicts)[number];

export function mayHaveInboxes(environment: EnvironmentName): boolean {
  return environment !== 'PRODUCTION';
}

export const inboxUrl = (publicUrl: string, token: string) => `${publicUrl}/inbox/${token}`;

/** Whether a URL is that of an inbox of the server at `publicUrl`, existing or not. */
export function isInboxUrl(publicUrl: string, url: string): boolean {
  const [own, asked] = [URL.parse(publicUrl), URL.parse(url)];
  return (
    own !== null && asked !== null && asked.origin === own.origin && asked.pathname.startsWith(inboxPath(own))
  );
}

const inboxPath = ({ pathname }: URL) => `${pathname.replace(/\/$/, '')}/inbox/`;

export type Headers = readonly (readonly [name: string, value: string])[];

/** A request as it came. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** What this server itself delivers, and to whom. */
export interface OwnArrival extends Arrival {
  readonly webhook: Webhook;
  /** Of its event. */
  readonly type: string;
}

export interface ToldAnswer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  readonly delayMs: number;
}

export type Received = ToldAnswer | { readonly kind: 'gone' };
