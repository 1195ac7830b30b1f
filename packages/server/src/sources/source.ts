// The contract of a source: how one e-signature platform proves itself, what its posts mean in our catalogue, and which
// answer it wants. A platform is one file in this folder; it is pure, knows no receiver and no store.
// The caller keeps the order: verify over the raw bytes, translate, store durably, and only then reply.
import type { NewEvent } from '../domain/event.ts';

/** A post to a source's inbound URL, before anybody parsed it. */
export interface InboundRequest {
  /** Names in lower case; a repeated header joined with ", ". */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The raw bytes: what signatures are made over. */
  readonly body: Buffer;
  /** Milliseconds since the epoch, by the injected clock. */
  readonly receivedAt: number;
}

export interface SourceCredentials {
  /** The secret shared with the platform; null where the platform has none and only the secret URL protects it. */
  readonly secret: string | null;
}

export type Verification =
  | { readonly kind: 'verified' }
  /** Why, in words for the operator's log. Never tells the expected value. */
  | { readonly kind: 'refused'; readonly reason: string };

export type Translation =
  | { readonly kind: 'translated'; readonly events: readonly NewEvent[] }
  /** The bytes are not what this platform sends (broken JSON, no event name). */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly path: string | null };

/** What became of a post: the platform's reply depends on it. */
export type InboundOutcome = 'accepted' | 'duplicate';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Source {
  /** As the API names it: `documenso`. */
  readonly platform: string;
  /** As people read it: `Documenso`. */
  readonly title: string;
  /** True when its proof covers the body too, not only the sender. */
  readonly protectsBody: boolean;
  /** Whether a source of this platform needs a secret when it is configured. */
  readonly secret: 'required' | 'optional' | 'none';
  /** How the platform is set up to post here, step by step, in words for whoever administers it. */
  readonly guide: readonly string[];
  verify(request: InboundRequest, credentials: SourceCredentials): Verification;
  translate(request: InboundRequest): Translation;
  reply(outcome: InboundOutcome): Reply;
}
