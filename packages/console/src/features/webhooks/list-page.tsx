// The list of configured webhooks: what each wants, how it fares, and everything that can be done with it.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconFilterOff, IconPlus, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statisticsByWebhookOptions, statisticsSpans } from '../../api/statistics.ts';
import type { WebhookStatistics } from '../../api/types.ts';
import { type WebhookList, webhooksOptions } from '../../api/webhooks.ts';
import { withTexts } from '../../i18n/i18n.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { May } from '../../parts/may.tsx';
import { usePlace } from '../../place.ts';
import { webhooksRoute } from '../../routes.ts';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Filters } from './list-filters.tsx';
import { WebhookTable } from './list-table.tsx';
import { isAsked, sorted } from './wanted.ts';

const CopyFrom = lazy(() => withTexts(['copying'], () => import('./copy-from.tsx')));

export function WebhooksPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const query = useQuery(webhooksOptions(place));
  // While others are copied the page stays what it was: their secrets are shown there, this once.
  const [copying, setCopying] = useState(false);
  const isEmpty = copying || query.data?.webhooks.length === 0;
  return (
    <Page
      title={t('webhooks.title')}
      lead={t('webhooks.lead')}
      actions={
        !isEmpty && (
          <May access="webhooks:write">
            <ButtonLink
              to="/$appId/$env/webhooks/new"
              params={place}
              leftSection={<IconPlus size={18} aria-hidden />}
            >
              {t('webhooks.add')}
            </ButtonLink>
          </May>
        )
      }
    >
      <Loaded query={query} lines={8}>
        {(list) =>
          isEmpty ? <NoWebhooks copying={copying} onCopying={setCopying} /> : <FilteredList list={list} />
        }
      </Loaded>
    </Page>
  );
}

interface NoWebhooksProps {
  readonly copying: boolean;
  readonly onCopying: (copying: boolean) => void;
}

function NoWebhooks({ copying, onCopying }: NoWebhooksProps) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <Empty
      icon={<IconWebhook size={40} />}
      title={t('webhooks.none', { environment: t(`environment.name.${place.env}`) })}
      actions={
        <May access="webhooks:write">
          <ButtonLink
            to="/$appId/$env/webhooks/new"
            params={place}
            leftSection={<IconPlus size={18} aria-hidden />}
          >
            {t('webhooks.add')}
          </ButtonLink>
          <Suspense fallback={null}>
            <CopyFrom opened={copying} onOpen={onCopying} />
          </Suspense>
        </May>
      }
    >
      {t('webhooks.noneHint')}
    </Empty>
  );
}

function FilteredList({ list: { webhooks, complete } }: { readonly list: WebhookList }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const place = usePlace();
  const search = webhooksRoute.useSearch();
  const figures = useFigures();
  const shown = sorted(
    webhooks.filter((webhook) => isAsked(webhook, search)),
    search.sort,
    language,
    figures,
  );
  const clear = () => navigate({ to: '/$appId/$env/webhooks', params: place, search: {}, replace: true });
  return (
    <Stack gap="md">
      <Filters webhooks={webhooks} />
      {!complete && <Alert color="yellow">{t('webhooks.incomplete', { count: webhooks.length })}</Alert>}
      {shown.length > 0 ? (
        <WebhookTable webhooks={shown} figures={figures} />
      ) : (
        <Empty
          icon={<IconFilterOff size={40} />}
          title={t('webhooks.noMatch')}
          actions={<Button onClick={() => void clear()}>{t('common.clearFilters')}</Button>}
        />
      )}
      <Text size="sm" c="dimmed" role="status">
        {t('webhooks.count', { count: shown.length, total: webhooks.length })}
      </Text>
    </Stack>
  );
}

/** Of the last day, by the id of the webhook. */
function useFigures(): ReadonlyMap<string, WebhookStatistics> {
  const { data } = useQuery(statisticsByWebhookOptions(usePlace(), statisticsSpans['24h']));
  return new Map(data?.groups?.map((group) => [group.webhookId, group]));
}
