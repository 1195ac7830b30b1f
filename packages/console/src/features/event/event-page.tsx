// The page of one event.
import { Badge, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ReadEvent } from '../../api/events.ts';
import { EventTabs, useFollowedEvent } from '../../parts/event/event-view.tsx';
import type { EventView } from '../../parts/event/viewed.ts';
import { usePlace } from '../../place.ts';
import { eventRoute } from '../../routes.ts';
import { CopyButton } from '../../ui/copy.tsx';
import { TextLink } from '../../ui/links.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Page } from '../../ui/page.tsx';
import { PageOf } from '../../ui/page-of.tsx';

export function EventPage() {
  const { t } = useTranslation();
  const { eventId } = eventRoute.useParams();
  return (
    <PageOf query={useFollowedEvent(eventId)} title={t('delivery.column.event')}>
      {(event) => <Shown event={event} />}
    </PageOf>
  );
}

function Shown({ event }: { readonly event: ReadEvent }) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const search: EventView = eventRoute.useSearch();
  const show = (view: EventView) =>
    void navigate({
      to: '/$appId/$env/events/$eventId',
      params: { ...place, eventId: event.id },
      search: view,
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
      <EventTabs event={event} view={search} onView={show} />
    </Page>
  );
}
