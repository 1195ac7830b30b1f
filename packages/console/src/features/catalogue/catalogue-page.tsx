// The event catalogue: every type by topic, with what it means.
import { Button, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { eventTypesOptions, topicsOptions } from '../../api/catalogue.ts';
import type { Topic } from '../../api/types.ts';
import { type Found, findTypes } from '../../parts/find-types.ts';
import { usePlace } from '../../place.ts';
import { catalogueRoute } from '../../routes.ts';
import { Empty } from '../../ui/empty.tsx';
import { TextLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Page } from '../../ui/page.tsx';
import { SeverityPill } from '../../ui/severity.tsx';
import classes from './catalogue-page.module.css';

type Search = ReturnType<typeof catalogueRoute.useSearch>;

export function CataloguePage() {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const search = catalogueRoute.useSearch();
  const topics = useQuery(topicsOptions());
  const types = useQuery(eventTypesOptions());
  const go = (next: Search) =>
    navigate({ to: '/$appId/$env/catalog', params: place, search: next, replace: true });
  return (
    <Page title={t('nav.catalogue')} lead={t('catalogue.lead')}>
      <Stack gap="md">
        <Filters search={search} topics={topics.data?.data ?? []} onChange={(next) => void go(next)} />
        <Loaded query={topics} lines={12}>
          {({ data: allTopics }) => (
            <Loaded query={types} lines={12}>
              {({ data: allTypes }) => (
                <Groups found={findTypes(allTopics, allTypes, search)} onClear={() => void go({})} />
              )}
            </Loaded>
          )}
        </Loaded>
      </Stack>
    </Page>
  );
}

interface FiltersProps {
  readonly search: Search;
  readonly topics: readonly Topic[];
  readonly onChange: (search: Search) => void;
}

function Filters({ search, topics, onChange }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <Group gap="sm" role="search" aria-label={t('common.filters')}>
      <TextInput
        aria-label={t('catalogue.search')}
        placeholder={t('catalogue.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search.q ?? ''}
        onChange={(event) => onChange({ ...search, q: event.currentTarget.value || undefined })}
        w={{ base: '100%', xs: 300 }}
      />
      <Select
        aria-label={t('catalogue.topic')}
        placeholder={t('catalogue.topic')}
        data={topics.map(({ topic, title }) => ({ value: topic, label: title }))}
        value={search.topic ?? null}
        onChange={(topic) => onChange({ ...search, topic: topic ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clearFilters') }}
        w={{ base: '100%', xs: 220 }}
      />
    </Group>
  );
}

function Groups({ found, onClear }: { readonly found: readonly Found[]; readonly onClear: () => void }) {
  const { t } = useTranslation();
  const count = found.reduce((sum, { types }) => sum + types.length, 0);
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {t('catalogue.count', { count })}
      </Text>
      {count === 0 && (
        <Empty
          icon={<IconFilterOff size={40} />}
          title={t('catalogue.noMatch')}
          actions={<Button onClick={onClear}>{t('common.clearFilters')}</Button>}
        >
          {t('catalogue.noMatchHint')}
        </Empty>
      )}
      {found.map((group) => (
        <TopicGroup key={group.topic.topic} {...group} />
      ))}
    </>
  );
}

function TopicGroup({ topic, types }: Found) {
  const { t } = useTranslation();
  const place = usePlace();
  const titleId = `topic-${topic.topic}`;
  return (
    <Paper component="section" aria-labelledby={titleId} withBorder p="md" bg="var(--signpost-surface)">
      <Group justify="space-between" gap="sm" mb="sm" align="flex-start">
        <div>
          <Title order={2} fz="lg" id={titleId}>
            <bdi>{topic.title}</bdi>
          </Title>
          <Text size="sm" c="dimmed" maw={720}>
            <bdi>{topic.meaning}</bdi>
          </Text>
        </div>
        <span title={t('catalogue.wholeTopic')}>
          <Mono copyLabel={t('catalogue.copyPattern')}>{topic.pattern}</Mono>
        </span>
      </Group>
      <ul className={classes['list']}>
        {types.map(({ type, title, meaning, severity }) => (
          <li key={type}>
            <TextLink
              to="/$appId/$env/catalog/$type"
              params={{ ...place, type }}
              fw={600}
              size="sm"
              className="break"
            >
              <bdi dir="ltr">{type}</bdi>
            </TextLink>
            <div>
              <Group gap="xs">
                <Text size="sm" fw={550}>
                  <bdi>{title}</bdi>
                </Text>
                {severity !== 'info' && <SeverityPill severity={severity} />}
              </Group>
              <Text size="sm" c="dimmed">
                <bdi>{meaning}</bdi>
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
