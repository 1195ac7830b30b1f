// The event types of the catalogue by topic: single ones, or a whole topic with all types that it will ever have.
import { Button, Checkbox, Group, Paper, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { eventTypesOptions, topicsOptions } from '../../../api/catalogue.ts';
import { findTypes } from '../../../parts/find-types.ts';
import { FieldGroup } from '../../../ui/field-group.tsx';
import { Waiting } from '../../../ui/loaded.tsx';
import { Problem } from '../../../ui/problem.tsx';
import { patternOf, withAll, withToggled } from '../chosen-types.ts';
import { useWebhookForm } from './context.ts';
import classes from './events-tree.module.css';
import { TopicBranch } from './topic-branch.tsx';

interface EventsTreeProps {
  readonly label: string;
  readonly description: string;
  readonly path: 'events.types' | 'events.except';
}

export default function EventsTree({ label, description, path }: EventsTreeProps) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const [q, setQ] = useState('');
  const topics = useQuery(topicsOptions());
  const types = useQuery(eventTypesOptions());
  const chosen = path === 'events.types' ? form.values.events.types : form.values.events.except;
  const set = (patterns: string[]) => {
    form.setFieldValue(path, patterns);
    form.clearFieldError(path);
  };
  const problem = topics.error ?? types.error;
  if (problem) return <Problem error={problem} />;
  if (!topics.data || !types.data) return <Waiting lines={8} />;
  const found = findTypes(topics.data.data, types.data.data, { q });
  const error = form.errors[path];
  return (
    <FieldGroup label={label} hint={description}>
      <Group gap="xs">
        <TextInput
          type="search"
          aria-label={t('form.events.search')}
          placeholder={t('form.events.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
          flex="1 1 200px"
          data-path={path}
        />
        <Button
          variant="default"
          size="sm"
          onClick={() =>
            set(
              withAll(
                chosen,
                found.flatMap((branch) => branch.types.map(({ type }) => type)),
              ),
            )
          }
        >
          {t(q === '' ? 'form.events.selectAll' : 'form.events.selectFound')}
        </Button>
        <Button variant="default" size="sm" disabled={chosen.length === 0} onClick={() => set([])}>
          {t('form.events.clear')}
        </Button>
      </Group>
      <Paper withBorder className={classes['tree'] ?? ''} data-wrong={error !== undefined || undefined}>
        {found.map(({ topic, types: ofTopic }) => (
          <TopicBranch
            key={topic.topic}
            topic={topic}
            types={ofTopic}
            chosen={chosen}
            isSearched={q !== ''}
            onToggle={(pattern) => set(withToggled(chosen, pattern))}
          />
        ))}
        {found.length === 0 && (
          <Text p="md" c="dimmed" role="status">
            {t('common.nothingFound')}
          </Text>
        )}
      </Paper>
      {error && (
        <Text size="sm" c="var(--mantine-color-error)">
          {error}
        </Text>
      )}
      <Unknown
        patterns={chosen}
        known={[
          ...types.data.data.map(({ type }) => type),
          ...topics.data.data.map(({ topic }) => patternOf(topic)),
        ]}
        onRemove={(pattern) => set(withToggled(chosen, pattern))}
      />
      <Text size="sm" role="status">
        {t('form.events.chosen', { count: chosen.length })}
      </Text>
    </FieldGroup>
  );
}

interface UnknownProps {
  readonly patterns: readonly string[];
  readonly known: readonly string[];
  readonly onRemove: (pattern: string) => void;
}

/** What was chosen by API in other words than the tree has. */
function Unknown({ patterns, known, onRemove }: UnknownProps) {
  const others = patterns.filter((pattern) => !known.includes(pattern));
  return others.map((pattern) => (
    <Checkbox
      key={pattern}
      checked
      label={<bdi dir="ltr">{pattern}</bdi>}
      onChange={() => onRemove(pattern)}
    />
  ));
}
