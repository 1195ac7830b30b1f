// What deliveries are looked for by: the same filter for lists, counts, the live tail and for what is sent again. Pure.
import type { DeliveryState } from './delivery.ts';
import type { Severity } from './event.ts';

/** HTTP statuses from the first to the last of them. */
export interface StatusRange {
  readonly first: number;
  readonly last: number;
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
