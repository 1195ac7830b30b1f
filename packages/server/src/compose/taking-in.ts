// Makes what takes events in, and what says where each goes and why.
import { createExplainer, type Explainer } from '../ingest/explain.ts';
import { createIngest, type Ingest } from '../ingest/ingest.ts';
import type { Metrics } from '../observe/metrics.ts';
import { createAcceptStore } from '../store/accept.ts';
import { createDecisionStore } from '../store/decisions.ts';
import { createEnvelopeStore, type EnvelopeStore } from '../store/envelopes.ts';
import type { Delivering } from './delivering.ts';
import type { Ground } from './ground.ts';
import { measuredAccepts, measuredIngest } from './measure.ts';

export interface TakingIn {
  readonly envelopes: EnvelopeStore;
  readonly ingest: Ingest;
  readonly explainer: Explainer;
}

export function composeTakingIn(ground: Ground, { deliverer }: Delivering, metrics: Metrics): TakingIn {
  const { database, snapshots, clock, newId } = ground;
  const envelopes = createEnvelopeStore(database);
  const ingest = createIngest({
    store: measuredAccepts(createAcceptStore(database), metrics),
    snapshots,
    envelopes,
    birth: deliverer,
    clock,
    newId,
  });
  const explainer = createExplainer({
    snapshots,
    envelopes,
    decisions: createDecisionStore(database),
    clock,
    newId,
    wake: () => deliverer.wake(),
  });
  return { envelopes, ingest: measuredIngest(ingest, metrics), explainer };
}
