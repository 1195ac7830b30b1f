// What each environment is configured to do, held in memory: who may call, which webhooks there are, how they sign.
// Read once and again after every change. A node with an old snapshot cannot store an event by it: the version is checked
// in the transaction that stores the event, so a missed notification costs time, never a delivery.
import type { OrganizationAlertRules } from '../domain/alert-rules.ts';
import type { KnownKey, Scope } from '../domain/api-key.ts';
import type { Auth } from '../domain/auth.ts';
import { createDirectory, type Directory } from '../domain/directory.ts';
import type { EnvironmentName } from '../domain/environment.ts';
import type { Plan } from '../domain/plan.ts';
import { type Policies, type ProfileName, policiesOf } from '../domain/profiles.ts';
import { type SecretForm, type SigningScheme, signingKeys } from '../domain/signing.ts';
import {
  type Destination,
  toWebhook,
  type Webhook,
  type WebhookSettings,
  type WebhookStatus,
} from '../domain/webhook.ts';
import type { Database, Statement } from './database.ts';
import type { DirectoryStore } from './directory.ts';
import { sealedColumns } from './sealed-columns.ts';
import type { Vault } from './vault.ts';

export interface Snapshot {
  readonly environmentId: number;
  readonly organizationId: string;
  readonly applicationId: string;
  readonly environment: EnvironmentName;
  /** The version of the environment that this was read at, or an earlier one. */
  readonly version: number;
  readonly webhooks: ReadonlyMap<string, Webhook>;
  /** Ids of its test inboxes, by their URL. */
  readonly inboxes: ReadonlyMap<string, string>;
  /** The organization's, as its plan and its policies. */
  readonly directory: Directory;
  readonly plan: Plan;
  readonly policies: Policies;
  readonly alertRules: OrganizationAlertRules;
  /** Whether any envelope was ever registered. */
  readonly hasEnvelopes: boolean;
  /** Keys that were not revoked, by the hex of their hash. They may have expired. */
  readonly keys: ReadonlyMap<string, KnownKey>;
}

/** What a webhook of this environment, saved or not, is sent with. */
export function destinationOf({ directory, inboxes }: Snapshot, webhook: Webhook): Destination {
  return { webhook, directory, inboxId: inboxes.get(webhook.url) ?? null };
}

export interface Snapshots {
  /** null when there is no such environment. */
  find(applicationId: string, environment: EnvironmentName): Promise<Snapshot | null>;
  get(environmentId: number): Promise<Snapshot>;
  /** Forgets what is known, so that the next `get` reads again. Without an id: of every environment. */
  forget(environmentId?: number): void;
}

const findEnvironment: Statement = {
  name: 'snapshot_find',
  text: 'SELECT id FROM environments WHERE application_id = $1 AND name = $2',
};
const readEnvironment: Statement = {
  name: 'snapshot_environment',
  text: `
SELECT e.application_id, a.organization_id, e.name, e.version, e.has_envelopes, o.plan, o.profile, o.policies, o.alert_rules,
       array(SELECT i.id::text FROM inboxes i WHERE i.environment_id = e.id ORDER BY i.id) AS inbox_ids,
       array(SELECT i.url FROM inboxes i WHERE i.environment_id = e.id ORDER BY i.id) AS inbox_urls
FROM environments e JOIN applications a ON a.id = e.application_id JOIN organizations o ON o.id = a.organization_id
WHERE e.id = $1`,
};
const readWebhooks: Statement = {
  name: 'snapshot_webhooks',
  text: `
SELECT w.id, w.name, w.description, w.url, w.status, w.kind, w.firing, w.events, w.routing, w.delivery, w.payload,
       w.sealed_auth, w.alerts,
       array(SELECT s.scheme FROM webhook_secrets s WHERE s.webhook_id = w.id ORDER BY s.created_at DESC, s.id DESC) AS schemes,
       array(SELECT s.form FROM webhook_secrets s WHERE s.webhook_id = w.id ORDER BY s.created_at DESC, s.id DESC) AS forms,
       array(SELECT s.sealed FROM webhook_secrets s WHERE s.webhook_id = w.id ORDER BY s.created_at DESC, s.id DESC) AS sealed,
       array(SELECT extract(epoch FROM s.expires_at)::float8 * 1000 FROM webhook_secrets s WHERE s.webhook_id = w.id
             ORDER BY s.created_at DESC, s.id DESC) AS expires_ms
FROM webhooks w WHERE w.environment_id = $1 AND w.deleted_at IS NULL ORDER BY w.id`,
};
const readKeys: Statement = {
  name: 'snapshot_keys',
  text: `
SELECT encode(hash, 'hex') AS hash, id, name, scopes, extract(epoch FROM expires_at)::float8 * 1000 AS expires_ms
FROM api_keys WHERE environment_id = $1 AND revoked_at IS NULL`,
};

