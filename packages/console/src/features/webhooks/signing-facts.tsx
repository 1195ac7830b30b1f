// By what a webhook proves itself: its secret key, the overlap with the one before, and its authentication.
import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../api/types.ts';
import { endOverlap } from '../../api/webhooks.ts';
import { May } from '../../parts/may.tsx';
import { usePlace } from '../../place.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { Facts } from '../../ui/facts.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { Mono } from '../../ui/mono.tsx';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import { Time } from '../../ui/time.tsx';
import { useWebhookChange } from './use-changes.ts';

const RotateDialog = lazy(() => import('./rotate-dialog.tsx'));

export function SigningFacts({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const place = usePlace();
  const inEnvironment = useInEnvironment();
  const [rotating, setRotating] = useState(false);
  const { scheme, publicKey, since, overlapEndsAt } = webhook.signing;
  const queryClient = useQueryClient();
  const reread = useCallback(
    () => void queryClient.invalidateQueries({ queryKey: ['webhooks', place, webhook.id] }),
    [queryClient, place, webhook.id],
  );
  const end = useWebhookChange(
    () => endOverlap(place, webhook.id),
    () => undefined,
    useNotifyProblem(),
  );
  return (
    <>
      <Facts
        title={t('webhook.section.signing')}
        aside={
          <May access="webhooks:write">
            <Button size="xs" variant="default" onClick={() => setRotating(true)}>
              {t('webhooks.action.rotate')}
            </Button>
          </May>
        }
        facts={[
          { name: t('webhook.signing.scheme'), value: t(`webhook.signing.${scheme}`) },
          { name: t('webhook.signing.since'), value: <Time at={since} focusable /> },
          publicKey !== null && {
            name: t('webhooks.secret.publicKey'),
            value: <Mono copyLabel={t('webhook.signing.copyPublicKey')}>{publicKey}</Mono>,
          },
          overlapEndsAt !== null && {
            name: t('webhook.signing.overlapEnds'),
            value: (
              <Group gap="sm">
                <Time at={overlapEndsAt} focusable />
                <Countdown to={overlapEndsAt} onEnd={reread} />
                <May access="webhooks:write">
                  <Button
                    size="compact-xs"
                    variant="default"
                    loading={end.isPending}
                    onClick={() => end.mutate(undefined)}
                  >
                    {inEnvironment(t('webhook.signing.endOverlap'))}
                  </Button>
                </May>
              </Group>
            ),
          },
          { name: t('webhook.auth.label'), value: <AuthInWords auth={webhook.auth} /> },
        ]}
      />
      <Suspense fallback={null}>
        {rotating && <RotateDialog webhook={webhook} onClose={() => setRotating(false)} />}
      </Suspense>
    </>
  );
}

function AuthInWords({ auth }: { readonly auth: Webhook['auth'] }) {
  const { t } = useTranslation();
  const detail = auth.type === 'basic' ? auth.username : auth.type === 'custom' ? auth.name : undefined;
  return (
    <Group gap={6}>
      <span>{t(`webhook.auth.${auth.type}`)}</span>
      {detail && <Mono>{detail}</Mono>}
      {auth.type !== 'none' && (
        <Text span size="sm" c="dimmed">
          {t('webhook.auth.set')}
        </Text>
      )}
    </Group>
  );
}
