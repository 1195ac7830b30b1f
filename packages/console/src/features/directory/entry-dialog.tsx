// Adding or changing an entry of the directory: its name, and what its kind has besides.
import { ActionIcon, Button, Group, MultiSelect, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeEntry,
  createEntry,
  type DirectoryEntry,
  type DirectoryInput,
  type DirectoryKind,
} from '../../api/directory.ts';
import { applicationsOptions } from '../../api/tenants.ts';
import { environments } from '../../api/types.ts';
import { webhooksOptions } from '../../api/webhooks.ts';
import { useChange } from '../../ui/change.ts';
import { notify } from '../../ui/notify.ts';
import { FormDialog, useFieldErrors } from '../../ui/simple-form.tsx';

interface Company {
  readonly name: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

interface EntryDialogProps {
  readonly orgId: string;
  readonly kind: DirectoryKind;
  /** null: a new one. */
  readonly entry: DirectoryEntry | null;
  readonly onClose: () => void;
}

export function EntryDialog({ orgId, kind, entry, onClose }: EntryDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(entry?.name ?? '');
  const [companies, setCompanies] = useState<readonly Company[]>(
    () =>
      entry?.companies?.map((company) => ({ name: company.name, fields: Object.entries(company.fields) })) ??
      [],
  );
  const [webhooks, setWebhooks] = useState<readonly string[]>(entry?.webhooks ?? []);
  const body: DirectoryInput = {
    name: name.trim(),
    ...(kind === 'business-units' && { companies: companies.map(toCompany) }),
    ...(kind === 'templates' && { webhooks }),
  };
  const save = useChange(
    () => (entry ? changeEntry(orgId, kind, entry.id, body) : createEntry(orgId, kind, body)),
    [['directory', orgId, kind]],
    () => {
      notify(t('common.saved'));
      onClose();
    },
  );
  const errors = useFieldErrors(save.error, ['name']);
  return (
    <FormDialog
      title={entry ? t('directory.editNamed', { name: entry.name }) : t(`directory.add.${kind}`)}
      action={t('common.save')}
      isPending={save.isPending}
      error={errors['name'] ? null : save.error}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
      size={kind === 'business-units' ? 'lg' : 'md'}
    >
      <TextInput
        label={t('common.name')}
        description={kind === 'source-systems' ? t('directory.hint.source-systems') : undefined}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        error={errors['name']}
        data-autofocus
      />
      {kind === 'business-units' && <Companies companies={companies} onChange={setCompanies} />}
      {kind === 'templates' && <Coupled orgId={orgId} chosen={webhooks} onChange={setWebhooks} />}
    </FormDialog>
  );
}

const toCompany = ({ name, fields }: Company) => ({
  name: name.trim(),
  fields: Object.fromEntries(
    fields.filter(([field]) => field.trim() !== '').map(([field, value]) => [field.trim(), value]),
  ),
});

interface CompaniesProps {
  readonly companies: readonly Company[];
  readonly onChange: (companies: readonly Company[]) => void;
}

function Companies({ companies, onChange }: CompaniesProps) {
  const { t } = useTranslation();
  const set = (index: number, company: Company) => onChange(companies.with(index, company));
  return (
    <Stack gap="sm">
      <Text size="sm" fw={500}>
        {t('directory.companies')}
      </Text>
      {companies.map((company, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <Paper key={index} withBorder p="sm" component="fieldset">
          <Stack gap="xs">
            <Group wrap="nowrap" align="flex-end" gap="xs">
              <TextInput
                label={t('directory.companyName', { number: index + 1 })}
                value={company.name}
                onChange={(event) => set(index, { ...company, name: event.currentTarget.value })}
                flex={1}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="input-sm"
                aria-label={t('directory.removeCompany', { number: index + 1 })}
                onClick={() => onChange(companies.toSpliced(index, 1))}
              >
                <IconTrash size={18} />
              </ActionIcon>
            </Group>
            <Fields fields={company.fields} onChange={(fields) => set(index, { ...company, fields })} />
          </Stack>
        </Paper>
      ))}
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...companies, { name: '', fields: [] }])}
      >
        {t('directory.addCompany')}
      </Button>
    </Stack>
  );
}

interface FieldsProps {
  readonly fields: Company['fields'];
  readonly onChange: (fields: Company['fields']) => void;
}

function Fields({ fields, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {fields.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <Group key={index} gap="xs" wrap="nowrap">
          <TextInput
            aria-label={t('directory.fieldName', { number: index + 1 })}
            placeholder={t('directory.fieldNameExample')}
            value={name}
            onChange={(event) => onChange(fields.with(index, [event.currentTarget.value, value]))}
            flex={1}
            miw={0}
            dir="ltr"
          />
          <TextInput
            aria-label={t('directory.fieldValue', { number: index + 1 })}
            value={value}
            onChange={(event) => onChange(fields.with(index, [name, event.currentTarget.value]))}
            flex={1}
            miw={0}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="input-sm"
            aria-label={t('directory.removeField', { number: index + 1 })}
            onClick={() => onChange(fields.toSpliced(index, 1))}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...fields, ['', '']])}
      >
        {t('directory.addField')}
      </Button>
    </>
  );
}

interface CoupledProps {
  readonly orgId: string;
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** The explicit webhooks of all the organization's environments: templates tell which of them fire. */
function Coupled({ orgId, chosen, onChange }: CoupledProps) {
  const { t } = useTranslation();
  const { data: applications } = useQuery(applicationsOptions(orgId));
  const places = (applications?.data ?? []).flatMap(({ id, name }) =>
    environments.map((env) => ({ appId: id, env, name })),
  );
  const lists = useQueries({ queries: places.map(({ appId, env }) => webhooksOptions({ appId, env })) });
  const groups = places.map(({ name, env }, index) => ({
    group: `${name} · ${t(`environment.name.${env}`)}`,
    items: (lists[index]?.data?.webhooks ?? []).map((webhook) => ({
      value: webhook.id,
      label: webhook.name,
    })),
  }));
  const known = new Set(groups.flatMap(({ items }) => items.map(({ value }) => value)));
  const unknown = chosen.filter((id) => !known.has(id)).map((id) => ({ value: id, label: id }));
  return (
    <MultiSelect
      label={t('directory.coupled')}
      description={t('directory.coupledHint')}
      data={[...groups.filter(({ items }) => items.length > 0), ...unknown]}
      value={[...chosen]}
      onChange={onChange}
      searchable
      clearable
      hidePickedOptions
    />
  );
}
