// What needs attention: webhooks that fail or were disabled, and what ends at a time that is known before.
import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCertificate, IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../api/types.ts';
import { usePlace } from '../../place.ts';
import { TextLink } from '../../ui/links.tsx';
import { Mono } from '../../ui/mono.tsx';
import { WebhookStatus } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import classes from './overview-page.module.css';

export function Attention({ webhooks }: { readonly webhooks: readonly Webhook[] }) {
  const { t } = useTranslation();
  const place = usePlace();
  const needing = webhooks.filter(
    ({ status, health, disabledReason }) =>
      (status === 'enabled' && health.state !== 'healthy') ||
      (status === 'disabled' && disabledReason !== null && disabledReason !== 'manual'),
  );
  const overlapping = webhooks.filter(({ signing }) => signing.overlapEndsAt !== null);
  const enabled = webhooks.filter(({ status }) => status === 'enabled');
  const expiring = enabled.filter(({ auth }) => isEnding(auth.expiry));
  const distrusted = enabled.flatMap((webhook) => {
    const authority = nextToEnd(webhook);
    return authority === null ? [] : [{ webhook, authority }];
  });
  if (needing.length + overlapping.length + expiring.length + distrusted.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-labelledby="attention-title">
      <Title order={2} fz="lg" id="attention-title">
        {t('overview.attention')}
      </Title>
      <SimpleGrid component="ul" cols={{ base: 1, sm: 2, lg: 3 }} p={0} m={0}>
        {needing.map((webhook) => (
          <Paper
            key={webhook.id}
            component="li"
            withBorder
            p="md"
            bg="var(--signpost-surface)"
            className={classes['item']}
          >
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <IconAlertTriangle size={20} aria-hidden className={classes['alarm']} />
              <Stack gap={6} miw={0}>
                <TextLink
                  to="/$appId/$env/webhooks/$webhookId"
                  params={{ ...place, webhookId: webhook.id }}
                  fw={600}
                  className="break"
                >
                  {webhook.name}
                </TextLink>
                <WebhookStatus webhook={webhook} />
                <Text size="sm">
                  {t('overview.failuresInARow', { count: webhook.health.consecutiveFailures })}
                </Text>
                {webhook.health.alertId !== null && (
                  <TextLink
                    to="/$appId/$env/alerts/$alertId"
                    params={{ ...place, alertId: webhook.health.alertId }}
                    size="sm"
                  >
                    {t('overview.toAlert')}
                  </TextLink>
                )}
              </Stack>
            </Group>
          </Paper>
        ))}
        {/* A receiver that still verifies with the old secret will refuse everything from then on. */}
        {overlapping.map((webhook) => (
          <Note
            key={`${webhook.id} overlap`}
            webhook={webhook}
            icon={<IconKey size={20} aria-hidden />}
            words={t('overview.overlapEnds')}
            at={webhook.signing.overlapEndsAt as string}
          />
        ))}
        {expiring.map((webhook) => (
          <Note
            key={`${webhook.id} certificate`}
            webhook={webhook}
            icon={<IconCertificate size={20} aria-hidden className={classes['alarm']} />}
            words={t(webhook.auth.expiry === 'expired' ? 'overview.expired' : 'overview.expires')}
            at={webhook.auth.notAfter as string}
          />
        ))}
        {distrusted.map(({ webhook, authority: { subject, expiry, notAfter } }) => (
          <Note
            key={`${webhook.id} authority`}
            webhook={webhook}
            icon={<IconCertificate size={20} aria-hidden className={classes['alarm']} />}
            words={t(expiry === 'expired' ? 'overview.authorityExpired' : 'overview.authorityExpires')}
            at={notAfter}
            about={subject}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

const isEnding = (expiry: Webhook['auth']['expiry']) => expiry === 'soon' || expiry === 'expired';

/** Of the authorities that it trusts beside the usual ones, the one that ends first, if soon; null where nothing hangs on them. */
function nextToEnd({ delivery, authorities }: Webhook) {
  if (!delivery.verifyTls) return null;
  const ending = authorities.filter(({ expiry }) => isEnding(expiry));
  return ending.toSorted((a, b) => a.notAfter.localeCompare(b.notAfter))[0] ?? null;
}

interface NoteProps {
  readonly webhook: Webhook;
  readonly icon: ReactNode;
  readonly words: string;
  readonly at: string;
  /** Whose certificate it is. */
  readonly about?: string;
}

/** Something that happens to a webhook at a time that is known before. */
function Note({ webhook: { id, name }, icon, words, at, about }: NoteProps) {
  const place = usePlace();
  return (
    <Paper component="li" withBorder p="md" bg="var(--signpost-surface)" className={classes['item']}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        {icon}
        <Stack gap={6} miw={0}>
          <TextLink
            to="/$appId/$env/webhooks/$webhookId"
            params={{ ...place, webhookId: id }}
            fw={600}
            className="break"
          >
            {name}
          </TextLink>
          <Text size="sm" component="div">
            {words} <Time at={at} focusable />
          </Text>
          {about && <Mono>{about}</Mono>}
        </Stack>
      </Group>
    </Paper>
  );
}
