// The contract of a dialect: how one receiver format renders an event, proves the request, and judges the answer.
// A dialect is one file in this folder; it is pure, knows no platform and no store.
import type { Judgement } from '../domain/delivery.ts';
import type { Company } from '../domain/directory.ts';
import type { EnvironmentName } from '../domain/environment.ts';
import type { DialectFacts, PayloadSettings } from '../domain/payload.ts';
import type { SecretKeys } from '../domain/signing.ts';
import type { StoredEvent } from '../domain/stored-event.ts';
import type { Answer, SuccessRule } from '../domain/success-rule.ts';

export type Header = readonly [name: string, value: string];

/** Everything that the request of one attempt is made of. Nothing of it is changed. */
export interface RenderContext {
  readonly event: StoredEvent;
  readonly payload: PayloadSettings;
  readonly facts: AttemptFacts;
  /** The keys of every live secret, the newest first. */
  readonly keys: readonly SecretKeys[];
  /** Milliseconds since the epoch of this attempt. */
  readonly now: number;
}

/** What an attempt belongs to. */
export interface AttemptFacts {
  readonly applicationId: string;
  readonly environment: EnvironmentName;
  readonly webhook: { readonly id: string; readonly name: string; readonly url: string };
  readonly deliveryId: string;
  /** From 1. */
  readonly attempt: number;
  /** For dialects that want one; null where none was made. */
  readonly verificationToken: string | null;
  /** Of the event's business unit; empty where it has none. */
  readonly companies: readonly Company[];
}

export interface RenderedBody {
  readonly contentType: string;
  /** The exact bytes that are sent, signed and kept. */
  readonly body: Buffer;
  /** Where the event's content stands in the body byte for byte; null where it does not. It is then not kept twice. */
  readonly contentAt: number | null;
}

export interface Dialect extends DialectFacts {
  /** As people read it: `Ignisign`. */
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly meaning: string;
  /** What the vendor has published and receivers rely on; empty for our own. */
  readonly published: readonly string[];
  /** What is our choice because the vendor has published nothing. */
  readonly chosen: readonly string[];
  /** What counts as success where the webhook says nothing; where `judge` wants more than a rule can say, in words too. */
  readonly success: SuccessRule;
  readonly successNote: string | null;
  /** Whether its requests carry a verification token. */
  readonly wantsToken: boolean;
  /** What its receivers know an event of this type as, with these options; none where it has no words for it. */
  namesOf(type: string, options?: PayloadSettings['options']): readonly string[];
  /** Only for types that it has a name for. */
  render(context: RenderContext): RenderedBody;
  /** The headers that prove where the request comes from, made anew at each attempt. */
  prove(context: RenderContext, body: Buffer): readonly Header[];
  /** By its own rule, for webhooks that have none. */
  judge(answer: Answer, payload: PayloadSettings): Judgement;
  /** Answers as a receiver of this format gives them to an event of this type, for examples. */
  answers(type: string, payload: PayloadSettings): ExampleAnswers;
}

export interface ExampleAnswers {
  readonly success: ExampleAnswer;
  readonly error: ExampleAnswer;
}

export interface ExampleAnswer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: string;
}
