// The profile of an organization, and the policies that it presets; each can be changed by itself.
import { Button, Group, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeOrganization, profilesOptions } from '../../api/tenants.ts';
import { type Organization, type Policies, profileNames, profileTitles } from '../../api/types.ts';
import { useChange } from '../../ui/change.ts';
import { notify } from '../../ui/notify.ts';
import { Problem } from '../../ui/problem.tsx';
import { Section } from '../../ui/section.tsx';
import { useFieldErrors } from '../../ui/simple-form.tsx';
import { changedPolicies } from './changed-policies.ts';
import { PolicyFields, policyNames } from './policy-fields.tsx';

interface PolicyFormProps {
  readonly organization: Organization;
  readonly mayWrite: boolean;
}

export function PolicyForm({ organization, mayWrite }: PolicyFormProps) {
  const { t } = useTranslation();
  const [profile, setProfile] = useState(organization.profile);
  const [policies, setPolicies] = useState<Policies>(organization.policies);
  const { data: profiles } = useQuery(profilesOptions());
  const preset = profiles?.data.find(({ name }) => name === profile)?.policies ?? null;
  const isOther = profile !== organization.profile;
  const changed = changedPolicies(
    isOther ? (preset ?? organization.policies) : organization.policies,
    policies,
  );
  const save = useChange(
    () => changeOrganization(organization.id, { ...(isOther && { profile }), policies: changed }),
    [['organizations'], ['webhooks']],
    () => notify(t('common.saved')),
  );
  const errors = useFieldErrors(
    save.error,
    policyNames.map((name) => `policies.${name}`),
  );
  const choose = (name: string | null) => {
    const next = profiles?.data.find((known) => known.name === name);
    if (!next) return;
    setProfile(next.name);
    setPolicies(next.name === organization.profile ? organization.policies : next.policies);
  };
  return (
    <Section id="policies" title={t('organization.policies')} lead={t('organization.policiesLead')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <Stack>
          <Select
            label={t('organization.profile')}
            description={t(isOther ? 'organization.profileOther' : 'organization.profileHint')}
            data={profileNames.map((value) => ({ value, label: profileTitles[value] }))}
            value={profile}
            onChange={choose}
            allowDeselect={false}
            disabled={!mayWrite}
          />
          <PolicyFields
            policies={policies}
            preset={preset}
            onChange={(change) => setPolicies({ ...policies, ...change })}
            errors={errors}
            disabled={!mayWrite}
          />
          {save.error && Object.keys(errors).length === 0 && <Problem error={save.error} urgent />}
          {mayWrite && (
            <Group>
              <Button
                type="submit"
                loading={save.isPending}
                disabled={!isOther && Object.keys(changed).length === 0}
              >
                {t('common.save')}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Section>
  );
}
