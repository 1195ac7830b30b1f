// Adding and changing a webhook: the two pages around its form.
import { Alert, Button, Stack } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inboxOptions } from '../../api/inboxes.ts';
import type { Inbox, Place, Webhook, WebhookDefaults } from '../../api/types.ts';
import { webhookDefaultsOptions } from '../../api/webhook-defaults.ts';
import { changeWebhook, createWebhook, webhookOptions } from '../../api/webhooks.ts';
import { ReadersOnly } from '../../parts/readers-only.tsx';
import { usePlace } from '../../place.ts';
import { editWebhookRoute, newWebhookRoute } from '../../routes.ts';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { TextLink } from '../../ui/links.tsx';
import { notify } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { PageOf } from '../../ui/page-of.tsx';
import { useCouple } from './form/use-couple.ts';
import { WebhookForm } from './form/webhook-form.tsx';
import { signingOf, toInput } from './form-input.ts';
import { fromWebhook, type Policies, startValues } from './form-values.ts';

const DisableDialog = lazy(() => import('./disable-dialog.tsx'));
const SecretDialog = lazy(() => import('./secret-dialog.tsx'));

/** What the form begins with stays: a read in the background must not change it under the hands of whoever fills it in. */
const beginning = (place: Place) => ({ ...webhookDefaultsOptions(place), refetchOnWindowFocus: false });

export function NewWebhookPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const { inbox: inboxId } = newWebhookRoute.useSearch();
  const query = useQuery(beginning(place));
  const inbox = useQuery({ ...inboxOptions(place, inboxId ?? ''), enabled: inboxId !== undefined });
  const title = t('webhooks.add');
  const trail = useTrail(title);
  return (
    <ReadersOnly access="webhooks:write" title={title} trail={trail}>
      <PageOf query={query} title={title} trail={trail}>
        {(defaults) => (
          <Page title={title} trail={trail}>
            {/* One that is gone by now is no reason not to begin. */}
            {!inbox.isLoading && <Add defaults={defaults} inbox={inbox.data} />}
          </Page>
        )}
      </PageOf>
    </ReadersOnly>
  );
}

interface AddProps {
  readonly defaults: WebhookDefaults;
  /** That brought one here. */
  readonly inbox: Inbox | undefined;
}

function Add({ defaults, inbox }: AddProps) {
  const place = usePlace();
  const couple = useCouple();
  const navigate = useNavigate();
  const { type, dialect } = newWebhookRoute.useSearch();
  const [made, setMade] = useState<Awaited<ReturnType<typeof createWebhook>> | null>(null);
  const [values] = useState(() => {
    const start = { ...startValues(defaults), url: inbox?.url ?? '' };
    if (dialect !== undefined) start.payload.dialect = dialect;
    return type === undefined
      ? start
      : { ...start, events: { mode: 'only' as const, types: [type], except: [] } };
  });
  return (
    <>
      <WebhookForm
        webhook={null}
        policies={defaults.policies}
        initialValues={values}
        save={async (wanted) => {
          const webhook = await createWebhook(place, {
            ...toInput(wanted),
            signing: signingOf(wanted.signing),
            status: wanted.enabled ? 'enabled' : 'disabled',
          });
          await couple(webhook.id, wanted);
          return webhook;
        }}
        onSaved={setMade}
      />
      <Suspense fallback={null}>
        {made && (
          <SecretDialog
            webhook={made}
            secret={made.secret}
            publicKey={made.signing.publicKey}
            onDone={() =>
              void navigate({
                to: '/$appId/$env/webhooks/$webhookId',
                params: { ...place, webhookId: made.id },
              })
            }
          />
        )}
      </Suspense>
    </>
  );
}

export function EditWebhookPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const { webhookId } = editWebhookRoute.useParams();
  const defaults = useQuery(beginning(place));
  const query = useQuery({ ...webhookOptions(place, webhookId), refetchOnWindowFocus: false });
  const title = t('webhook.title');
  return (
    <ReadersOnly access="webhooks:write" title={title} trail={useTrail(title)}>
      <PageOf query={defaults} title={title}>
        {({ policies }) => (
          <PageOf query={query} title={title}>
            {(webhook) => <Edit webhook={webhook} policies={policies} />}
          </PageOf>
        )}
      </PageOf>
    </ReadersOnly>
  );
}

interface EditProps {
  readonly webhook: Webhook;
  readonly policies: Policies;
}

function Edit({ webhook, policies }: EditProps) {
  const { t } = useTranslation();
  const couple = useCouple();
  const place = usePlace();
  const navigate = useNavigate();
  const isLocked = policies.changeOnlyWhileDisabled && webhook.status === 'enabled';
  const [opened, setOpened] = useState(isLocked ? null : webhook);
  const title = t('webhooks.edit', { name: (opened ?? webhook).name });
  if (opened === null && !isLocked) setOpened(webhook);
  return (
    <Page title={title} trail={useTrail(title)}>
      {opened === null ? (
        <Locked webhook={webhook} />
      ) : (
        <WebhookForm
          webhook={opened}
          policies={policies}
          initialValues={fromWebhook(opened, policies)}
          save={async (values) => {
            const changed = await changeWebhook(place, opened.id, opened.revision, toInput(values));
            await couple(changed.id, values);
            return changed;
          }}
          onSaved={() => {
            notify(t('common.saved'));
            void navigate({
              to: '/$appId/$env/webhooks/$webhookId',
              params: { ...place, webhookId: opened.id },
            });
          }}
        />
      )}
    </Page>
  );
}

/** In some organizations a webhook is changed only while it is disabled. */
function Locked({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const inEnvironment = useInEnvironment();
  const [disabling, setDisabling] = useState(false);
  return (
    <Alert color="orange" icon={<IconLock aria-hidden />} title={t('webhooks.locked.title')}>
      <Stack gap="sm" align="flex-start">
        {t('webhooks.locked.hint')}
        <Button variant="default" onClick={() => setDisabling(true)}>
          {inEnvironment(t('webhooks.locked.disable'))}
        </Button>
      </Stack>
      <Suspense fallback={null}>
        {disabling && <DisableDialog webhook={webhook} onClose={() => setDisabling(false)} />}
      </Suspense>
    </Alert>
  );
}

function useTrail(title: string) {
  const { t } = useTranslation();
  const place = usePlace();
  return [
    <TextLink key="list" to="/$appId/$env/webhooks" params={place} size="sm">
      {t('nav.webhooks')}
    </TextLink>,
    <span key="this">{title}</span>,
  ];
}
