// One request that came: from whom, whether it proves itself, and its headers and body as they came.
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { inboxRequestOptions } from '../../api/inboxes.ts';
import type { Inbox } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Body, Headers } from '../../parts/exchange.tsx';
import { usePlace } from '../../place.ts';
import { Facts } from '../../ui/facts.tsx';
import { TextLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mono } from '../../ui/mono.tsx';
import { asProblem } from '../../ui/problem.tsx';
import { Time } from '../../ui/time.tsx';
import { Signature } from './signature.tsx';

interface RequestDetailProps {
  readonly inbox: Inbox;
  readonly requestId: string;
}

export function RequestDetail({ inbox, requestId }: RequestDetailProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const format = useFormat();
  const query = useQuery(inboxRequestOptions(place, inbox.id, requestId));
  if (query.error && asProblem(query.error).code === 'not_found') return <Text>{t('inboxes.gone')}</Text>;
  return (
    <Loaded query={query} lines={10}>
      {(request) => (
        <Stack gap="md" miw={0} component="section" aria-label={t('exchange.request')}>
          <Facts
            facts={[
              { name: t('inboxes.received'), value: <Time at={request.receivedAt} focusable /> },
              {
                name: t('inboxes.signature'),
                value: (
                  <Stack gap={4} align="flex-start">
                    <Signature verdict={request.signature} />
                    <Text size="sm" c="dimmed">
                      {t(`inboxes.verdictHint.${request.signature}`)}
                    </Text>
                  </Stack>
                ),
              },
              request.test && { name: t('inboxes.test'), value: t('common.yes') },
              { name: t('inboxes.from'), value: <From inbox={inbox} webhookId={request.webhookId} /> },
              request.eventId !== null && {
                name: t('inboxes.event'),
                // Neither a test nor what came from elsewhere is an event of the history.
                value:
                  request.test || request.webhookId === null ? (
                    <Mono>{request.eventId}</Mono>
                  ) : (
                    <ToEvent id={request.eventId} />
                  ),
              },
              {
                name: t('inboxes.answered'),
                value:
                  request.answeredAfterSeconds === 0
                    ? String(request.answeredStatus)
                    : t('inboxes.afterDelay', {
                        status: request.answeredStatus,
                        time: format.duration(request.answeredAfterSeconds * 1000),
                      }),
              },
            ]}
          />
          <Paper withBorder p="md" bg="var(--signpost-surface)">
            <Stack gap="sm">
              <Title order={2} fz="md">
                {t('exchange.request')}
              </Title>
              <Mono>{`${request.method} ${request.path}`}</Mono>
              <Headers caption={t('exchange.requestHeaders')} headers={request.headers} />
              <Body label={t('inboxes.body')} name={request.id} {...request} />
              {request.bodyTruncated && (
                <Text size="sm">{t('inboxes.truncated', { size: format.bytes(request.bodyBytes) })}</Text>
              )}
            </Stack>
          </Paper>
        </Stack>
      )}
    </Loaded>
  );
}

interface FromProps {
  readonly inbox: Inbox;
  readonly webhookId: string | null;
}

/** A webhook that sends elsewhere by now, was deleted or never saved, has no name here. */
function From({ inbox, webhookId }: FromProps) {
  const { t } = useTranslation();
  const place = usePlace();
  if (webhookId === null) return <span>{t('inboxes.elsewhereFrom')}</span>;
  const webhook = inbox.webhooks.find(({ id }) => id === webhookId);
  if (webhook === undefined) return <Mono>{webhookId}</Mono>;
  return (
    <TextLink to="/$appId/$env/webhooks/$webhookId" params={{ ...place, webhookId }} className="break">
      <bdi>{webhook.name}</bdi>
    </TextLink>
  );
}

function ToEvent({ id }: { readonly id: string }) {
  const place = usePlace();
  return (
    <TextLink to="/$appId/$env/events/$eventId" params={{ ...place, eventId: id }}>
      <Mono>{id}</Mono>
    </TextLink>
  );
}
