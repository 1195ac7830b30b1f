// Organizations and profiles, as the API takes and shows them.
import { type Static, type TSchema, Type } from 'typebox';
import { authTypes } from '../../domain/auth.ts';
import { limit } from '../../domain/limits.ts';
import { planNames } from '../../domain/plan.ts';
import { policyMeanings, profileNames, requiredFields } from '../../domain/profiles.ts';
import { closed, Duration, enumOf, Name, Time, Uuid } from './common.ts';
import { SuccessRule } from './webhooks.ts';

/** The meaning of a policy as the description of its field. */
const policy = <T extends TSchema>(name: keyof typeof policyMeanings, schema: T) =>
  Type.Unsafe<Static<T>>({ ...schema, description: policyMeanings[name] });

const flag = Type.Boolean();
const policyFields = {
  changeOnlyWhileDisabled: policy('changeOnlyWhileDisabled', flag),
  routing: policy('routing', enumOf(['open', 'one-default'])),
  requireRequestFrom: policy('requireRequestFrom', flag),
  requireBusinessUnit: policy('requireBusinessUnit', flag),
  requireHttps: policy('requireHttps', flag),
  requireTwoFactor: policy('requireTwoFactor', flag),
  requiredFields: policy('requiredFields', Type.Array(enumOf(requiredFields), { uniqueItems: true })),
  authTypes: policy('authTypes', Type.Array(enumOf(authTypes), { minItems: 1, uniqueItems: true })),
  defaultEventsMode: policy('defaultEventsMode', enumOf(['all', 'only'])),
  defaultReceives: policy('defaultReceives', enumOf(['matching', 'unrouted'])),
  defaultDialect: policy('defaultDialect', Type.String()),
  defaultSuccess: policy('defaultSuccess', SuccessRule),
  defaultRetrySchedule: policy(
    'defaultRetrySchedule',
    Type.Array(Duration, { maxItems: limit('retry_steps_max') }),
  ),
};
export const Policies = Type.Object(policyFields);
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
