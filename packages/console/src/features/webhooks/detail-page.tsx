// One webhook: how it fares, how it is set up, what was sent to it.
import { Alert, Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { IconAlertTriangle, IconEdit, IconPlayerPause, IconPlayerPlay, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../api/types.ts';
import { webhookOptions } from '../../api/webhooks.ts';
import { withTexts } from '../../i18n/i18n.ts';
import { May } from '../../parts/may.tsx';
import { usePlace } from '../../place.ts';
import { webhookRoute, webhookTabs } from '../../routes.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Page } from '../../ui/page.tsx';
import { PageOf } from '../../ui/page-of.tsx';
import { WebhookStatus } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { ToInbox } from './to-inbox.tsx';
import { useEnable, WebhookMenu } from './webhook-menu.tsx';
import { WebhookOverview } from './webhook-overview.tsx';

const AutoDisabled = lazy(() => import('./auto-disabled.tsx'));
const DisableDialog = lazy(() => import('./disable-dialog.tsx'));
const Missed = lazy(() => import('./missed.tsx'));
const WebhookEvents = lazy(() => import('./webhook-events.tsx'));
const WebhookTest = lazy(() => withTexts(['tests'], () => import('./webhook-test.tsx')));

export function WebhookPage() {
  const place = usePlace();
  const { webhookId } = webhookRoute.useParams();
  const { t } = useTranslation();
  const query = useQuery(webhookOptions(place, webhookId));
  return (
    <PageOf query={query} title={t('webhook.title')}>
      {(webhook) => <Shown webhook={webhook} />}
    </PageOf>
  );
}

function Shown({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const { tab = 'overview' } = webhookRoute.useSearch();
  const open = (value: string | null) => {
    const wanted = webhookTabs.find((known) => known === value);
    return navigate({
      to: '/$appId/$env/webhooks/$webhookId',
      params: { ...place, webhookId: webhook.id },
      search: wanted === undefined || wanted === 'overview' ? {} : { tab: wanted },
      replace: true,
    });
  };
  return (
    <Page
      title={webhook.name}
      aside={<WebhookStatus webhook={webhook} />}
      lead={<Mono copyLabel={t('common.copyUrl')}>{webhook.url}</Mono>}
      trail={[
        <TextLink key="list" to="/$appId/$env/webhooks" params={place} size="sm">
          {t('nav.webhooks')}
        </TextLink>,
        <Text key="this" span size="sm" c="dimmed" className="break">
          {webhook.name}
        </Text>,
      ]}
      actions={<Actions webhook={webhook} />}
    >
      <ToInbox url={webhook.url} />
      <Notices webhook={webhook} />
      <Tabs value={tab} onChange={(value) => void open(value)} keepMounted={false}>
        <Tabs.List aria-label={webhook.name}>
          {webhookTabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`webhook.tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview" pt="md">
          <WebhookOverview webhook={webhook} />
        </Tabs.Panel>
        <Tabs.Panel value="events" pt="md">
          <Suspense fallback={null}>
            <WebhookEvents webhook={webhook} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="test" pt="md">
          <Suspense fallback={null}>
            <WebhookTest webhook={webhook} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="configuration" pt="md">
          <CodeBlock
            label={t('webhook.json')}
            text={JSON.stringify(webhook, null, 2)}
            fileName={`${webhook.id}.json`}
            heightMax={640}
          />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Actions({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const place = usePlace();
  const inEnvironment = useInEnvironment();
  const [disabling, setDisabling] = useState(false);
  const enable = useEnable(webhook);
  const icon = { size: 16, 'aria-hidden': true } as const;
  return (
    <>
      <May access="webhooks:write">
        <ButtonLink
          variant="default"
          leftSection={<IconSend {...icon} className="mirrored" />}
          to="/$appId/$env/webhooks/$webhookId"
          params={{ ...place, webhookId: webhook.id }}
          search={{ tab: 'test' }}
        >
          {t('webhooks.action.test')}
        </ButtonLink>
        {webhook.status === 'enabled' ? (
          <Button
            variant="default"
            leftSection={<IconPlayerPause {...icon} />}
            onClick={() => setDisabling(true)}
          >
            {t('webhooks.action.disable')}
          </Button>
        ) : (
          <Button
            leftSection={<IconPlayerPlay {...icon} />}
            loading={enable.isPending}
            onClick={() => enable.mutate(undefined)}
          >
            {inEnvironment(t('webhooks.action.enable'))}
          </Button>
        )}
        <ButtonLink
          variant="default"
          leftSection={<IconEdit {...icon} />}
          to="/$appId/$env/webhooks/$webhookId/edit"
          params={{ ...place, webhookId: webhook.id }}
        >
          {t('common.edit')}
        </ButtonLink>
      </May>
      <WebhookMenu webhook={webhook} onOwnPage />
      <Suspense fallback={null}>
        {disabling && <DisableDialog webhook={webhook} onClose={() => setDisabling(false)} />}
      </Suspense>
    </>
  );
}

function ToAlert({ alertId }: { readonly alertId: string }) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <div>
      <TextLink to="/$appId/$env/alerts/$alertId" params={{ ...place, alertId }} size="sm" fw={600}>
        {t('alerts.more')}
      </TextLink>
    </div>
  );
}

/** What whoever opens the page has to know first. */
function Notices({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const { status, disabledReason, health, url, delivery } = webhook;
  const icon = <IconAlertTriangle aria-hidden />;
  const byItself = status === 'disabled' && disabledReason !== null && disabledReason !== 'manual';
  const failing = status === 'enabled' && health.state !== 'healthy';
  const unsafe = !delivery.verifyTls && url.startsWith('https:');
  if (status === 'enabled' && !failing && !unsafe) return null;
  return (
    <Stack gap="sm">
      <Suspense fallback={null}>
        {byItself && <AutoDisabled webhook={webhook} reason={disabledReason} />}
        {status === 'disabled' && !byItself && <Missed webhook={webhook} />}
      </Suspense>
      {failing && (
        <Alert
          color="red"
          icon={icon}
          title={t('webhook.notice.failing', { count: health.consecutiveFailures })}
        >
          <Text size="sm">{t('webhook.notice.failingHint')}</Text>
          {health.disableAt !== null && (
            <Text size="sm" component="div" mt={4}>
              {t('alerts.health.warned')} <Time at={health.disableAt} focusable />
            </Text>
          )}
          {health.alertId !== null && <ToAlert alertId={health.alertId} />}
        </Alert>
      )}
      {unsafe && (
        <Alert color="orange" icon={icon} title={t('webhook.notice.noTls')}>
          <Group>{t('webhook.notice.noTlsHint')}</Group>
        </Alert>
      )}
    </Stack>
  );
}
