// The form of a webhook: one page of sections, with what it would send beside them.
import { Alert, Box, Button, Group, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../api/types.ts';
import { withTexts } from '../../../i18n/i18n.ts';
import { usePlace } from '../../../place.ts';
import { FormSummary } from '../../../ui/form-summary.tsx';
import { useInEnvironment } from '../../../ui/in-environment.ts';
import { Waiting } from '../../../ui/loaded.tsx';
import { asProblem } from '../../../ui/problem.tsx';
import { ownProblems } from '../form-fields.ts';
import { toInput } from '../form-input.ts';
import type { Policies, WebhookValues } from '../form-values.ts';
import { Basics } from './basics.tsx';
import { useNewWebhookForm, WebhookFormProvider } from './context.ts';
import classes from './form.module.css';
import { useLeaveGuard } from './leave-guard.tsx';
import { focusField, SectionLinks } from './section-links.tsx';
import { useSave } from './use-save.ts';

const Events = lazy(() => import('./events.tsx'));
const HowSections = lazy(() => withTexts(['form'], () => import('./how-sections.tsx')));
const Preview = lazy(() => withTexts(['form', 'tests'], () => import('./preview.tsx')));

interface WebhookFormProps<T> {
  readonly webhook: Webhook | null;
  readonly policies: Policies;
  readonly initialValues: WebhookValues;
  readonly save: (values: WebhookValues) => Promise<T>;
  readonly onSaved: (answer: T) => void;
}

export function WebhookForm<T>({ webhook, policies, initialValues, save, onSaved }: WebhookFormProps<T>) {
  const { t } = useTranslation();
  const form = useNewWebhookForm({
    initialValues,
    validate: (values) =>
      Object.fromEntries([...ownProblems(values)].map(([path, what]) => [path, t(`form.own.${what}`)])),
  });
  const element = useRef<HTMLFormElement>(null);
  const isSaved = useRef(false);
  const [view, setView] = useState<'form' | 'preview'>('form');
  const { error, problems, isPending, submit } = useSave(save, form.setErrors, (answer) => {
    isSaved.current = true;
    onSaved(answer);
  });
  const leave = useLeaveGuard(() => form.isDirty() && !isSaved.current);
  const draft = { webhookId: webhook?.id ?? null, settings: toInput(form.values) };
  const focus = (field: string) => focusField(element.current, field);
  return (
    <WebhookFormProvider form={form}>
      <form
        ref={element}
        noValidate
        onSubmit={form.onSubmit(
          (values) => submit(values),
          (errors) => focus(Object.keys(errors)[0] ?? ''),
        )}
      >
        <ViewSwitch value={view} onChange={setView} />
        <div className={classes['columns']} data-view={view}>
          <Stack gap="md" miw={0} className={classes['sections'] ?? ''}>
            <FormSummary error={error} problems={problems} onChoose={focus} />
            {error !== null && asProblem(error).status === 412 && <Conflict />}
            <SectionLinks isNew={webhook === null} />
            <Basics isNew={webhook === null} />
            <Suspense fallback={<Waiting lines={12} />}>
              <Events webhookId={webhook?.id ?? null} />
              <HowSections webhook={webhook} policies={policies} />
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

interface ViewSwitchProps {
  readonly value: 'form' | 'preview';
  readonly onChange: (view: 'form' | 'preview') => void;
}

/** Where there is no room for both beside each other. */
function ViewSwitch({ value, onChange }: ViewSwitchProps) {
  const { t } = useTranslation();
  return (
    <Group grow gap="xs" role="group" aria-label={t('preview.views')} className={classes['views'] ?? ''}>
      {(['form', 'preview'] as const).map((view) => (
        <Button
          key={view}
          variant={view === value ? 'filled' : 'default'}
          aria-pressed={view === value}
          onClick={() => onChange(view)}
        >
          {t(view === 'form' ? 'preview.settings' : 'preview.title')}
        </Button>
      ))}
    </Group>
  );
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
