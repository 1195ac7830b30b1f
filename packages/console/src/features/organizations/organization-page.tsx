// One organization: its name and what it is.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { organizationOptions, renameOrganization } from '../../api/tenants.ts';
import type { Organization } from '../../api/types.ts';
import { May } from '../../parts/may.tsx';
import { organizationRoute } from '../../routes.ts';
import { useChange } from '../../ui/change.ts';
import { Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mono } from '../../ui/mono.tsx';
import { notify } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Section } from '../../ui/section.tsx';
import { useFieldErrors } from '../../ui/simple-form.tsx';
import { Time } from '../../ui/time.tsx';

export function OrganizationPage() {
  const { t } = useTranslation();
  const { orgId } = organizationRoute.useParams();
  const query = useQuery(organizationOptions(orgId));
  return (
    <Page title={t('organization.title')}>
      <Loaded query={query}>
        {(organization) => (
          <Stack gap="md" maw={760}>
            <May access="organization:write">
              <Rename key={organization.name} organization={organization} />
            </May>
            <Facts
              facts={[
                {
                  name: t('common.id'),
                  value: <Mono copyLabel={t('common.copyId')}>{organization.id}</Mono>,
                },
                { name: t('common.created'), value: <Time at={organization.createdAt} focusable /> },
                { name: t('common.updated'), value: <Time at={organization.updatedAt} focusable /> },
              ]}
            />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Rename({ organization }: { readonly organization: Organization }) {
  const { t } = useTranslation();
  const [name, setName] = useState(organization.name);
  const rename = useChange(
    () => renameOrganization(organization.id, name.trim()),
    [['organizations'], ['home']],
    () => notify(t('common.saved')),
  );
  const errors = useFieldErrors(rename.error, ['name']);
  return (
    <Section id="name" title={t('organization.name')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate(undefined);
        }}
      >
        <Stack>
          <TextInput
            label={t('common.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            error={errors['name']}
          />
          {rename.error && Object.keys(errors).length === 0 && <Problem error={rename.error} urgent />}
          <Group>
            <Button type="submit" loading={rename.isPending} disabled={name.trim() === organization.name}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
