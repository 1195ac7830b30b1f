// One test inbox: what comes to it, as it comes, and what it answers.
import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconInbox, IconMessageReply, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inboxOptions, inboxRequestsOptions } from '../../api/inboxes.ts';
import type { Inbox, InboxRequest } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { quoted } from '../../lib/curl.ts';
import { May } from '../../parts/may.tsx';
import { usePlace } from '../../place.ts';
import { inboxRoute } from '../../routes.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Page } from '../../ui/page.tsx';
import { PageOf } from '../../ui/page-of.tsx';
import { InboxMenu } from './inbox-menu.tsx';
import { RequestDetail } from './request-detail.tsx';
import { RequestList } from './request-list.tsx';
import { Senders } from './senders.tsx';

const AnswerDialog = lazy(() => import('./answer-dialog.tsx'));

export function InboxPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const { inboxId } = inboxRoute.useParams();
  const query = useQuery(inboxOptions(place, inboxId));
  return (
    <PageOf query={query} title={t('inboxes.title')} trail={useTrail(t('inboxes.title'))}>
      {(inbox) => <Shown inbox={inbox} />}
    </PageOf>
  );
}

function useTrail(name: string) {
  const { t } = useTranslation();
  const place = usePlace();
  return [
    <TextLink key="list" to="/$appId/$env/inboxes" params={place} size="sm">
      {t('nav.inboxes')}
    </TextLink>,
    <Text key="this" span size="sm" c="dimmed" className="break">
      {name}
    </Text>,
  ];
}

function Shown({ inbox }: { readonly inbox: Inbox }) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  return (
    <Page
      title={inbox.name}
      lead={<Mono copyLabel={t('common.copyUrl')}>{inbox.url}</Mono>}
      trail={useTrail(inbox.name)}
      actions={
        <May access="webhooks:write">
          <ButtonLink
            to="/$appId/$env/webhooks/new"
            params={place}
            search={{ inbox: inbox.id }}
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {t('inboxes.useIt')}
          </ButtonLink>
          <InboxMenu
            inbox={inbox}
            onDeleted={() => void navigate({ to: '/$appId/$env/inboxes', params: place, replace: true })}
          />
        </May>
      }
    >
      <About inbox={inbox} />
      <Requests inbox={inbox} />
    </Page>
  );
}

/** Who sends to it, and what it answers them. */
function About({ inbox }: { readonly inbox: Inbox }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [changing, setChanging] = useState(false);
  const { status, delaySeconds } = inbox.answer;
  const words =
    delaySeconds === 0
      ? t('inboxes.answer.atOnce', { status })
      : t('inboxes.afterDelay', { status, time: format.duration(delaySeconds * 1000) });
  return (
    <>
      <Facts
        facts={[
          { name: t('inboxes.webhooks'), value: <Senders webhooks={inbox.webhooks} /> },
          {
            name: t('inboxes.answer.title'),
            value: (
              <Group gap="sm">
                <span>{words}</span>
                <May access="webhooks:write">
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconMessageReply size={15} aria-hidden />}
                    onClick={() => setChanging(true)}
                  >
                    {t('inboxes.answer.change')}
                  </Button>
                </May>
              </Group>
            ),
          },
        ]}
      />
      <Suspense fallback={null}>
        {changing && <AnswerDialog inbox={inbox} onClose={() => setChanging(false)} />}
      </Suspense>
    </>
  );
}

function Requests({ inbox }: { readonly inbox: Inbox }) {
  const place = usePlace();
  const query = useQuery(inboxRequestsOptions(place, inbox.id));
  return (
    <Loaded query={query} lines={8}>
      {({ data }) =>
        data.length === 0 ? <Nothing inbox={inbox} /> : <Chosen inbox={inbox} requests={data} />
      }
    </Loaded>
  );
}

function Nothing({ inbox: { url, webhooks } }: { readonly inbox: Inbox }) {
  const { t } = useTranslation();
  const place = usePlace();
  const [first] = webhooks;
  return (
    <Empty
      icon={<IconInbox size={40} />}
      title={t('inboxes.waiting')}
      actions={
        first && (
          <ButtonLink
            to="/$appId/$env/webhooks/$webhookId"
            params={{ ...place, webhookId: first.id }}
            search={{ tab: 'test' }}
          >
            {t('webhooks.action.test')}
          </ButtonLink>
        )
      }
    >
      <Stack gap="sm">
        {t('inboxes.waitingHint')}
        <CodeBlock label="cURL" text={`curl -d '{"hello": "inbox"}' ${quoted(url)}`} />
      </Stack>
    </Empty>
  );
}

interface ChosenProps {
  readonly inbox: Inbox;
  readonly requests: readonly InboxRequest[];
}

/** The list, and the one that is chosen beside it; as long as nobody chose, the newest. */
function Chosen({ inbox, requests }: ChosenProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const { request: chosen } = inboxRoute.useSearch();
  const [newest] = requests;
  const shown = chosen ?? newest?.id ?? '';
  const open = (request: string | undefined) =>
    void navigate({
      to: '/$appId/$env/inboxes/$inboxId',
      params: { ...place, inboxId: inbox.id },
      search: request === undefined ? {} : { request },
      replace: true,
    });
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed">
          <span role="status">{t('inboxes.count', { count: requests.length })}</span> · {t('inboxes.live')}
        </Text>
        {chosen !== undefined && (
          <Button size="compact-sm" variant="default" onClick={() => open(undefined)}>
            {t('inboxes.newest')}
          </Button>
        )}
      </Group>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <RequestList requests={requests} shown={shown} onOpen={open} />
        <RequestDetail inbox={inbox} requestId={shown} />
      </SimpleGrid>
    </Stack>
  );
}
