// Which policies differ from what they would be otherwise: only these are sent. Pure.
import type { Policies } from '../../api/types.ts';

export function changedPolicies(before: Policies, after: Policies): Partial<Policies> {
  const names = Object.keys(after) as (keyof Policies)[];
  // Their order is no difference.
  const said = (value: Policies[keyof Policies], name: keyof Policies) =>
    JSON.stringify(isSet(name) ? [...(value as readonly string[])].sort() : value);
  const changed = names.filter((name) => said(before[name], name) !== said(after[name], name));
  return Object.fromEntries(changed.map((name) => [name, after[name]]));
}

const isSet = (name: keyof Policies) => name === 'requiredFields' || name === 'authTypes';
