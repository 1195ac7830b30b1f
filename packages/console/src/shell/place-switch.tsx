// Organization and application, and the way to others: a list that can be searched.
import { Combobox, Text, UnstyledButton, useCombobox, VisuallyHidden } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HomeOrganization } from '../api/home.ts';
import type { Current } from './current.ts';
import classes from './place-switch.module.css';

export function PlaceSwitch({ current }: { readonly current: Current }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setSearch('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const { home, organizationName, applicationName, place } = current;
  const choose = (value: string) => {
    combobox.closeDropdown();
    const [kind, id = ''] = value.split(' ');
    return kind === 'organization'
      ? navigate({ to: '/organizations/$orgId', params: { orgId: id } })
      : navigate({ to: '/$appId/$env', params: { appId: id, env: place?.env ?? 'DEVELOPMENT' } });
  };
  return (
    <Combobox
      store={combobox}
      width={320}
      position="bottom-start"
      onOptionSubmit={(value) => void choose(value)}
    >
      <Combobox.Target targetType="button">
        <UnstyledButton className={classes['target']} onClick={() => combobox.toggleDropdown()}>
          <span className={classes['names']}>
            <span className={classes['organization']}>{organizationName}</span>
            <span className={classes['application']}>{applicationName || t('place.none')}</span>
          </span>
          <VisuallyHidden>{t('place.switch')}</VisuallyHidden>
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t('place.search')}
          aria-label={t('place.search')}
        />
        <Combobox.Options aria-label={t('place.choose')}>
          <div className={classes['options']}>
            <Options
              organizations={home?.organizations ?? []}
              search={search}
              chosen={place?.appId ?? null}
            />
          </div>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface OptionsProps {
  readonly organizations: readonly HomeOrganization[];
  readonly search: string;
  readonly chosen: string | null;
}

function Options({ organizations, search, chosen }: OptionsProps) {
  const { t } = useTranslation();
  const wanted = search.trim().toLowerCase();
  const holds = (text: string) => text.toLowerCase().includes(wanted);
  const groups = organizations
    .map((organization) => ({
      ...organization,
      applications: holds(organization.name)
        ? organization.applications
        : organization.applications.filter(({ id, name }) => holds(name) || holds(id)),
    }))
    .filter(({ name, applications }) => applications.length > 0 || holds(name));
  if (groups.length === 0) return <Combobox.Empty>{t('common.nothingFound')}</Combobox.Empty>;
  return groups.map(({ id, name, applications }) => (
    <Combobox.Group key={id ?? 'key'} label={name || t('place.applications')}>
      {applications.map((application) => (
        <Combobox.Option
          key={application.id}
          value={`application ${application.id}`}
          active={application.id === chosen}
        >
          <Text size="sm">{application.name}</Text>
          <Text size="xs" c="dimmed" className="ltr">
            {application.id}
          </Text>
        </Combobox.Option>
      ))}
      {id !== null && (
        <Combobox.Option value={`organization ${id}`}>
          <Text size="sm" c="dimmed">
            {t('place.organizationSettings')}
          </Text>
        </Combobox.Option>
      )}
    </Combobox.Group>
  ));
}
