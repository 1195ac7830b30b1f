// The audit log: of an organization, or of the whole server.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';
import type { paths } from './schema.gen.ts';

type Query = NonNullable<paths['/api/v1/audit']['get']['parameters']['query']>;
export type AuditFilter = Omit<Query, 'limit' | 'cursor'>;

const pageItems = 50;

/** @param orgId null: of the whole server */
export const auditOptions = (orgId: string | null, filter: AuditFilter, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['audit', orgId, filter, cursor ?? null],
    queryFn: () => {
      const query = { ...filter, limit: pageItems, ...(cursor !== undefined && { cursor }) };
      return orgId === null
        ? answered(http.GET('/api/v1/audit', { params: { query } }))
        : answered(http.GET('/api/v1/organizations/{orgId}/audit', { params: { path: { orgId }, query } }));
    },
    placeholderData: keepPreviousData,
  });

/** All that the filter finds, as a text to be saved. */
export const exportAudit = (orgId: string | null, filter: AuditFilter, format: 'csv' | 'ndjson') => {
  const query = { ...filter, format };
  const whole =
    orgId === null
      ? http.GET('/api/v1/audit/export', { params: { query }, parseAs: 'text' })
      : http.GET('/api/v1/organizations/{orgId}/audit/export', {
          params: { path: { orgId }, query },
          parseAs: 'text',
        });
  return answered<string>(whole);
};
