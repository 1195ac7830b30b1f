// One event: what happened, which webhooks got it and why, and every attempt with its exact request and response.
import { Badge, Paper, SimpleGrid, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { eventOptions, type ReadEvent } from '../../api/events.ts';
import { usePlace } from '../../place.ts';
import { eventRoute, eventTabs } from '../../routes.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { TextLink } from '../../ui/links.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Page } from '../../ui/page.tsx';
import { PageOf } from '../../ui/page-of.tsx';
import { Deliveries } from './deliveries.tsx';
import { EventFacts } from './event-facts.tsx';
import { Explained } from './explained.tsx';

/** While something is on its way the page follows it. */
const followMs = 3_000;

export function EventPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const { eventId } = eventRoute.useParams();
  const query = useQuery({
    ...eventOptions(place, eventId),
    refetchInterval: ({ state }) =>
      state.data?.deliveries.some(({ status }) => status === 'pending') ? followMs : false,
  });
  return (
    <PageOf query={query} title={t('delivery.column.event')}>
      {(event) => <Shown event={event} />}
    </PageOf>
  );
}

function Shown({ event }: { readonly event: ReadEvent }) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const search = eventRoute.useSearch();
  const tab = search.tab ?? (event.deliveries.length > 0 ? 'attempts' : 'explain');
  const open = (value: string | null) =>
    navigate({
      to: '/$appId/$env/events/$eventId',
      params: { ...place, eventId: event.id },
      search: { ...search, tab: eventTabs.find((known) => known === value) },
      replace: true,
    });
  return (
    <Page
      title={event.type}
      aside={
        <Badge variant="default" tt="none">
          {t(`event.severity.${event.severity}`)}
        </Badge>
      }
      lead={<Mono copyLabel={t('common.copyId')}>{event.id}</Mono>}
      trail={[
        <TextLink key="list" to="/$appId/$env/events" params={place} size="sm">
          {t('nav.history')}
        </TextLink>,
        <Text key="this" span size="sm" c="dimmed" className="break">
          {event.type}
        </Text>,
      ]}
      actions={<CopyButton value={() => window.location.href} label={t('event.copyLink')} />}
    >
      <EventFacts event={event} />
      <Tabs value={tab} onChange={(value) => void open(value)} keepMounted={false}>
        <Tabs.List aria-label={event.type}>
          {eventTabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`event.tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="attempts" pt="md">
          <Deliveries event={event} />
        </Tabs.Panel>
        <Tabs.Panel value="content" pt="md">
          <Content event={event} />
        </Tabs.Panel>
        <Tabs.Panel value="explain" pt="md">
          <Explained event={event} />
        </Tabs.Panel>
      </Tabs>
    </Page>
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
