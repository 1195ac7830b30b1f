// All organizations of this server.
import { Button, Select, Text, TextInput } from '@mantine/core';
import { IconBuildingCommunity, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createOrganization, organizationsOptions } from '../../api/tenants.ts';
import { type Organization, plans, profileNames, profileTitles } from '../../api/types.ts';
import { useChange } from '../../ui/change.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { TextLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Page } from '../../ui/page.tsx';
import { FormDialog, useFieldErrors } from '../../ui/simple-form.tsx';
import { Time } from '../../ui/time.tsx';

export function OrganizationsPage() {
  const { t } = useTranslation();
  const query = useQuery(organizationsOptions());
  const [adding, setAdding] = useState(false);
  const isEmpty = query.data?.data.length === 0;
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t('organizations.add')}
    </Button>
  );
  return (
    <Page title={t('organizations.title')} lead={t('organizations.lead')} actions={!isEmpty && add}>
      <Loaded query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty icon={<IconBuildingCommunity size={40} />} title={t('home.noOrganization')} actions={add}>
              {t('home.noOrganizationHint')}
            </Empty>
          ) : (
            <OrganizationTable organizations={data} />
          )
        }
      </Loaded>
      {adding && <AddOrganization onClose={() => setAdding(false)} />}
    </Page>
  );
}

function OrganizationTable({ organizations }: { readonly organizations: readonly Organization[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<Organization>[] = [
    {
      id: 'name',
      header: t('common.name'),
      isName: true,
      cell: ({ id, name }) => (
        <TextLink to="/organizations/$orgId" params={{ orgId: id }} fw={600} size="sm" className="break">
          {name}
        </TextLink>
      ),
    },
    {
      id: 'id',
      header: t('common.id'),
      cell: ({ id }) => (
        <Mono truncated copyLabel={t('common.copyId')}>
          {id}
        </Mono>
      ),
    },
    { id: 'plan', header: t('organization.plan'), cell: ({ plan }) => t(`organization.plans.${plan}`) },
    {
      id: 'profile',
      header: t('organization.profile'),
      cell: ({ profile }) => <bdi>{profileTitles[profile]}</bdi>,
    },
    {
      id: 'created',
      header: t('common.created'),
      narrow: true,
      cell: ({ createdAt }) => <Time at={createdAt} />,
    },
  ];
  return (
    <DataTable
      caption={t('organizations.title')}
      columns={columns}
      rows={organizations}
      idOf={({ id }) => id}
    />
  );
}

function AddOrganization({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [plan, setPlan] = useState<Organization['plan']>('professional');
  const [profile, setProfile] = useState<Organization['profile']>('signpost');
  const create = useChange(
    () => createOrganization({ name: name.trim(), plan, profile }),
    [['organizations'], ['home']],
    ({ id }) => {
      onClose();
      void navigate({ to: '/organizations/$orgId/applications', params: { orgId: id } });
    },
  );
  const errors = useFieldErrors(create.error, ['name']);
  return (
    <FormDialog
      title={t('organizations.add')}
      action={t('organizations.add')}
      isPending={create.isPending}
      error={Object.keys(errors).length > 0 ? null : create.error}
      onSubmit={() => create.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        label={t('common.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        error={errors['name']}
        data-autofocus
      />
      <Select
        label={t('organization.plan')}
        data={plans.map((value) => ({ value, label: t(`organization.plans.${value}`) }))}
        value={plan}
        onChange={(value) => value && setPlan(value)}
        allowDeselect={false}
      />
      <Select
        label={t('organization.profile')}
        description={t('organization.profileHint')}
        data={profileNames.map((value) => ({ value, label: profileTitles[value] }))}
        value={profile}
        onChange={(value) => value && setProfile(value)}
        allowDeselect={false}
      />
      <Text size="sm" c="dimmed">
        {t('organizations.addHint')}
      </Text>
    </FormDialog>
  );
}
