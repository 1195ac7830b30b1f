// Test inboxes of an environment: which there are, who sends to each, and when something came last.
import { Button, Text } from '@mantine/core';
import { IconInbox, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createInbox, hasInboxes, inboxesOptions } from '../../api/inboxes.ts';
import type { Inbox } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { May } from '../../parts/may.tsx';
import { usePlace } from '../../place.ts';
import { useChange } from '../../ui/change.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mono } from '../../ui/mono.tsx';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import { Page } from '../../ui/page.tsx';
import { Time } from '../../ui/time.tsx';
import { InboxMenu } from './inbox-menu.tsx';
import { Senders } from './senders.tsx';

export function InboxesPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const query = useQuery(inboxesOptions(place));
  if (!hasInboxes(place)) return <NotInProduction />;
  return (
    <Page
      title={t('nav.inboxes')}
      lead={t('inboxes.lead')}
      actions={query.data?.data.length !== 0 && <Add />}
    >
      <Loaded query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty icon={<IconInbox size={40} />} title={t('inboxes.none')} actions={<Add />}>
              {t('inboxes.noneHint')}
            </Empty>
          ) : (
            <InboxTable inboxes={data} />
          )
        }
      </Loaded>
    </Page>
  );
}

function NotInProduction() {
  const { t } = useTranslation();
  const { appId } = usePlace();
  const environment = t('environment.name.TEST');
  return (
    <Page title={t('nav.inboxes')}>
      <Empty
        icon={<IconInbox size={40} />}
        title={t('inboxes.production')}
        actions={
          <ButtonLink to="/$appId/$env/inboxes" params={{ appId, env: 'TEST' }} variant="default">
            {t('inboxes.elsewhere', { environment })}
          </ButtonLink>
        }
      >
        {t('inboxes.productionHint')}
      </Empty>
    </Page>
  );
}

function Add() {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const notifyProblem = useNotifyProblem();
  const add = useChange(
    () => createInbox(place, {}),
    [['inboxes', place]],
    ({ id }) => void navigate({ to: '/$appId/$env/inboxes/$inboxId', params: { ...place, inboxId: id } }),
  );
  return (
    <May access="webhooks:write">
      <Button
        leftSection={<IconPlus size={18} aria-hidden />}
        loading={add.isPending}
        onClick={() => add.mutate(undefined, { onError: notifyProblem })}
      >
        {t('inboxes.add')}
      </Button>
    </May>
  );
}

function InboxTable({ inboxes }: { readonly inboxes: readonly Inbox[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: readonly Column<Inbox>[] = [
    { id: 'name', header: t('common.name'), isName: true, cell: (inbox) => <Named inbox={inbox} /> },
    {
      id: 'webhooks',
      header: t('inboxes.webhooks'),
      cell: ({ webhooks }) => <Senders webhooks={webhooks} />,
    },
    {
      id: 'requests',
      header: t('inboxes.requests'),
      narrow: true,
      cell: ({ requests }) => format.number(requests),
    },
    {
      id: 'last',
      header: t('inboxes.last'),
      narrow: true,
      cell: ({ lastRequestAt }) =>
        lastRequestAt === null ? (
          <Text size="sm" c="dimmed" component="span">
            {t('common.never')}
          </Text>
        ) : (
          <Time at={lastRequestAt} />
        ),
    },
    {
      id: 'menu',
      header: t('common.actions'),
      headerHidden: true,
      narrow: true,
      align: 'end',
      cell: (inbox) => (
        <May access="webhooks:write">
          <InboxMenu inbox={inbox} />
        </May>
      ),
    },
  ];
  return <DataTable caption={t('nav.inboxes')} columns={columns} rows={inboxes} idOf={({ id }) => id} />;
}

function Named({ inbox: { id, name, url } }: { readonly inbox: Inbox }) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <div>
      <TextLink
        to="/$appId/$env/inboxes/$inboxId"
        params={{ ...place, inboxId: id }}
        fw={600}
        size="sm"
        className="break"
      >
        <bdi>{name}</bdi>
      </TextLink>
      <Text size="sm" c="dimmed" component="div" maw={{ sm: 360 }}>
        <Mono truncated copyLabel={t('common.copyUrl')}>
          {url}
        </Mono>
      </Text>
    </div>
  );
}
