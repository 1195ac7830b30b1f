// One organization: its name, plan, profile and policies.
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { organizationOptions } from '../../api/tenants.ts';
import type { Organization } from '../../api/types.ts';
import { useMay } from '../../place.ts';
import { organizationRoute } from '../../routes.ts';
import { Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Page } from '../../ui/page.tsx';
import { Time } from '../../ui/time.tsx';
import { Plan } from './plan.tsx';
import { PolicyForm } from './policy-form.tsx';
import { Rename } from './rename.tsx';

export function OrganizationPage() {
  const { t } = useTranslation();
  const { orgId } = organizationRoute.useParams();
  const query = useQuery(organizationOptions(orgId));
  return (
    <Page title={t('organization.title')}>
      <Loaded query={query}>{(organization) => <Parts organization={organization} />}</Loaded>
    </Page>
  );
}

function Parts({ organization }: { readonly organization: Organization }) {
  const { t } = useTranslation();
  const mayWrite = useMay()('organization:write');
  const { id, name, createdAt, updatedAt } = organization;
  return (
    <Stack gap="md" maw={760}>
      {mayWrite && <Rename key={name} organization={organization} />}
      <Plan organization={organization} />
      <PolicyForm key={updatedAt} organization={organization} mayWrite={mayWrite} />
      <Facts
        facts={[
          !mayWrite && { name: t('common.name'), value: <bdi>{name}</bdi> },
          { name: t('common.id'), value: <Mono copyLabel={t('common.copyId')}>{id}</Mono> },
          { name: t('common.created'), value: <Time at={createdAt} focusable /> },
          { name: t('common.updated'), value: <Time at={updatedAt} focusable /> },
        ]}
      />
    </Stack>
  );
}
