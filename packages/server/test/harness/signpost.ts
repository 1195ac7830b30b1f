// A whole Signpost in the test process, on a database of its own, and tenants to call it as: the factories of most tests.
import { type App, type AppOptions, startApp } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import type { Scope } from '../../src/domain/api-key.ts';
import { scopes } from '../../src/domain/api-key.ts';
import { type Log, silentLog } from '../../src/observe/log.ts';
import type { FinishedAttempt } from '../../src/store/record.ts';
import { createTestDatabase } from './database.ts';

export const rootKey = 'root-key-of-the-tests';
export const masterKey = Buffer.alloc(32, 7).toString('base64');

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape
  readonly body: any;
}

export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

export interface Tenant {
  readonly organizationId: string;
  readonly appId: string;
  readonly key: string;
  /** Calls a route below the tenant's application and environment. */
  readonly call: Call;
  /** Creates a webhook for all events and answers it, with its secret. */
  webhook(url: string, settings?: object): Promise<{ id: string; secret: string; [field: string]: unknown }>;
  /** Adds names to the organization's directory: `departments`, `source-systems`, `business-units`, `templates`. */
  knows(segment: string, ...names: readonly string[]): Promise<void>;
  /** Sends an event and answers what the API answered; fails unless it was accepted. */
  send(event?: object): Promise<{ id: string; deliveries: number }>;
  deliveries(query?: string): Promise<
    readonly {
      id: string;
      status: string;
      attempts: number;
      eventId: string;
      nextAttemptAt: string | null;
      lastError: string | null;
    }[]
  >;
}

export interface TestSignpost {
  readonly app: App;
  readonly databaseUrl: string;
  /** Calls any route, as root unless another key is given. */
  readonly call: Call;
  tenant(options?: TenantOptions): Promise<Tenant>;
  /** Resolves when an attempt that satisfies the condition was recorded after this call. */
  recorded(condition?: (attempt: FinishedAttempt) => boolean): Promise<FinishedAttempt>;
  stop(): Promise<void>;
}

export interface TenantOptions {
  readonly environment?: string;
  readonly scopes?: readonly Scope[];
  /** What its organization is beside its name: plan, profile, policies. */
  readonly organization?: object;
}

export interface TestOptions extends AppOptions {
  readonly config?: Partial<Config>;
  /** A database that is used instead of a new one, and left alone afterwards. */
  readonly databaseUrl?: string;
  readonly log?: Log;
}

export async function startSignpost(options: TestOptions = {}): Promise<TestSignpost> {
  const own = options.databaseUrl ? null : await createTestDatabase();
  const databaseUrl = options.databaseUrl ?? own?.url ?? '';
  const { config, databaseUrl: _, log = silentLog, ...appOptions } = options;
  const app = await startApp({ ...defaults, databaseUrl, ...config }, log, appOptions);
  const call = caller(app.url, rootKey);
  return {
    app,
    databaseUrl,
    call,
    tenant: (options) => makeTenant(app.url, call, options),
    recorded: (condition = () => true) =>
      new Promise((resolve) => {
        const off = app.recorded.on((attempt) => {
          if (!condition(attempt)) return;
          off();
          resolve(attempt);
        });
      }),
    stop: async () => {
      await app.stop();
      await own?.drop();
    },
  };
}

const defaults: Config = {
  port: 0,
  host: '127.0.0.1',
  publicUrl: null,
  dataDir: '/nonexistent',
  databaseUrl: null,
  rootKey,
  masterKey,
  otherMasterKeys: [],
  allowCidrs: ['127.0.0.0/8'],
  trustedProxies: [],
  smtpUrl: null,
  mailFrom: 'Signpost <signpost@signpost.example>',
  alertEmails: [],
  workers: 1,
  concurrency: 64,
  requestsPerSecond: null,
  retentionDays: null,
  log: 'silent',
};

/** @param key sent as bearer, unless null */
export function caller(url: string, key: string | null): Call {
  return async (method, path, body, headers = {}) => {
    const raw = typeof body === 'string' || body instanceof Buffer;
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
      // It never ends: that it began is its whole answer here.
      await response.body?.cancel();
      return { status: response.status, headers: response.headers, body: '' };
    }
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** An organization with an application and a key for it, on the Signpost at `url`. */
export async function makeTenant(
  url: string,
  root: Call,
  { environment = 'PRODUCTION', scopes: wanted = scopes, organization: settings = {} }: TenantOptions = {},
): Promise<Tenant> {
  const organization = await root('POST', '/api/v1/organizations', { name: 'XYZ Bank', ...settings });
  const application = await root('POST', `/api/v1/organizations/${organization.body.id}/applications`, {
    name: 'Contracts',
  });
  const base = `/api/v1/applications/${application.body.id}/envs/${environment}`;
  const made = await root('POST', `${base}/keys`, { name: 'test', scopes: wanted });
  if (made.status !== 201) throw new Error(`No key was made: ${JSON.stringify(made.body)}`);
  const { body } = made;
  const tenantCaller = caller(url, body.key);
  const call: Call = (method, path, ...rest) => tenantCaller(method, `${base}${path}`, ...rest);
  return {
    organizationId: organization.body.id,
    appId: application.body.id,
    key: body.key,
    call,
    webhook: async (webhookUrl, settings = {}) => {
      const answer = await call('POST', '/webhooks', { name: 'Receiver', url: webhookUrl, ...settings });
      if (answer.status !== 201) throw new Error(`The webhook was refused: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    knows: async (segment, ...names) => {
      for (const name of names) {
        const answer = await root('POST', `/api/v1/organizations/${organization.body.id}/${segment}`, {
          name,
        });
        if (answer.status !== 201) throw new Error(`The entry was refused: ${JSON.stringify(answer.body)}`);
      }
    },
    send: async (event = {}) => {
      const answer = await call('POST', '/events', {
        type: 'signer.signed',
        content: { name: 'Ada' },
        ...event,
      });
      if (answer.status !== 202) throw new Error(`The event was refused: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    deliveries: async (query = '') => (await call('GET', `/deliveries${query}`)).body.data,
  };
}
