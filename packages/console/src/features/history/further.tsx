// What an answer left unlooked at in a long history: the search goes on by itself for a while, says how far it has come, and can be
// stopped and taken up again.
import { Button, Group, Text } from '@mantine/core';
import { IconHistory, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { now } from '../../lib/now.ts';
import { useStable } from '../../lib/use-stable.ts';
import { announce } from '../../ui/announce.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import { Time } from '../../ui/time.tsx';
import { type Found, searchOn } from './search-on.ts';
import type { List } from './use-list.ts';

interface FurtherProps {
  readonly search: List['search'];
  /** How many rows are shown. */
  readonly shown: number;
  /** Rows are being followed: that is no time to look back. */
  readonly isHeld: boolean;
}

export default function Further({ search, shown, isHeld }: FurtherProps) {
  const { t } = useTranslation();
  const { isSearching, toggle } = useSearch(search, isHeld);
  const { searchedTo } = search.end;
  const button = !isHeld && (
    <Button
      variant="default"
      leftSection={
        isSearching ? <IconPlayerStop size={16} aria-hidden /> : <IconHistory size={16} aria-hidden />
      }
      onClick={toggle}
    >
      {t(isSearching ? 'further.stop' : 'further.goOn')}
    </Button>
  );
  const lookedTo = searchedTo !== null && (
    <>
      {t('further.lookedTo')} <Time at={searchedTo} focusable />
    </>
  );
  if (shown === 0) {
    return (
      <Empty
        icon={<IconHistory size={40} />}
        title={t(isSearching ? 'further.searching' : 'further.nothing')}
        actions={button}
      >
        {lookedTo}
      </Empty>
    );
  }
  return (
    <Group justify="center" gap="sm" mih={36}>
      <Text size="sm" c="dimmed" component="div">
        {isSearching && `${t('further.searching')} `}
        {lookedTo}
      </Text>
      {button}
    </Group>
  );
}

function useSearch({ page, end, missing, ask, onFound }: List['search'], isHeld: boolean) {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyProblem = useNotifyProblem();
  const [round, setRound] = useState(0);
  const [stop, setStop] = useState<AbortController | null>(null);
  const tell = ({ data, searchedTo }: Found) => {
    const far =
      searchedTo === null
        ? ''
        : ` ${t('further.lookedTo')} ${format.relative(Date.parse(searchedTo), now())}`;
    announce(`${t('further.found', { count: data.length })}${far}`);
  };
  const run = useStable(async (stopping: AbortController) => {
    announce(t('further.searching'));
    const { signal } = stopping;
    await searchOn({ from: end, missing, ask, now, onAnswer: onFound(), signal }).then(
      (found) => {
        const isDone = found.nextCursor === null || found.data.length >= missing;
        // Whoever left the page, or asked for something else, is told nothing of it.
        if (isDone || !signal.aborted || signal.reason === stoppedByHand) tell(found);
      },
      (problem) => notifyProblem(problem),
    );
    setStop((present) => (present === stopping ? null : present));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page begins anew, and each round goes on
  useEffect(() => {
    if (isHeld) return;
    const stopping = new AbortController();
    setStop(stopping);
    void run(stopping);
    return () => stopping.abort();
  }, [page, round, isHeld, run]);
  return {
    isSearching: stop !== null,
    toggle: () => {
      if (stop === null) setRound(round + 1);
      else stop.abort(stoppedByHand);
      setStop(null);
    },
  };
}

const stoppedByHand = 'stopped by hand';
