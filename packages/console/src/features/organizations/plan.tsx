// What the organization has paid for. Only the operator of the server changes it.
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { homeOptions } from '../../api/home.ts';
import { changeOrganization } from '../../api/tenants.ts';
import { type Organization, plans } from '../../api/types.ts';
import { useChange } from '../../ui/change.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { notify } from '../../ui/notify.ts';
import { Section } from '../../ui/section.tsx';

export function Plan({ organization }: { readonly organization: Organization }) {
  const { t } = useTranslation();
  const { data: home } = useQuery(homeOptions());
  const { plan } = organization;
  return (
    <Section id="plan" title={t('organization.plan')}>
      <Text>
        <Text span fw={600}>
          {t(`organization.plans.${plan}`)}
        </Text>{' '}
        — {t(plan === 'professional' ? 'organization.withWebhooks' : 'organization.withoutWebhooks')}
      </Text>
      {home?.isOperator ? (
        <Change organization={organization} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('organization.planByOperator')}
        </Text>
      )}
    </Section>
  );
}

function Change({ organization: { id, name, plan } }: { readonly organization: Organization }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(plan);
  const [asking, setAsking] = useState(false);
  const change = useChange(
    () => changeOrganization(id, { plan: chosen }),
    [['organizations'], ['webhooks']],
    () => {
      setAsking(false);
      notify(t('common.saved'));
    },
  );
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        <Select
          label={t('organization.changePlan')}
          data={plans.map((value) => ({ value, label: t(`organization.plans.${value}`) }))}
          value={chosen}
          onChange={(value) => value && setChosen(value)}
          allowDeselect={false}
        />
        <Button variant="default" disabled={chosen === plan} onClick={() => setAsking(true)}>
          {t('common.save')}
        </Button>
      </Group>
      {asking && (
        <Confirm
          title={t('organization.planTitle', { name, plan: t(`organization.plans.${chosen}`) })}
          action={t('organization.changePlan')}
          isPending={change.isPending}
          error={change.error}
          onConfirm={() => change.mutate(undefined)}
          onClose={() => setAsking(false)}
        >
          {t(chosen === 'professional' ? 'organization.planUp' : 'organization.planDown')}
        </Confirm>
      )}
    </Stack>
  );
}
