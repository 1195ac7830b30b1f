// How the last attempt failed, with the way to its exact request and response.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deliveryOptions } from '../../api/events.ts';
import type { Alert } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useOutcomeText } from '../../parts/outcome.tsx';
import { usePlace } from '../../place.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextLink } from '../../ui/links.tsx';
import { Time } from '../../ui/time.tsx';

export function LastFailure({ failure }: { readonly failure: NonNullable<Alert['lastFailure']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const outcome = useOutcomeText();
  const { at, attempt, status, error, durationMs, body, deliveryId } = failure;
  return (
    <Facts
      title={t('alerts.lastAttempt')}
      aside={<Way deliveryId={deliveryId} attempt={attempt} />}
      facts={[
        {
          name: t('delivery.column.outcome'),
          value: (
            <>
              {outcome({ status, error: error?.kind ?? null })}
              {error && (
                <Text size="sm" c="dimmed">
                  <bdi>{error.message}</bdi>
                </Text>
              )}
            </>
          ),
        },
        { name: t('alerts.at'), value: <Time at={at} focusable /> },
        { name: t('alerts.took'), value: format.duration(durationMs) },
        body !== null &&
          body !== '' && {
            name: t('exchange.response'),
            value: <CodeBlock label={t('alerts.answer')} text={body} heightMax={160} />,
          },
      ]}
    />
  );
}

/** The page of an attempt is below its event, which the delivery knows. */
function Way({ deliveryId, attempt }: { readonly deliveryId: string; readonly attempt: number }) {
  const { t } = useTranslation();
  const place = usePlace();
  const { data } = useQuery({ ...deliveryOptions(place, deliveryId), retry: false });
  if (!data) return null;
  return (
    <TextLink
      to="/$appId/$env/events/$eventId"
      params={{ ...place, eventId: data.eventId }}
      search={{ delivery: deliveryId, attempt: String(attempt) }}
      size="sm"
    >
      {t('alerts.showAttempt')}
    </TextLink>
  );
}
