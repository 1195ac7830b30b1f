// Below the URL: a test inbox for whoever has no receiver yet, which one it is that was chosen, and a warning where everybody
// on the way could read what is sent. To an inbox nothing is on the way.
import { Alert, Button, Group, Menu, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { hasInboxes, inboxesOptions } from '../../../api/inboxes.ts';
import type { Inbox } from '../../../api/types.ts';
import { useInboxOf, useNewInbox } from '../../../parts/inboxes.ts';
import { usePlace } from '../../../place.ts';
import { TextLink } from '../../../ui/links.tsx';
import { useNotifyProblem } from '../../../ui/notify-problem.ts';
import { useWebhookForm } from './context.ts';
import { focusField } from './section-links.tsx';

export default function UrlNotes() {
  const { t } = useTranslation();
  const place = usePlace();
  const url = useWebhookForm().values.url.trim();
  const inbox = useInboxOf(url);
  if (inbox !== null) return <GoesTo inbox={inbox} />;
  if (url === '') return hasInboxes(place) && <Offer />;
  return (
    /^http:\/\//i.test(url) && (
      <Alert color="orange">
        {t(place.env === 'PRODUCTION' ? 'webhook.plainHttpProduction' : 'webhook.plainHttp')}
      </Alert>
    )
  );
}

/** In a tab of its own: what is entered here would be left otherwise. */
function GoesTo({ inbox: { id, name } }: { readonly inbox: Inbox }) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <Group gap={6}>
      <IconInbox size={18} aria-hidden />
      <Text size="sm">
        {t('inboxes.goesTo')}{' '}
        <TextLink
          to="/$appId/$env/inboxes/$inboxId"
          params={{ ...place, inboxId: id }}
          target="_blank"
          inherit
        >
          <bdi>{name}</bdi>
        </TextLink>
      </Text>
    </Group>
  );
}

function Offer() {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const button = useRef<HTMLButtonElement>(null);
  const notifyProblem = useNotifyProblem();
  const { data } = useQuery(inboxesOptions(usePlace()));
  const inboxes = data?.data ?? [];
  const take = ({ url }: Inbox) => {
    // The button goes: whoever pressed it goes on at the field that it filled.
    focusField(button.current?.form ?? null, 'url');
    form.setFieldValue('url', url);
  };
  const make = useNewInbox(take);
  const makeOne = () => make.mutate(undefined, { onError: notifyProblem });
  const target = (
    <Button
      ref={button}
      variant="default"
      size="xs"
      leftSection={<IconInbox size={16} aria-hidden />}
      loading={make.isPending}
      {...(inboxes.length === 0 && { onClick: makeOne })}
    >
      {t('inboxes.use')}
    </Button>
  );
  return (
    <Group gap="sm">
      {inboxes.length === 0 ? (
        target
      ) : (
        <Menu position="bottom-start">
          <Menu.Target>{target}</Menu.Target>
          <Menu.Dropdown>
            {inboxes.map((inbox) => (
              <Menu.Item key={inbox.id} onClick={() => take(inbox)}>
                <bdi>{inbox.name}</bdi>
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item onClick={makeOne}>{t('inboxes.useNew')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <Text size="sm" c="dimmed">
        {t('inboxes.useHint')}
      </Text>
    </Group>
  );
}
