// How many events the chosen webhooks missed: they have no deliveries yet, so there is nothing to list.
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { missedWithinOptions } from '../../api/webhooks.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWebhookNames } from '../../parts/webhook-names.ts';
import { usePlace } from '../../place.ts';
import { Loaded } from '../../ui/loaded.tsx';
import type { Span } from './span.ts';

interface MissedPreviewProps {
  /** Ids. */
  readonly webhooks: readonly string[];
  readonly span: Span;
}

export function MissedPreview({ webhooks, span }: MissedPreviewProps) {
  const { t } = useTranslation();
  const { find } = useWebhookNames();
  if (webhooks.length === 0) return <Text>{t('replays.whereNeeded')}</Text>;
  return webhooks.map((id) => (
    <div key={id}>
      {webhooks.length > 1 && (
        <Text fw={600} size="sm">
          <bdi>{find(id)?.name ?? id}</bdi>
        </Text>
      )}
      <Missed webhookId={id} span={span} />
    </div>
  ));
}

function Missed({ webhookId, span }: { readonly webhookId: string; readonly span: Span }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(missedWithinOptions(usePlace(), webhookId, span));
  return (
    <Stack gap="sm" aria-busy={query.isPlaceholderData}>
      <Loaded query={query} lines={2}>
        {({ count, isAtLeast }) =>
          count === 0 && !isAtLeast ? (
            <Text role="status">{t('replays.missedNothing')}</Text>
          ) : (
            <div role="status">
              <Text fz={26} fw={650}>
                <bdi>
                  {isAtLeast ? t('replays.atLeast', { number: format.number(count) }) : format.number(count)}
                </bdi>
              </Text>
              <Text size="sm" c="dimmed">
                {t('replays.missedEvents', { count })}
              </Text>
              {isAtLeast && <Text size="sm">{t('replays.missedPreview')}</Text>}
            </div>
          )
        }
      </Loaded>
    </Stack>
  );
}
