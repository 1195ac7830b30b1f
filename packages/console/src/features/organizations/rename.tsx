// Another name for an organization.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeOrganization } from '../../api/tenants.ts';
import type { Organization } from '../../api/types.ts';
import { useChange } from '../../ui/change.ts';
import { notify } from '../../ui/notify.ts';
import { Problem } from '../../ui/problem.tsx';
import { Section } from '../../ui/section.tsx';
import { useFieldErrors } from '../../ui/simple-form.tsx';

export function Rename({ organization }: { readonly organization: Organization }) {
  const { t } = useTranslation();
  const [name, setName] = useState(organization.name);
  const rename = useChange(
    () => changeOrganization(organization.id, { name: name.trim() }),
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
