// The API's things under their own names: what the generated types call by path.
import type { paths } from './schema.gen.ts';

type Answer<P extends keyof paths, M extends 'get' | 'post'> =
  paths[P] extends Record<M, { responses: { 200: { content: { 'application/json': infer T } } } }>
    ? T
    : never;
type Item<P extends keyof paths> = Answer<P, 'get'> extends { data: (infer T)[] } ? T : never;
type Body<P extends keyof paths, M extends 'post' | 'patch' | 'put'> =
  paths[P] extends Record<M, { requestBody?: { content: { 'application/json': infer T } } }> ? T : never;

type Env = '/api/v1/applications/{appId}/envs/{env}';
type Org = '/api/v1/organizations/{orgId}';

export type Me = Answer<'/api/v1/me', 'get'>;
export type OwnSession = Item<'/api/v1/me/sessions'>;
export type Link = Answer<'/api/v1/auth/links', 'post'>;
export type Organization = Item<'/api/v1/organizations'>;
export type OrganizationInput = Body<'/api/v1/organizations', 'post'>;
export type OrganizationChange = Body<'/api/v1/organizations/{orgId}', 'patch'>;
export type Policies = Organization['policies'];
export type Person = Item<'/api/v1/people'>;
export type Member = Item<`${Org}/members`>;
export type Invitation = Item<`${Org}/invitations`>;
export type IdentityProvider = Item<`${Org}/identity-providers`>;
export type IdentityProviderInput = Body<`${Org}/identity-providers`, 'post'>;
export type IdentityProviderChange = Body<`${Org}/identity-providers/{id}`, 'patch'>;
export type AuditEntry = Item<`${Org}/audit`>;
export type Application = Item<`${Org}/applications`>;
export type Key = Item<`${Env}/keys`>;
export type Webhook = Item<`${Env}/webhooks`>;
export type WebhookInput = Body<`${Env}/webhooks`, 'post'>;
export type WebhookChange = Body<`${Env}/webhooks/{id}`, 'patch'>;
export type WebhookDefaults = Answer<`${Env}/webhook-defaults`, 'get'>;
export type Dialect = Item<'/api/v1/dialects'>;
export type KeyInput = Body<`${Env}/keys`, 'post'>;
export type WebhookExample = Answer<`${Env}/webhooks/{id}/example`, 'get'>;
export type TestSend = Item<`${Env}/tests`>;
export type SignedEvent = Item<`${Env}/events`>;
export type EventDetail = Answer<`${Env}/events/{id}`, 'get'>;
export type Explanation = Answer<`${Env}/events/{id}/explain`, 'get'>;
export type Delivery = Item<`${Env}/deliveries`>;
export type DeliveryCounts = Answer<`${Env}/deliveries/counts`, 'get'>;
export type DeliveryDetail = Answer<`${Env}/deliveries/{id}`, 'get'>;
export type Attempt = DeliveryDetail['attemptLog'][number];
export type Alert = Item<`${Env}/alerts`>;
export type AlertRules = Answer<`${Org}/alert-rules`, 'get'>;
export type AlertRulesChange = Body<`${Org}/alert-rules`, 'patch'>;
export type AlertTest = Answer<`${Org}/alert-rules/test`, 'post'>;
export type AlertDetail = Answer<`${Env}/alerts/{id}`, 'get'>;
export type AlertState = Alert['state'];
export type Statistics = Answer<`${Env}/stats`, 'get'>;
export type Replay = Item<`${Env}/replays`>;
export type ReplayState = Replay['state'];
export type ReplayPreview = Answer<`${Env}/replays/preview`, 'post'>;
export type WebhookStatistics = NonNullable<Statistics['groups']>[number];
export type TypeStatistics = NonNullable<Statistics['types']>[number];
export type EventType = Item<'/api/v1/event-types'>;
export type Topic = Item<'/api/v1/topics'>;
export type Source = Item<`${Env}/sources`>;
export type Inbox = Item<`${Env}/inboxes`>;
export type InboxAnswer = Inbox['answer'];
export type InboxRequest = Item<`${Env}/inboxes/{id}/requests`>;
export type BusinessUnit = Item<`${Org}/business-units`>;
export type Template = Item<`${Org}/templates`>;
export type NamedEntry = Item<`${Org}/departments`>;

/** An environment of an application: what most routes are about. */
export interface Place {
  readonly appId: string;
  readonly env: EnvironmentName;
}

export const environments = ['DEVELOPMENT', 'TEST', 'STAGING', 'PRODUCTION'] as const;
export type EnvironmentName = (typeof environments)[number];

export const deliveryStates = ['pending', 'succeeded', 'failed', 'held', 'cancelled'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const replayStates = [
  'running',
  'paused',
  'done',
  'cancelled',
] as const satisfies readonly ReplayState[];
/** `missed`: events that the webhook would get by its present settings and has no delivery of. */
export const recoverable = ['failed', 'cancelled', 'succeeded', 'missed'] as const;
export type Recoverable = (typeof recoverable)[number];

export const plans = ['trial', 'basic', 'professional'] as const satisfies readonly Organization['plan'][];

/** The profiles, with the names that their vendors go by. */
export const profileTitles = {
  signpost: 'Signpost',
  emsigner: 'emSigner',
  esignglobal: 'eSignGlobal',
  ignisign: 'Ignisign',
  'one-cp': 'One-CP',
  cellosign: 'Cellosign',
} as const satisfies Readonly<Record<Organization['profile'], string>>;
export const profileNames = Object.keys(profileTitles) as readonly Organization['profile'][];
