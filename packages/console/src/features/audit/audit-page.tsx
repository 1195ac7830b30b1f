// Who did what, when, and what it was before: of one organization, or of the whole server.
import { IconFileDescription } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type AuditFilter, auditOptions } from '../../api/audit.ts';
import { OperatorsOnly } from '../../parts/operators-only.tsx';
import { ReadersOnly } from '../../parts/readers-only.tsx';
import { type AuditSearch, auditRoute, organizationRoute, serverAuditRoute } from '../../routes.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { ExportMenu } from './export-menu.tsx';

export function AuditPage() {
  const { t } = useTranslation();
  const { orgId } = organizationRoute.useParams();
  const search = auditRoute.useSearch();
  const navigate = useNavigate();
  return (
    <ReadersOnly access="audit:read" title={t('audit.title')}>
      <Log
        orgId={orgId}
        search={search}
        onSearch={(next) =>
          void navigate({ to: '/organizations/$orgId/audit', params: { orgId }, search: next })
        }
      />
    </ReadersOnly>
  );
}

export function ServerAuditPage() {
  const { t } = useTranslation();
  const search = serverAuditRoute.useSearch();
  const navigate = useNavigate();
  return (
    <OperatorsOnly title={t('audit.title')}>
      <Log
        orgId={null}
        search={search}
        onSearch={(next) => void navigate({ to: '/server/audit', search: next })}
      />
    </OperatorsOnly>
  );
}

interface LogProps {
  readonly orgId: string | null;
  readonly search: AuditSearch;
  readonly onSearch: (search: AuditSearch) => void;
}

function Log({ orgId, search, onSearch }: LogProps) {
  const { t } = useTranslation();
  const { cursor, ...filter } = search;
  const asked = filterOf(filter);
  const query = useQuery(auditOptions(orgId, asked, cursor));
  return (
    <Page
      title={t('audit.title')}
      lead={t(orgId === null ? 'audit.leadServer' : 'audit.lead')}
      actions={<ExportMenu orgId={orgId} filter={asked} />}
    >
      <AuditFilters search={search} onChange={onSearch} orgId={orgId} />
      <Loaded query={query} lines={10}>
        {({ data, nextCursor }) =>
          data.length === 0 ? (
            <Empty icon={<IconFileDescription size={40} />} title={t('audit.none')} />
          ) : (
            <>
              <AuditTable entries={data} busy={query.isPlaceholderData} />
              <Pager
                cursor={cursor}
                nextCursor={nextCursor}
                shown={data.length}
                onMove={(next) => onSearch({ ...filter, cursor: next })}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** A day is meant from its first moment to its last, where the reader is. */
function filterOf({ from, to, actor, action, kind, object }: Omit<AuditSearch, 'cursor'>): AuditFilter {
  const start = (day: string, days: number) => {
    const date = new Date(`${day}T00:00:00`);
    date.setDate(date.getDate() + days);
    return date.toISOString();
  };
  return {
    ...(actor !== undefined && { actor }),
    ...(action !== undefined && { action }),
    ...(kind !== undefined && { objectKind: kind }),
    ...(object !== undefined && { objectId: object }),
    ...(from !== undefined && { from: start(from, 0) }),
    ...(to !== undefined && { to: start(to, 1) }),
  };
}
