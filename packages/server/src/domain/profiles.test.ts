import { expect, it } from 'vitest';
import { parseDuration } from './duration.ts';
import { policyProblems } from './policies.ts';
import { type Policies, type ProfileName, policiesOf, profileNames } from './profiles.ts';

/** What each vendor's documentation says, and where it says nothing our own. */
const documented: Readonly<Record<ProfileName, Partial<Policies>>> = {
  signpost: {},
  // E12, E13, E14, E15, E17
  emsigner: {
    routing: 'one-default',
    defaultReceives: 'unrouted',
    defaultDialect: 'emsigner',
    requireRequestFrom: true,
    requiredFields: ['events', 'auth'],
    authTypes: ['none', 'basic'],
    defaultEventsMode: 'only',
    defaultRetrySchedule: ['1m', '5m', '15m', '1h', '6h', '24h'],
  },
  // G8, G11, G12
  esignglobal: {
    changeOnlyWhileDisabled: true,
    requiredFields: ['events', 'routing.triggers'],
    defaultEventsMode: 'only',
    defaultDialect: 'esignglobal',
    defaultSuccess: { status: '2xx', body: { path: 'code', equals: '200' } },
    defaultRetrySchedule: '10s 30s 1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 20m 30m 1h 2h'.split(' '),
  },
  // I5, I22, I23, I26
  ignisign: {
    requireHttps: true,
    defaultEventsMode: 'all',
    defaultDialect: 'ignisign',
    defaultSuccess: '200',
    defaultRetrySchedule: [],
  },
  // C3
  'one-cp': { requireBusinessUnit: true, defaultEventsMode: 'only', defaultDialect: 'one-cp' },
  cellosign: { defaultEventsMode: 'only', defaultDialect: 'cellosign' },
};

it.each(profileNames)('%s differs from our own profile in exactly what its vendor documents', (name) => {
  expect(policiesOf(name)).toEqual({ ...policiesOf('signpost'), ...documented[name] });
});

it('our own asks for nothing, and retries for three days', () => {
  const { defaultRetrySchedule, ...policies } = policiesOf('signpost');
  expect(policies).toMatchObject({ changeOnlyWhileDisabled: false, routing: 'open', requiredFields: [] });
  const seconds = defaultRetrySchedule.reduce((sum, step) => sum + (parseDuration(step) ?? Number.NaN), 0);
  expect(Math.floor(seconds / 86_400)).toBe(3);
});

it.each(profileNames)('what %s sets could also be set by hand', (name) => {
  const policies = policiesOf(name);
  expect(policyProblems(policies, [policies.defaultDialect])).toEqual([]);
});

it('what an organization changed stands over the preset', () => {
  const policies = policiesOf('emsigner', { routing: 'open', authTypes: ['bearer'] });
  expect(policies).toEqual({ ...policiesOf('emsigner'), routing: 'open', authTypes: ['bearer'] });
});
