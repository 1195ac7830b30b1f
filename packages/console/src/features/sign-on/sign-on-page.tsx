// Identity providers: of an organization, or of the whole server.
import { Button } from '@mantine/core';
import { IconId, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { identityProvidersOptions } from '../../api/identity-providers.ts';
import { OperatorsOnly } from '../../parts/operators-only.tsx';
import { ReadersOnly } from '../../parts/readers-only.tsx';
import { organizationRoute } from '../../routes.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { ProviderDialog } from './provider-dialog.tsx';
import { ProviderTable } from './provider-table.tsx';

export function SignOnPage() {
  const { t } = useTranslation();
  const { orgId } = organizationRoute.useParams();
  return (
    <ReadersOnly access="identity-providers:read" title={t('signOn.title')}>
      <Providers orgId={orgId} />
    </ReadersOnly>
  );
}

export function ServerSignOnPage() {
  const { t } = useTranslation();
  return (
    <OperatorsOnly title={t('signOn.title')}>
      <Providers orgId={null} />
    </OperatorsOnly>
  );
}

/** Whoever may read these may change them too. */
function Providers({ orgId }: { readonly orgId: string | null }) {
  const { t } = useTranslation();
  const query = useQuery(identityProvidersOptions(orgId));
  const [adding, setAdding] = useState(false);
  const isEmpty = query.data?.data.length === 0;
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t('signOn.add')}
    </Button>
  );
  return (
    <Page
      title={t('signOn.title')}
      lead={t(orgId === null ? 'signOn.leadServer' : 'signOn.lead')}
      actions={!isEmpty && add}
    >
      <Loaded query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty icon={<IconId size={40} />} title={t('signOn.none')} actions={add}>
              {t('signOn.noneHint')}
            </Empty>
          ) : (
            <ProviderTable orgId={orgId} providers={data} />
          )
        }
      </Loaded>
      {adding && <ProviderDialog orgId={orgId} present={null} onClose={() => setAdding(false)} />}
    </Page>
  );
}
