// Why an event went where it went: as it was decided, and as it would be decided now. And the way to act on the difference:
// routing an event again adds the webhooks that it would go to now and has not gone to.
import type { Directory } from '../domain/directory.ts';
import type { NewEvent } from '../domain/event.ts';
import type { Clock } from '../lib/clock.ts';
import type { NewId } from '../lib/ids.ts';
import type { RoutableEvent } from '../routing/routable.ts';
import { createRouter, type Verdict } from '../routing/router.ts';
import type { Decision, DecisionStore, WebhookState } from '../store/decisions.ts';
import type { EnvelopeStore } from '../store/envelopes.ts';
import type { EventRecord } from '../store/history.ts';
import type { ByHand } from '../store/send-elsewhere.ts';
import type { Snapshots } from '../store/snapshots.ts';
import { resolve, unsaid } from './facts.ts';

export interface Explanation {
  /** Null for events that are older than the record of decisions. */
  readonly decided: readonly Verdict<WebhookState>[] | null;
  readonly now: readonly Verdict<WebhookState>[];
  /** Where it went because somebody sent it there, whatever was decided. */
  readonly byHand: readonly ByHand[];
  /** For showing the ids in the verdicts by name. */
  readonly directory: Directory;
}

export type ExplainedEvent = EventRecord & { readonly content: Buffer };

export interface Explainer {
  explain(environmentId: number, event: ExplainedEvent): Promise<Explanation>;
  /** How many of these a webhook would get now, were it enabled. */
  countFor(environmentId: number, webhookId: string, events: readonly ExplainedEvent[]): Promise<number>;
  /** Answers the webhooks that were added. */
  routeAgain(environmentId: number, event: ExplainedEvent): Promise<readonly string[]>;
  /** The same for one webhook alone; answers the delivery that was added, or null. */
  routeTo(environmentId: number, event: ExplainedEvent, webhookId: string): Promise<string | null>;
}

export interface ExplainerOptions {
  readonly snapshots: Snapshots;
  readonly envelopes: Pick<EnvelopeStore, 'find' | 'findAll'>;
  readonly decisions: DecisionStore;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Something is due. */
  readonly wake: () => void;
}

export function createExplainer({
  snapshots,
  envelopes,
  decisions,
  clock,
  newId,
  wake,
}: ExplainerOptions): Explainer {
  async function envelopesOf(environmentId: number, events: readonly ExplainedEvent[]) {
    const ids = [...new Set(events.flatMap(({ envelope }) => envelope?.id ?? []))];
    const found = await envelopes.findAll(ids.map((id) => ({ environmentId, id })));
    return new Map(ids.map((id, index) => [id, found[index] ?? null]));
  }

  async function present(environmentId: number, event: ExplainedEvent) {
    const envelopeId = event.envelope?.id ?? null;
    const registered = envelopeId === null ? null : await envelopes.find(environmentId, envelopeId);
    const snapshot = await snapshots.get(environmentId);
    const { routable } = resolve(toNewEvent(event), registered, snapshot.directory);
    return { routable, snapshot };
  }

  async function decided(environmentId: number, event: ExplainedEvent, decision: Decision | null) {
    if (!decision || decision.version === null) return null;
    const facts = { ...unsaid, ...(decision.routedBy as Partial<RoutableEvent> | null), type: event.type };
    return createRouter(await decisions.statesAt(environmentId, decision.version)).explain(facts);
  }

  async function add(environmentId: number, event: ExplainedEvent, wanted: (webhookId: string) => boolean) {
    const { routable, snapshot } = await present(environmentId, event);
    const at = clock.now();
    const deliveries = createRouter(snapshot.webhooks.values())
      .match(routable)
      .filter(({ id }) => wanted(id))
      .map(({ id }) => ({ id: newId(at), webhookId: id }));
    if (deliveries.length === 0) return { deliveries, added: [] };
    const added = await decisions.addDeliveries(environmentId, event.id, deliveries, new Date(at));
    if (added.length > 0) wake();
    return { deliveries, added };
  }

  return {
    async explain(environmentId, event) {
      const { routable, snapshot } = await present(environmentId, event);
      const now = createRouter(snapshot.webhooks.values()).explain(routable);
      const decision = await decisions.find(environmentId, event.id);
      return {
        decided: await decided(environmentId, event, decision),
        now,
        byHand: decision?.byHand ?? [],
        directory: snapshot.directory,
      };
    },
    async countFor(environmentId, webhookId, events) {
      const { webhooks, directory } = await snapshots.get(environmentId);
      const enabled = [...webhooks.values()].map((webhook) =>
        webhook.id === webhookId ? { ...webhook, status: 'enabled' as const } : webhook,
      );
      const router = createRouter(enabled);
      const known = await envelopesOf(environmentId, events);
      return events.filter((event) => {
        const registered = known.get(event.envelope?.id ?? '') ?? null;
        const { routable } = resolve(toNewEvent(event), registered, directory);
        return router.match(routable).some(({ id }) => id === webhookId);
      }).length;
    },
    async routeAgain(environmentId, event) {
      const { added } = await add(environmentId, event, () => true);
      return added;
    },
    async routeTo(environmentId, event, webhookId) {
      const { deliveries, added } = await add(environmentId, event, (id) => id === webhookId);
      return added.length === 0 ? null : (deliveries[0]?.id ?? null);
    },
  };
}

function toNewEvent({
  type,
  severity,
  occurredAt,
  envelope,
  signer,
  routing,
  platform,
  content,
}: ExplainedEvent): NewEvent {
  return {
    key: null,
    type,
    severity,
    occurredAt: occurredAt.getTime(),
    envelope,
    signer,
    routing,
    platform,
    content,
  };
}
