// One event, on its own page and beside the history: what happened, which webhooks got it and why, and every attempt with its
// exact request and response. What of it is shown is the caller's to keep, in the address.
import { Paper, SimpleGrid, Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { eventOptions, type ReadEvent } from '../../api/events.ts';
import { usePlace } from '../../place.ts';
import { eventTabs } from '../../routes.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Deliveries } from './deliveries.tsx';
import { EventFacts } from './event-facts.tsx';
import { Explained } from './explained.tsx';
import type { Viewed } from './viewed.ts';

/** While something is on its way it is followed. */
const followMs = 3_000;

export function useFollowedEvent(id: string) {
  return useQuery({
    ...eventOptions(usePlace(), id),
    refetchInterval: ({ state }) =>
      state.data?.deliveries.some(({ status }) => status === 'pending') ? followMs : false,
  });
}

export function EventTabs({ event, view, onView }: Viewed & { readonly event: ReadEvent }) {
  const { t } = useTranslation();
  const tab = view.tab ?? (event.deliveries.length > 0 ? 'attempts' : 'explain');
  const open = (value: string | null) => onView({ ...view, tab: eventTabs.find((known) => known === value) });
  return (
    <>
      <EventFacts event={event} />
      <Tabs value={tab} onChange={open} keepMounted={false}>
        <Tabs.List aria-label={event.type}>
          {eventTabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`event.tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="attempts" pt="md">
          <Deliveries event={event} view={view} onView={onView} />
        </Tabs.Panel>
        <Tabs.Panel value="content" pt="md">
          <Content event={event} />
        </Tabs.Panel>
        <Tabs.Panel value="explain" pt="md">
          <Explained event={event} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Content({ event }: { readonly event: ReadEvent }) {
  const { t } = useTranslation();
  const facts = [
    ['event.routing', event.routing],
    ['event.envelope', event.envelope],
    ['event.signer', event.signer],
    ['event.platform', event.platform],
  ] as const;
  return (
    <Stack gap="md">
      <CodeBlock
        label={t('event.content')}
        text={event.contentText}
        canLayOut
        fileName={`${event.id}.json`}
        heightMax={640}
      />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        {facts.map(
          ([label, value]) =>
            value !== null && (
              <Paper key={label} p={0} bg="transparent">
                <CodeBlock label={t(label)} text={JSON.stringify(value)} canLayOut />
              </Paper>
            ),
        )}
      </SimpleGrid>
    </Stack>
  );
}
