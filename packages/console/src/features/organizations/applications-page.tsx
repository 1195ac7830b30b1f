// The applications of an organization.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconApps, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applicationsOptions, createApplication } from '../../api/tenants.ts';
import { type Application, environments } from '../../api/types.ts';
import { May } from '../../parts/may.tsx';
import { organizationRoute } from '../../routes.ts';
import { useChange } from '../../ui/change.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { TextLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mono } from '../../ui/mono.tsx';
import { notify } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { FormDialog, useFieldErrors } from '../../ui/simple-form.tsx';
import { Time } from '../../ui/time.tsx';

export function ApplicationsPage() {
  const { t } = useTranslation();
  const { orgId } = organizationRoute.useParams();
  const query = useQuery(applicationsOptions(orgId));
  const [adding, setAdding] = useState(false);
  const isEmpty = query.data?.data.length === 0;
  const add = (
    <May access="organization:write">
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
        {t('home.addApplication')}
      </Button>
    </May>
  );
  return (
    <Page title={t('applications.title')} lead={t('applications.lead')} actions={!isEmpty && add}>
      <Loaded query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty icon={<IconApps size={40} />} title={t('applications.none')} actions={add}>
              {t('home.noApplicationHint')}
            </Empty>
          ) : (
            <ApplicationTable applications={data} />
          )
        }
      </Loaded>
      {adding && <AddApplication orgId={orgId} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function ApplicationTable({ applications }: { readonly applications: readonly Application[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<Application>[] = [
    {
      id: 'name',
      header: t('common.name'),
      isName: true,
      cell: ({ name }) => (
        <Text fw={600} size="sm">
          {name}
        </Text>
      ),
    },
    { id: 'id', header: t('common.id'), cell: ({ id }) => <Mono copyLabel={t('common.copyId')}>{id}</Mono> },
    {
      id: 'environments',
      header: t('applications.environments'),
      cell: ({ id, name }) => (
        <Group gap="sm">
          {environments.map((env) => (
            <TextLink
              key={env}
              to="/$appId/$env"
              params={{ appId: id, env }}
              size="sm"
              aria-label={`${name}: ${t(`environment.name.${env}`)}`}
            >
              {t(`environment.name.${env}`)}
            </TextLink>
          ))}
        </Group>
      ),
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
      caption={t('applications.title')}
      columns={columns}
      rows={applications}
      idOf={({ id }) => id}
    />
  );
}

function AddApplication({ orgId, onClose }: { readonly orgId: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [id, setId] = useState('');
  const create = useChange(
    () => createApplication(orgId, { name: name.trim(), ...(id.trim() !== '' && { id: id.trim() }) }),
    [['organizations', orgId, 'applications'], ['home']],
    (application) => {
      notify(t('applications.added', { name: application.name }));
      onClose();
    },
  );
  const errors = useFieldErrors(create.error, ['name', 'id']);
  return (
    <FormDialog
      title={t('home.addApplication')}
      action={t('home.addApplication')}
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
      <TextInput
        label={t('common.id')}
        description={t('applications.idHint')}
        placeholder="appId_…"
        dir="ltr"
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
        error={errors['id']}
      />
    </FormDialog>
  );
}
