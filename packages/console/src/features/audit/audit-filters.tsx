// The filters of the audit log. Each is in the address, and takes effect at once.
import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { membersOptions } from '../../api/members.ts';
import { isGiven } from '../../lib/search.ts';
import { type AuditSearch, auditKinds, auditVerbs } from '../../routes.ts';

interface AuditFiltersProps {
  readonly orgId: string | null;
  readonly search: AuditSearch;
  readonly onChange: (search: AuditSearch) => void;
}

export function AuditFilters({ orgId, search, onChange }: AuditFiltersProps) {
  const { t } = useTranslation();
  const { cursor: _, ...given } = search;
  const actors = useActors(orgId, search.actor);
  const verb = search.action?.split('.').at(-1) ?? null;
  const kinds = auditKinds.map((value) => ({ value, label: t(`audit.kind.${value}`) }));
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={t('common.filters')}>
      <Select
        label={t('audit.what')}
        placeholder={t('common.any')}
        data={kinds}
        value={search.kind ?? null}
        onChange={(value) => onChange({ ...given, kind: known(value), action: undefined })}
        clearable
        searchable
        w={{ base: '100%', xs: 190 }}
      />
      <Select
        label={t('audit.done')}
        placeholder={t('common.any')}
        data={auditVerbs.map((value) => ({ value, label: t(`audit.verb.${value}`) }))}
        value={verb}
        disabled={search.kind === undefined}
        onChange={(value) =>
          onChange({ ...given, action: value === null ? undefined : `${search.kind}.${value}` })
        }
        clearable
        w={{ base: '100%', xs: 150 }}
      />
      <Select
        label={t('audit.who')}
        placeholder={t('common.any')}
        data={actors}
        value={search.actor ?? null}
        onChange={(value) => onChange({ ...given, actor: value ?? undefined })}
        clearable
        searchable
        w={{ base: '100%', xs: 220 }}
      />
      {(['from', 'to'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          label={t(`audit.${name}`)}
          w={{ base: '100%', xs: 150 }}
          value={search[name] ?? ''}
          onChange={(event) => onChange({ ...given, [name]: event.currentTarget.value || undefined })}
        />
      ))}
      {isGiven(given) && (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={() => onChange({})}
        >
          {t('common.clearFilters')}
        </Button>
      )}
    </Group>
  );
}

const known = (value: string | null) => auditKinds.find((kind) => kind === value);

/** The members, and those who are nobody's member. Whoever is asked for by address alone is there by id. */
function useActors(orgId: string | null, chosen: string | undefined) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...membersOptions(orgId ?? ''), enabled: orgId !== null });
  const others = (['root', 'system', 'anonymous'] as const).map((value) => ({
    value: value as string,
    label: t(`audit.actor.${value}`),
  }));
  const members = (data?.data ?? []).map(({ id, name, email }) => ({
    value: id,
    label: `${name} (${email})`,
  }));
  const all = [...members, ...others];
  const isListed = chosen === undefined || all.some(({ value }) => value === chosen);
  return isListed ? all : [...all, { value: chosen, label: chosen }];
}
