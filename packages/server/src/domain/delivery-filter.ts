// What deliveries are looked for by: the same filter for lists, counts, the live tail and for what is sent again. Pure.
import type { DeliveryState } from './delivery.ts';
import type { Severity } from './event.ts';
import type { TriggerSource } from './webhook.ts';

/** HTTP statuses from the first to the last of them. */
export interface StatusRange {
  readonly first: number;
  readonly last: number;
}

/** A value at a path of an event's content. */
export interface ContentPart {
  /** Names of members, and numbers of items from 0 on. */
  readonly path: readonly string[];
  /** As text: numbers as they were written, strings without their quotes. */
  readonly value: string;
  /** What the bytes of such a content contain however its JSON is spelled; may be empty. */
  readonly spelled: string;
}

export interface DeliveryFilter {
  readonly webhookId?: string;
  /** Ours. */
  readonly eventId?: string;
  readonly envelopeId?: string;
  readonly states?: readonly DeliveryState[];
  /** Of those that are pending: whether an attempt was made. */
  readonly retrying?: boolean;
  readonly type?: string;
  readonly severities?: readonly Severity[];
  /** What its event said, by name or id of the directory's entry. */
  readonly department?: string;
  readonly requestFrom?: string;
  readonly trigger?: TriggerSource;
  readonly content?: ContentPart;
  /** Of the last attempt. */
  readonly httpStatuses?: readonly StatusRange[];
  readonly errors?: readonly string[];
  readonly attemptsMin?: number;
  /** Sent again by this replay. */
  readonly replayId?: string;
  /** Any whole id: of the delivery, its event (ours or the sender's), its webhook, its envelope (also the external one). */
  readonly q?: string;
  readonly from?: Date;
  readonly to?: Date;
}

/** Kinds of errors of a last attempt, and `retention`: cancelled because its event is older than history is kept. */
export const deliveryErrors = [
  'auth',
  'dns',
  'blocked',
  'connect',
  'tls',
  'timeout',
  'reset',
  'protocol',
  'aborted',
  'answer',
  'retention',
] as const;

export const statusPattern = '^([1-5]\\d\\d|[1-5]xx)$';

/** @param text a status, or a class of them such as `5xx` */
export function statusRange(text: string): StatusRange {
  if (!text.endsWith('xx')) return { first: Number(text), last: Number(text) };
  const first = Number(text[0]) * 100;
  return { first, last: first + 99 };
}

/** Statuses of nearly all answers that count as success. The index of the others says the same. */
export const usualSuccesses = [200, 201, 202, 204] as const;

export const isUnusual = ({ first, last }: StatusRange): boolean =>
  usualSuccesses.every((status) => status < first || status > last);

export const contentPattern = '^[^=]+=';

/** @param text `signer.email=maya@example.com`: names and numbers with points between them, and what stands there */
export function contentPart(text: string): ContentPart {
  const end = text.indexOf('=');
  const path = text.slice(0, end).split('.');
  const value = text.slice(end + 1);
  return { path, value, spelled: plainPart(value) || plainPart(path.at(-1) ?? '') };
}

/** The longest part that no writer of JSON would escape. */
function plainPart(text: string): string {
  const parts = text.match(/[\w .:@-]+/g) ?? [];
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** The states that the filter leaves, null for all: being retried implies `pending`, and some last answers no success. */
export function statesOf({
  states,
  retrying,
  errors,
  httpStatuses,
}: Pick<DeliveryFilter, 'states' | 'retrying' | 'errors' | 'httpStatuses'>): readonly DeliveryState[] | null {
  const wanted = states ?? null;
  if (retrying !== undefined) return wanted === null || wanted.includes('pending') ? ['pending'] : [];
  const neverSucceeded = errors !== undefined || httpStatuses?.every(({ first }) => first >= 400);
  if (!neverSucceeded) return wanted;
  return (wanted ?? unsuccessful).filter((state) => state !== 'succeeded');
}

const unsuccessful: readonly DeliveryState[] = ['pending', 'failed', 'held', 'cancelled'];
