// Whose events: by department, source system, business unit, template and trigger; or what nobody else takes.
import { Checkbox, Group, MultiSelect, Radio, Stack, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type DirectoryKind, directoryOptions } from '../../../api/directory.ts';
import { useOrganizationOf, usePlace } from '../../../place.ts';
import { Section } from '../../../ui/section.tsx';
import type { Policies } from '../form-values.ts';
import { useWebhookForm } from './context.ts';
import { OtherDefault } from './other-default.tsx';

interface RoutingProps {
  readonly webhookId: string | null;
  readonly policies: Policies;
}

export function Routing({ webhookId, policies }: RoutingProps) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { receives } = form.values.routing;
  return (
    <Section id="routing" title={t('webhook.section.routing')} lead={t('routing.lead')}>
      <Receives follows={policies.defaultReceives === 'unrouted'} />
      {receives !== 'unrouted' && (
        <>
          <Names kind="departments" path="routing.departments" label={t('routing.department')} />
          <Names kind="source-systems" path="routing.requestFrom" label={t('routing.requestFrom')} />
          <Names
            kind="business-units"
            path="routing.businessUnits"
            label={t('routing.businessUnit')}
            required={policies.requireBusinessUnit}
          />
          <Names kind="templates" path="routing.templates" label={t('routing.template')} />
        </>
      )}
      {policies.routing === 'one-default' && <OtherDefault webhookId={webhookId} />}
      <Checkbox.Group
        label={t('routing.triggers.label')}
        description={t('routing.triggers.hint')}
        withAsterisk={policies.requiredFields.includes('routing.triggers')}
        {...form.getInputProps('routing.triggers')}
      >
        <Group mt="xs" data-path="routing.triggers">
          <Checkbox value="page" label={t('routing.triggers.page')} />
          <Checkbox value="integration" label={t('routing.triggers.integration')} />
        </Group>
      </Checkbox.Group>
      {form.values.routing.triggers.includes('integration') && (
        <TagsInput
          label={t('routing.appId')}
          description={t('routing.appIdHint')}
          acceptValueOnBlur
          {...form.getInputProps('routing.appIds')}
        />
      )}
    </Section>
  );
}

/** @param follows whether the organization's policy decides where nothing else is chosen */
function Receives({ follows }: { readonly follows: boolean }) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  return (
    <Radio.Group label={t('routing.receives.label')} {...form.getInputProps('routing.receives')}>
      <Stack gap="xs" mt="xs">
        {follows && (
          <Radio value="usual" label={t('form.receivesUsual')} description={t('form.receivesUsualHint')} />
        )}
        <Radio
          value="matching"
          label={t('routing.receives.matching')}
          description={t('routing.receives.matchingHint')}
        />
        <Radio
          value="unrouted"
          label={t('routing.receives.unrouted')}
          description={t('routing.receives.unroutedHint')}
        />
      </Stack>
    </Radio.Group>
  );
}

interface NamesProps {
  readonly kind: DirectoryKind;
  readonly path:
    | 'routing.departments'
    | 'routing.requestFrom'
    | 'routing.businessUnits'
    | 'routing.templates';
  readonly label: string;
  readonly required?: boolean;
}

/** Names of the directory. A key that cannot read the directory lets them be typed. */
function Names({ kind, path, label, required = false }: NamesProps) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { appId } = usePlace();
  const organizationId = useOrganizationOf(appId)?.id ?? null;
  const { data } = useQuery({
    ...directoryOptions(organizationId ?? '', kind),
    enabled: organizationId !== null,
  });
  const description = required ? undefined : t('routing.anyWhenEmpty');
  const shared = { label, description, withAsterisk: required, ...form.getInputProps(path) };
  if (organizationId === null) return <TagsInput acceptValueOnBlur {...shared} />;
  return (
    <MultiSelect
      data={data?.map(({ name }) => name) ?? []}
      searchable
      clearable
      hidePickedOptions
      nothingFoundMessage={t('common.nothingFound')}
      {...shared}
    />
  );
}