export function createSnapshots(
  database: Database,
  vault: Vault,
  directory: Pick<DirectoryStore, 'load'>,
): Snapshots {
  const ids = new Map<string, number>();
  const loaded = new Map<number, Promise<Snapshot>>();

  async function read(environmentId: number): Promise<Snapshot> {
    // The version first: a change in between makes the snapshot look older than it is, which is safe.
    const [row] = await database.query<EnvironmentRow>(readEnvironment, [environmentId]);
    if (!row) throw new Error(`There is no environment ${environmentId}.`);
    const webhooks = await database.query<WebhookRow>(readWebhooks, [environmentId]);
    const place = { environmentId, applicationId: row.application_id, environment: row.name };
    const keys = await database.query<KeyRow>(readKeys, [environmentId]);
    return {
      environmentId,
      organizationId: row.organization_id,
      applicationId: row.application_id,
      environment: row.name,
      version: row.version,
      plan: row.plan,
      policies: policiesOf(row.profile, row.policies),
      alertRules: row.alert_rules,
      directory: createDirectory(await directory.load(row.organization_id)),
      hasEnvelopes: row.has_envelopes,
      inboxes: new Map(row.inbox_urls.map((url, index) => [url, row.inbox_ids[index] ?? ''])),
      webhooks: new Map(webhooks.map((webhook) => [webhook.id, fromRow(webhook, place, vault)])),
      keys: new Map(keys.map(({ hash, expires_ms, ...key }) => [hash, { ...key, expiresAt: expires_ms }])),
    };
  }

  function get(environmentId: number): Promise<Snapshot> {
    const known = loaded.get(environmentId);
    if (known) return known;
    const reading = read(environmentId);
    loaded.set(environmentId, reading);
    reading.catch(() => {
      if (loaded.get(environmentId) === reading) loaded.delete(environmentId);
    });
    return reading;
  }

  return {
    get,
    async find(applicationId, environment) {
      const name = `${applicationId} ${environment}`;
      const known = ids.get(name);
      if (known !== undefined) return get(known);
      const [row] = await database.query<{ id: number }>(findEnvironment, [applicationId, environment]);
      if (!row) return null;
      ids.set(name, row.id);
      return get(row.id);
    },
    forget(environmentId) {
      if (environmentId === undefined) loaded.clear();
      else loaded.delete(environmentId);
    },
  };
}

interface EnvironmentRow {
  readonly application_id: string;
  readonly organization_id: string;
  readonly name: EnvironmentName;
  readonly version: number;
  readonly has_envelopes: boolean;
  readonly plan: Plan;
  readonly profile: ProfileName;
  readonly policies: Partial<Policies>;
  readonly alert_rules: OrganizationAlertRules;
  readonly inbox_ids: readonly string[];
  readonly inbox_urls: readonly string[];
}

interface KeyRow {
  readonly hash: string;
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expires_ms: number | null;
}

interface WebhookRow extends Omit<WebhookSettings, 'auth'> {
  readonly id: string;
  readonly status: WebhookStatus;
  readonly sealed_auth: Buffer | null;
  readonly schemes: readonly SigningScheme[];
  readonly forms: readonly SecretForm[];
  readonly sealed: readonly Buffer[];
  readonly expires_ms: readonly (number | null)[];
}

type Place = Pick<Webhook, 'environmentId' | 'applicationId' | 'environment'>;

function fromRow(row: WebhookRow, place: Place, vault: Vault): Webhook {
  const { id, status, schemes, forms } = row;
  const keys = row.sealed.map((sealed, index) => ({
    ...signingKeys({
      scheme: schemes[index] ?? 'hmac',
      form: forms[index] ?? 'bytes',
      secret: vault.open(sealed, sealedColumns.webhookSecret.place(id)),
    }),
    expiresAt: row.expires_ms[index] ?? null,
  }));
  const settings = { ...row, auth: openAuth(vault, id, row.sealed_auth) };
  return toWebhook(settings, { ...place, id, status, signingKeys: keys });
}

const { place: authPlace } = sealedColumns.webhookAuth;

/** null for none, which needs no sealing. */
export function sealAuth(vault: Vault, webhookId: string, auth: Auth): Buffer | null {
  return auth.type === 'none' ? null : vault.seal(Buffer.from(JSON.stringify(auth)), authPlace(webhookId));
}

export function openAuth(vault: Vault, webhookId: string, sealed: Buffer | null): Auth {
  if (sealed === null) return { type: 'none' };
  return JSON.parse(vault.open(sealed, authPlace(webhookId)).toString()) as Auth;
}
