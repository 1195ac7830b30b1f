// One topic of the tree: the whole of it, and its types below when it is open.
import { ActionIcon, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventType, Topic } from '../../../api/types.ts';
import { patternOf } from '../chosen-types.ts';
import classes from './events-tree.module.css';

interface TopicBranchProps {
  readonly topic: Topic;
  readonly types: readonly EventType[];
  readonly chosen: readonly string[];
  /** What was found is shown. */
  readonly isSearched: boolean;
  readonly onToggle: (pattern: string) => void;
}

export function TopicBranch({ topic, types, chosen, isSearched, onToggle }: TopicBranchProps) {
  const { t } = useTranslation();
  const pattern = patternOf(topic.topic);
  const isWhole = chosen.includes(pattern);
  const single = types.filter(({ type }) => chosen.includes(type)).length;
  const [opened, setOpened] = useState(single > 0);
  const isOpen = opened || isSearched;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div className={classes['topic']}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('form.events.open', { topic: topic.title })}
          aria-expanded={isOpen}
          onClick={() => setOpened(!isOpen)}
        >
          <Chevron size={18} className={isOpen ? undefined : 'mirrored'} />
        </ActionIcon>
        <Checkbox
          checked={isWhole}
          indeterminate={!isWhole && single > 0}
          onChange={() => onToggle(pattern)}
          label={
            <>
              <Text span size="sm" fw={600}>
                {topic.title}
              </Text>{' '}
              <Text span size="sm" c="dimmed">
                <bdi dir="ltr" className={classes['type'] ?? ''}>
                  {pattern}
                </bdi>{' '}
                · {t('form.events.count', { count: types.length })}
              </Text>
            </>
          }
        />
      </Group>
      {isOpen && (
        <Stack gap={6} className={classes['types'] ?? ''}>
          {types.map(({ type, title, meaning }) => (
            <Checkbox
              key={type}
              checked={isWhole || chosen.includes(type)}
              disabled={isWhole}
              onChange={() => onToggle(type)}
              label={
                <>
                  <bdi dir="ltr" className={classes['type'] ?? ''}>
                    {type}
                  </bdi>{' '}
                  <Text span size="sm" c="dimmed">
                    {title}
                  </Text>
                </>
              }
              description={<bdi>{meaning}</bdi>}
            />
          ))}
        </Stack>
      )}
    </div>
  );
}
