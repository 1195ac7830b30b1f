// Profiles: named presets of policies and of what a new webhook starts with, each reproducing one vendor's behaviour. Data.
// An organization keeps the name of its profile and what it changed; its policies are the preset with these changes.
import { type AuthType, authTypes } from './auth.ts';
import type { DeliverySettings, EventSelection, RoutingFilters } from './webhook.ts';

/** What an organization asks of its webhooks and envelopes, and what a new webhook starts with. */
export interface Policies {
  readonly changeOnlyWhileDisabled: boolean;
  readonly routing: 'open' | 'one-default';
  readonly requireRequestFrom: boolean;
  readonly requireBusinessUnit: boolean;
  readonly requireHttps: boolean;
  readonly requireTwoFactor: boolean;
  readonly requiredFields: readonly RequiredField[];
  readonly authTypes: readonly AuthType[];
  readonly defaultEventsMode: EventSelection['mode'];
  readonly defaultReceives: RoutingFilters['receives'];
  readonly defaultDialect: string;
  readonly defaultSuccess: DeliverySettings['success'];
  readonly defaultRetrySchedule: readonly string[];
}

export const policyMeanings: Readonly<Record<keyof Policies, string>> = {
  changeOnlyWhileDisabled: 'A webhook is changed and deleted only while it is disabled.',
  routing:
    '`one-default`: of the webhooks of an environment at most one names neither a department nor a Request From. `open`: any number.',
  requireRequestFrom:
    'An envelope names at least one Request From; where it is not registered, its events do. What platforms send is taken as it is.',
  requireBusinessUnit: 'A webhook names at least one business unit.',
  requireHttps: 'In PRODUCTION the URL of a webhook begins with https://, and so does its token URL.',
  requireTwoFactor:
    'Members reach the organization only with two-factor sign-in; until they have switched it on they reach their own account alone. Whoever comes by its identity provider proves it there.',
  requiredFields: 'What has to be said when a webhook is created, beside its name and URL.',
  authTypes: 'How a webhook may identify itself to its receiver.',
  defaultEventsMode:
    'How the `events` of a new webhook are read that name no mode: `all` but the named ones (opt-out), or `only` these (opt-in).',
  defaultReceives: 'What a webhook receives that names neither a department nor a Request From.',
  defaultDialect: 'The receiver format of a new webhook.',
  defaultSuccess: 'What answer counts as success.',
  defaultRetrySchedule: 'When a delivery that failed is tried again.',
};

/** By its path in the body that creates a webhook. */
export type RequiredField = 'events' | 'routing.triggers' | 'auth';
export const requiredFields: readonly RequiredField[] = ['events', 'routing.triggers', 'auth'];

export type ProfileName = 'signpost' | 'emsigner' | 'esignglobal' | 'ignisign' | 'one-cp' | 'cellosign';

export const usualProfile: ProfileName = 'signpost';

/** Our own; what another vendor does not say is as here. */
const signpost: Policies = {
  changeOnlyWhileDisabled: false,
  routing: 'open',
  requireRequestFrom: false,
  requireBusinessUnit: false,
  requireHttps: false,
  requireTwoFactor: false,
  requiredFields: [],
  authTypes,
  defaultEventsMode: 'all',
  defaultReceives: 'matching',
  defaultDialect: 'signpost',
  defaultSuccess: '2xx',
  defaultRetrySchedule: ['5s', '5m', '30m', '2h', '5h', '10h', '14h', '20h', '24h'],
};

/** Each has its vendor's receiver format, where there is one (a test holds it), and our own otherwise. */
const presets: Readonly<Record<ProfileName, Policies>> = {
  signpost,
  emsigner: {
    ...signpost,
    routing: 'one-default',
    requireRequestFrom: true,
    requiredFields: ['events', 'auth'],
    authTypes: ['none', 'basic'],
    defaultEventsMode: 'only',
    defaultReceives: 'unrouted',
    defaultDialect: 'emsigner',
    defaultRetrySchedule: ['1m', '5m', '15m', '1h', '6h', '24h'],
  },
  esignglobal: {
    ...signpost,
    changeOnlyWhileDisabled: true,
    requiredFields: ['events', 'routing.triggers'],
    defaultEventsMode: 'only',
    defaultDialect: 'esignglobal',
    defaultSuccess: { status: '2xx', body: { path: 'code', equals: '200' } },
    // biome-ignore format: sixteen steps, as the vendor lists them
    defaultRetrySchedule: ['10s', '30s', '1m', '2m', '3m', '4m', '5m', '6m', '7m', '8m', '9m', '10m', '20m', '30m', '1h', '2h'],
  },
  // Topics are opt-out; what failed is sent again by hand.
  ignisign: {
    ...signpost,
    requireHttps: true,
    defaultDialect: 'ignisign',
    defaultSuccess: '200',
    defaultRetrySchedule: [],
  },
  'one-cp': {
    ...signpost,
    requireBusinessUnit: true,
    defaultEventsMode: 'only',
    defaultDialect: 'one-cp',
  },
  cellosign: { ...signpost, defaultEventsMode: 'only', defaultDialect: 'cellosign' },
};

export const profileNames = Object.keys(presets) as readonly ProfileName[];

/** @param changes what the organization changed of its profile's preset */
export function policiesOf(profile: ProfileName, changes: Partial<Policies> = {}): Policies {
  return { ...presets[profile], ...changes };
}
