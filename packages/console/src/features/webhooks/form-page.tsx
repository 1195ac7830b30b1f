// Adding and changing a webhook: one page of sections, with what it would send beside them.
import { Alert, Box, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../api/problem.ts';
import type { Webhook } from '../../api/types.ts';
import { changeWebhook, createWebhook, webhookOptions } from '../../api/webhooks.ts';
import { watchUnsaved } from '../../lib/unsaved.ts';
import { usePlace } from '../../place.ts';
import { editWebhookRoute } from '../../routes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { placeProblems } from '../../ui/form-problems.ts';
import { FormSummary } from '../../ui/form-summary.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { TextLink } from '../../ui/links.tsx';
import { Waiting } from '../../ui/loaded.tsx';
import { notify } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { PageOf } from '../../ui/page-of.tsx';
import { asProblem, useProblemText } from '../../ui/problem.tsx';
import { Basics } from './form/basics.tsx';
import { useNewWebhookForm, WebhookFormProvider } from './form/context.ts';
import { Events } from './form/events.tsx';
import classes from './form/form.module.css';
import { emptyValues, fromWebhook, toInput, type WebhookValues, webhookFields } from './form-values.ts';
import { SecretDialog } from './secret-dialog.tsx';

const HowSections = lazy(() => import('./form/how-sections.tsx'));
const Preview = lazy(() => import('./form/preview.tsx'));

export function NewWebhookPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const [made, setMade] = useState<Awaited<ReturnType<typeof createWebhook>> | null>(null);
  return (
    <Page title={t('webhooks.add')} trail={useTrail(t('webhooks.add'))}>
      <WebhookForm
        webhook={null}
        save={({ enabled, signing, ...values }) =>
          createWebhook(place, {
            ...toInput({ enabled, signing, ...values }),
            signing,
            status: enabled ? 'enabled' : 'disabled',
          })
        }
        onSaved={setMade}
      />
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
    </Page>
  );
}

export function EditWebhookPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const { webhookId } = editWebhookRoute.useParams();
  // What the form began with stays: a read in the background must not change it under the hands of whoever fills it in.
  const query = useQuery({ ...webhookOptions(place, webhookId), refetchOnWindowFocus: false });
  return (
    <PageOf query={query} title={t('webhook.title')}>
      {(webhook) => <Edit webhook={webhook} />}
    </PageOf>
  );
}

