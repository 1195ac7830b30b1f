// The facts of an event at a glance.
import { useTranslation } from 'react-i18next';
import type { ReadEvent } from '../../api/events.ts';
import { usePlace } from '../../place.ts';
import { Facts } from '../../ui/facts.tsx';
import { TextLink } from '../../ui/links.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Time } from '../../ui/time.tsx';

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export function EventFacts({ event }: { readonly event: ReadEvent }) {
  const { t } = useTranslation();
  const place = usePlace();
  const envelope: Readonly<Record<string, unknown>> = event.envelope ?? {};
  const envelopeId = textOf(envelope['id']);
  const externalId = textOf(envelope['externalId']);
  const title = textOf(envelope['title']);
  const routing = event.routing as Readonly<Record<string, unknown>>;
  const requestFrom = Array.isArray(routing['requestFrom']) ? routing['requestFrom'].map(String) : [];
  const department = textOf(routing['department']);
  const businessUnit = textOf(routing['businessUnit']);
  return (
    <Facts
      wide
      facts={[
        { name: t('event.occurred'), value: <Time at={event.occurredAt} focusable /> },
        { name: t('event.received'), value: <Time at={event.receivedAt} focusable /> },
        envelopeId !== null && {
          name: t('event.envelope'),
          value: <Mono copyLabel={t('common.copyId')}>{envelopeId}</Mono>,
        },
        externalId !== null && {
          name: t('event.externalId'),
          value: <Mono copyLabel={t('common.copyId')}>{externalId}</Mono>,
        },
        title !== null && { name: t('event.title'), value: <bdi>{title}</bdi> },
        department !== null && { name: t('routing.department'), value: <bdi>{department}</bdi> },
        requestFrom.length > 0 && {
          name: t('routing.requestFrom'),
          value: <bdi>{requestFrom.join(', ')}</bdi>,
        },
        businessUnit !== null && { name: t('routing.businessUnit'), value: <bdi>{businessUnit}</bdi> },
        event.sourceId !== null && {
          name: t('event.source'),
          value: (
            <TextLink to="/$appId/$env/sources" params={place} size="sm">
              {t('event.fromSource')}
            </TextLink>
          ),
        },
      ]}
    />
  );
}
