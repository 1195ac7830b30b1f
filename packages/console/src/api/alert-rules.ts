// The rules of an organization's alerts: when people are told, and who; and a test of whom they reach.
import { queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';
import type { AlertRulesChange } from './types.ts';

const path = '/api/v1/organizations/{orgId}/alert-rules';

export const alertRulesOptions = (orgId: string) =>
  queryOptions({
    queryKey: ['organizations', orgId, 'alert-rules'],
    queryFn: () => answered(http.GET(path, { params: { path: { orgId } } })),
  });

export const changeAlertRules = (orgId: string, body: AlertRulesChange) =>
  answered(http.PATCH(path, { params: { path: { orgId } }, body }));

/** @param to one address alone; empty: everybody whom the rules name */
export const sendTestAlert = (orgId: string, to: string) =>
  answered(http.POST(`${path}/test`, { params: { path: { orgId } }, body: to === '' ? {} : { to } }));