function Edit({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const [opened] = useState(webhook);
  const title = t('webhooks.edit', { name: opened.name });
  return (
    <Page title={title} trail={useTrail(title)}>
      <WebhookForm
        webhook={opened}
        save={(values) => changeWebhook(place, opened.id, opened.revision, toInput(values))}
        onSaved={() => {
          notify(t('common.saved'));
          void navigate({
            to: '/$appId/$env/webhooks/$webhookId',
            params: { ...place, webhookId: opened.id },
          });
        }}
      />
    </Page>
  );
}

function useTrail(title: string) {
  const { t } = useTranslation();
  const place = usePlace();
  return [
    <TextLink key="list" to="/$appId/$env/webhooks" params={place} size="sm">
      {t('nav.webhooks')}
    </TextLink>,
    <Text key="this" span size="sm" c="dimmed">
      {title}
    </Text>,
  ];
}

interface WebhookFormProps<T> {
  readonly webhook: Webhook | null;
  readonly save: (values: WebhookValues) => Promise<T>;
  readonly onSaved: (answer: T) => void;
}

function WebhookForm<T>({ webhook, save, onSaved }: WebhookFormProps<T>) {
  const form = useNewWebhookForm({
    initialValues: webhook ? fromWebhook(webhook) : structuredClone(emptyValues),
  });
  const element = useRef<HTMLFormElement>(null);
  const isSaved = useRef(false);
  const { error, problems, isPending, submit } = useSave(save, form.setErrors, (answer) => {
    isSaved.current = true;
    onSaved(answer);
  });
  const leave = useLeaveGuard(() => form.isDirty() && !isSaved.current);
  const draft = { webhookId: webhook?.id ?? null, settings: toInput(form.values) };
  return (
    <WebhookFormProvider form={form}>
      <form ref={element} noValidate onSubmit={form.onSubmit((values) => submit(values))}>
        <div className={classes['columns']}>
          <Stack gap="md" miw={0}>
            <FormSummary error={error} problems={problems} onChoose={(field) => focusField(element, field)} />
            {isConflict(error) && <Conflict />}
            <Basics isNew={webhook === null} />
            <Events webhookId={webhook?.id ?? null} />
            <Suspense fallback={<Waiting lines={12} />}>
              <HowSections auth={webhook?.auth ?? null} />
            </Suspense>
            <Footer isNew={webhook === null} isPending={isPending} webhookId={webhook?.id ?? null} />
          </Stack>
          <Box className={classes['preview'] ?? ''}>
            <Suspense fallback={null}>
              <Preview draft={draft} />
            </Suspense>
          </Box>
        </div>
      </form>
      {leave}
    </WebhookFormProvider>
  );
}

function useSave<T>(
  save: (values: WebhookValues) => Promise<T>,
  setErrors: (errors: Record<string, string>) => void,
  onSaved: (answer: T) => void,
) {
  const place = usePlace();
  const queryClient = useQueryClient();
  const textOf = useProblemText();
  const mutation = useMutation({
    mutationFn: save,
    onSuccess: async (answer) => {
      onSaved(answer);
      await queryClient.invalidateQueries({ queryKey: ['webhooks', place] });
    },
    onError: (error) => {
      const named = placed(asProblem(error)).flatMap((problem) =>
        problem.field === null ? [] : [[problem.field, textOf(problem).message] as const],
      );
      setErrors(Object.fromEntries(named));
    },
  });
  const problems = mutation.error ? placed(asProblem(mutation.error)) : [];
  return { error: mutation.error, problems, isPending: mutation.isPending, submit: mutation.mutate };
}

const placed = (problem: ApiProblem) => placeProblems(problem, webhookFields);
const isConflict = (error: unknown) => error !== null && asProblem(error).status === 412;

function focusField(form: RefObject<HTMLFormElement | null>, field: string): void {
  const input = form.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(field)}"]`);
  const part = form.current?.querySelector<HTMLElement>(`[data-path^="${CSS.escape(field)}."]`);
  const target = input ?? part;
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
}

function Conflict() {
  const { t } = useTranslation();
  return (
    <Alert color="orange" title={t('webhooks.conflict.title')}>
      <Stack gap="sm" align="flex-start">
        {t('webhooks.conflict.hint')}
        <Button variant="default" size="xs" onClick={() => window.location.reload()}>
          {t('webhooks.conflict.reload')}
        </Button>
      </Stack>
    </Alert>
  );
}

interface FooterProps {
  readonly isNew: boolean;
  readonly isPending: boolean;
  readonly webhookId: string | null;
}

function Footer({ isNew, isPending, webhookId }: FooterProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const inEnvironment = useInEnvironment();
  const cancel = () =>
    webhookId === null
      ? navigate({ to: '/$appId/$env/webhooks', params: place })
      : navigate({ to: '/$appId/$env/webhooks/$webhookId', params: { ...place, webhookId } });
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={() => void cancel()}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" loading={isPending}>
        {inEnvironment(t(isNew ? 'webhooks.add' : 'common.save'))}
      </Button>
    </Group>
  );
}

/** Asks before what was typed is lost. */
function useLeaveGuard(hasChanges: () => boolean) {
  const { t } = useTranslation();
  const latest = useRef(hasChanges);
  latest.current = hasChanges;
  useEffect(() => watchUnsaved(() => latest.current()), []);
  const blocker = useBlocker({
    shouldBlockFn: hasChanges,
    enableBeforeUnload: hasChanges,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Dialog opened onClose={blocker.reset} title={t('leave.title')}>
      <Stack>
        <Text>{t('leave.hint')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={blocker.reset}>
            {t('leave.stay')}
          </Button>
          <Button color="red" onClick={blocker.proceed}>
            {t('leave.go')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
