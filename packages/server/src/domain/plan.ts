// What an organization pays for. A plan includes a feature or not; nothing else looks at its name.
import { Refusal } from './errors.ts';

export type Plan = 'trial' | 'basic' | 'professional';

/** Features that a plan may leave out. */
export type Feature = 'webhooks';

const included: Readonly<Record<Plan, Readonly<Record<Feature, boolean>>>> = {
  trial: { webhooks: false },
  basic: { webhooks: false },
  professional: { webhooks: true },
};

export const planNames = Object.keys(included) as readonly Plan[];
export const usualPlan: Plan = 'professional';

export function includes(plan: Plan, feature: Feature): boolean {
  return included[plan][feature];
}

/** @throws Refusal `plan_excludes_…` */
export function assertIncluded(plan: Plan, feature: Feature): void {
  if (!includes(plan, feature)) throw new Refusal(`plan_excludes_${feature}`, { plan });
}
