// Pages, webhooks by name, and whatever a pasted id belongs to: typed, chosen with the arrows, gone to with Enter.
import { Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../api/types.ts';
import { Dialog } from '../ui/dialog.tsx';
import { type Found, findById } from './find-by-id.ts';
import classes from './palette.module.css';
import { type Goal, useGoals } from './use-goals.ts';

interface PaletteProps {
  readonly place: Place;
  readonly onClose: () => void;
}

export default function Palette({ place, onClose }: PaletteProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const goals = useGoals(place, typed);
  const go = useGo(place, onClose);
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setAt(Math.min(Math.max(at + by, 0), goals.length - 1));
    }
    const goal = goals[at];
    if (event.key === 'Enter' && goal) void go(goal);
  };
  return (
    <Dialog opened onClose={onClose} title={t('nav.find')} size="lg">
      <Stack gap="sm">
        <TextInput
          data-autofocus
          role="combobox"
          aria-expanded={goals.length > 0}
          aria-controls="palette-list"
          aria-activedescendant={goals.length > 0 ? `palette-${at}` : undefined}
          aria-label={t('palette.field')}
          placeholder={t('palette.field')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={press}
          autoComplete="off"
        />
        {goals.length === 0 ? (
          <Text size="sm" c="dimmed" role="status">
            {t('common.nothingFound')}
          </Text>
        ) : (
          <div id="palette-list" role="listbox" aria-label={t('palette.goals')} className={classes['list']}>
            {goals.map((goal, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
              <div
                key={goal.id}
                id={`palette-${index}`}
                role="option"
                aria-selected={index === at}
                className={classes['option']}
                onClick={() => void go(goal)}
                onPointerMove={() => setAt(index)}
              >
                <bdi>{goal.label}</bdi>
                <Text span size="sm" c="dimmed">
                  {t(`palette.kind.${goal.kind}`)}
                </Text>
              </div>
            ))}
          </div>
        )}
      </Stack>
    </Dialog>
  );
}

function useGo(place: Place, onClose: () => void): (goal: Goal) => Promise<void> {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return async (goal) => {
    onClose();
    if (goal.kind !== 'id') return navigate(goal.to as never);
    await navigate(linkTo(place, await findById(queryClient, place, goal.text)) as never);
  };
}

/** Where a thing is shown; what is no thing of this environment may still be an envelope. */
function linkTo(place: Place, found: Found): object {
  const { id } = found;
  switch (found.kind) {
    case 'event':
      return { to: '/$appId/$env/events/$eventId', params: { ...place, eventId: id } };
    case 'delivery':
      return {
        to: '/$appId/$env/events/$eventId',
        params: { ...place, eventId: found.eventId },
        search: { delivery: id },
      };
    case 'webhook':
      return { to: '/$appId/$env/webhooks/$webhookId', params: { ...place, webhookId: id } };
    case 'replay':
      return { to: '/$appId/$env/replays/$replayId', params: { ...place, replayId: id } };
    case 'alert':
      return { to: '/$appId/$env/alerts/$alertId', params: { ...place, alertId: id } };
    case 'other':
      return { to: '/$appId/$env/events', params: place, search: { q: id } };
  }
}
