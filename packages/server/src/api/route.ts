// What a file of routes is given, and what it adds itself to.
import type { KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify';
import type { Accounts } from '../accounts/accounts.ts';
import type { AlertTrial } from '../domain/alert-rules.ts';
import type { Scope } from '../domain/api-key.ts';
import type { StoredEvent } from '../domain/stored-event.ts';
import type { ShownRequest, TestResult } from '../domain/test-send.ts';
import type { Destination } from '../domain/webhook.ts';
import type { InboxDoor } from '../inbox/inbox.ts';
import type { Explainer } from '../ingest/explain.ts';
import type { Ingest } from '../ingest/ingest.ts';
import type { Clock } from '../lib/clock.ts';
import type { NewId } from '../lib/ids.ts';
import type { Log } from '../observe/log.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { AlertStore } from '../store/alerts.ts';
import type { AuditStore } from '../store/audit.ts';
import type { CancelStore } from '../store/cancel.ts';
import type { DirectoryStore } from '../store/directory.ts';
import type { EnvelopeStore } from '../store/envelopes.ts';
import type { HistoryStore } from '../store/history.ts';
import type { InboxRequestStore } from '../store/inbox-requests.ts';
import type { InboxStore } from '../store/inboxes.ts';
import type { LastUse } from '../store/last-use.ts';
import type { ReplayStore } from '../store/replays.ts';
import type { ResendStore } from '../store/resend.ts';
import type { ElsewhereStore } from '../store/send-elsewhere.ts';
import type { Snapshots } from '../store/snapshots.ts';
import type { SourceStore } from '../store/sources.ts';
import type { StatisticsStore } from '../store/statistics.ts';
import type { StatisticsGroupStore } from '../store/statistics-groups.ts';
import type { TenantStore } from '../store/tenants.ts';
import type { TestSendStore } from '../store/test-sends.ts';
import type { UsedTokenStore } from '../store/used-tokens.ts';
import type { WebhookStore } from '../store/webhooks.ts';
import type { Tails } from '../tail/tails.ts';
import type { KeyAdmission } from './key-admission.ts';
import type { Cookies } from './session.ts';

/** Sends one event to one webhook now; shows what would be sent. */
export interface Tester {
  preview(destination: Destination, event: StoredEvent): ShownRequest;
  send(destination: Destination, event: StoredEvent): Promise<TestResult>;
}

/** What the operator of this server has settled. */
export interface ServerFacts {
  readonly version: string;
  readonly mailConfigured: boolean;
  /** null: kept for good. */
  readonly retentionDays: number | null;
  readonly workers: number;
  /** Whether PostgreSQL is the one that comes along. */
  readonly embeddedDatabase: boolean;
}

/** What the API needs of the rest: the same functions for every way in. */
export interface ApiDeps {
  readonly rootKey: string;
  /** How many processes of all servers of this database are at work. */
  readonly workersAlive: () => Promise<number>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly ingest: Ingest;
  readonly snapshots: Snapshots;
  readonly tenants: TenantStore;
  readonly directory: DirectoryStore;
  readonly webhooks: WebhookStore;
  readonly sources: SourceStore;
  readonly envelopes: EnvelopeStore;
  readonly explainer: Explainer;
  readonly history: HistoryStore;
  readonly resends: ResendStore;
  readonly elsewhere: ElsewhereStore;
  readonly cancels: CancelStore;
  readonly replays: ReplayStore;
  readonly statistics: Pick<StatisticsStore, 'read' | 'typesCountedSince'> & StatisticsGroupStore;
  readonly testSends: TestSendStore;
  readonly usedTokens: UsedTokenStore;
  /** Checks verification tokens, and makes tokens of its own with the first. */
  readonly tokenKeys: readonly [KeyObject, ...KeyObject[]];
  readonly alerts: AlertStore;
  /** Mails a test alert to whom the rules name, or to one address alone; null: there is no mail server. */
  readonly alertTrial: AlertTrial | null;
  readonly tester: Tester;
  readonly inboxes: InboxStore;
  readonly inboxRequests: InboxRequestStore;
  readonly inboxDoor: InboxDoor;
  readonly accounts: Accounts;
  readonly audit: AuditStore;
  readonly keyUse: Pick<LastUse, 'note'>;
  /** Of sources: what they brought, and what was refused for its proof. */
  readonly sourceUse: { readonly event: Pick<LastUse, 'note'>; readonly refusal: Pick<LastUse, 'note'> };
  /** Of each key; null: without limit. */
  readonly requestsPerSecond: number | null;
  /** Why a URL may not be a webhook's, in words; null when it may. */
  readonly urlProblem: (url: string, environment: string) => string | null;
  /** The address that others reach this server at, without a slash at its end. */
  readonly publicUrl: () => string;
  /** Forgets what is known of an environment and wakes what waits for its change. */
  readonly changed: (environmentId: number) => void;
  /** The same for all environments of an organization. */
  readonly organizationChanged: (organizationId: string) => void;
  /** What must have happened before a change may be answered; null: nothing. null altogether where nothing ever must. */
  readonly settled: (() => Promise<void> | null) | null;
  readonly tails: Tails;
  readonly server: ServerFacts;
  readonly metrics: Pick<Metrics, 'contentType' | 'render'>;
  /** Where the built console is; null serves the API alone. */
  readonly consoleFolder: string | null;
  /** Whether the database answers. */
  readonly isReady: () => Promise<boolean>;
  /** Networks of the proxies in front of this server, whose word about where a request comes from is believed. */
  readonly trustedProxies: readonly string[];
}

/** What a file of routes is given: the same, and what belongs to HTTP alone. */
export interface RouteDeps extends ApiDeps {
  readonly cookies: Cookies;
  readonly mayStay: (request: FastifyRequest, access: Scope) => Promise<boolean>;
  readonly admission: KeyAdmission;
}

export type Routes = (app: TypedApp, deps: RouteDeps) => void;
export type TypedApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;
