// What an organization pays for. A plan includes a feature or not; nothing else looks at its name.

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
