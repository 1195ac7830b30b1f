// Organizations and profiles, as the API takes and shows them.
import { Type } from 'typebox';
import { authTypes } from '../../domain/auth.ts';
import { limit } from '../../domain/limits.ts';
import { planNames } from '../../domain/plan.ts';
import { profileNames, requiredFields } from '../../domain/profiles.ts';
import type { SuccessStatus } from '../../domain/success-rule.ts';
import { closed, Duration, enumOf, Name, Time, text, Uuid } from './common.ts';

const successStatus = enumOf<SuccessStatus>(['200', '2xx']);
const SuccessRule = Type.Union([
  successStatus,
  closed({
    status: successStatus,
    body: closed({
      path: text(200, { minLength: 1 }),
      equals: Type.Union([text(500), Type.Number(), Type.Boolean()]),
    }),
  }),
]);

const policyFields = {
  changeOnlyWhileDisabled: Type.Boolean({
    description: 'A webhook is changed and deleted only while it is disabled.',
  }),
  routing: Type.Unsafe<'open' | 'one-default'>({
    ...enumOf(['open', 'one-default']),
    description:
      '`one-default`: of the webhooks of an environment at most one names neither a department nor a Request From.',
  }),
  requireRequestFrom: Type.Boolean({ description: 'An envelope names at least one Request From.' }),
  requireBusinessUnit: Type.Boolean({ description: 'A webhook names at least one business unit.' }),
  requireHttps: Type.Boolean({ description: 'In PRODUCTION a URL begins with https://.' }),
  requiredFields: Type.Array(enumOf(requiredFields), {
    uniqueItems: true,
    description: 'What has to be said when a webhook is created, beside its name and URL.',
  }),
  authTypes: Type.Array(enumOf(authTypes), {
    minItems: 1,
    uniqueItems: true,
    description: 'How a webhook may authenticate to its receiver.',
  }),
  defaultEventsMode: Type.Unsafe<'all' | 'only'>({
    ...enumOf(['all', 'only']),
    description:
      'How `events` without a mode are read: `all` but the named ones (opt-out), or `only` these (opt-in).',
  }),
  defaultReceives: Type.Unsafe<'matching' | 'unrouted'>({
    ...enumOf(['matching', 'unrouted']),
    description: 'What a webhook receives that names neither a department nor a Request From.',
  }),
  defaultDialect: Type.String({ description: 'The receiver format.' }),
  defaultSuccess: SuccessRule,
  defaultRetrySchedule: Type.Array(Duration, { maxItems: limit('retry_steps_max') }),
};
const Policies = Type.Object(policyFields);
const PoliciesInput = Type.Partial(Policies, { additionalProperties: false });

const settings = {
  plan: Type.Optional(enumOf(planNames)),
  profile: Type.Optional(enumOf(profileNames)),
  policies: Type.Optional(PoliciesInput),
};
export const OrganizationBody = closed({ name: Name, ...settings });
export const OrganizationPatch = closed({ name: Type.Optional(Name), ...settings });
export const Organization = Type.Object({
  id: Uuid,
  name: Type.String(),
  plan: enumOf(planNames),
  profile: enumOf(profileNames),
  policies: Type.Unsafe({ ...Policies, description: 'As they are in force.' }),
  createdAt: Time,
  updatedAt: Time,
});
export const Profile = Type.Object({ name: enumOf(profileNames), policies: Policies });
