// What the primary and its workers say to each other.
import type { MetricsReport } from '../observe/metrics.ts';
import type { EmbeddedConnection } from '../store/embedded/server.ts';

export type ToWorker =
  | {
      readonly kind: 'start';
      readonly embedded: EmbeddedConnection | null;
      readonly port: number;
      readonly first: boolean;
    }
  | { readonly kind: 'stop' }
  /** A question: answered once it is forgotten. null: any environment. */
  | { readonly kind: 'forget'; readonly environmentId: number | null }
  /** Deliveries may be due. */
  | { readonly kind: 'wake' }
  /** A question, answered by a MetricsReport. */
  | { readonly kind: 'report' };

export type FromWorker =
  | { readonly kind: 'ready'; readonly url: string; readonly setUpLink: string | null }
  | { readonly kind: 'joined'; readonly nodeId: number }
  /** A question: answered once every other worker has forgotten. */
  | { readonly kind: 'changed'; readonly environmentId: number | null }
  /** A question, answered by the text over all workers. */
  | { readonly kind: 'metrics' };

export const isReport = (answer: unknown): answer is MetricsReport => Array.isArray(answer);

/** A worker that does not answer within this time is hung or dying; nobody waits for it longer. */
export const workerAnswerMsMax = 2_000;
/** The primary may have to wait for one of those first. */
export const primaryAnswerMsMax = 5_000;
