// What a webhook's requests carry and what counts as success, in words; and the way to who changed it.
import { Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dialectsOptions } from '../../api/catalogue.ts';
import type { Webhook } from '../../api/types.ts';
import { May } from '../../parts/may.tsx';
import { useOrganizationOf, usePlace } from '../../place.ts';
import { Facts } from '../../ui/facts.tsx';
import { TextLink } from '../../ui/links.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Time } from '../../ui/time.tsx';
import { type Mapping, toRows } from './field-mapping.ts';
import { contentTypeNames } from './form-values.ts';

export default function PayloadFacts({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const { data: dialects } = useQuery(dialectsOptions());
  const { payload, delivery, alerts } = webhook;
  const title = dialects?.data.find(({ name }) => name === payload.dialect)?.title ?? payload.dialect;
  const rate = alerts.failureRate;
  return (
    <Facts
      title={t('webhook.section.payload')}
      aside={<Changes webhookId={webhook.id} />}
      facts={[
        { name: t('form.payload.dialect'), value: <bdi>{title}</bdi> },
        {
          name: t('form.payload.contentType'),
          value: t(`form.payload.contents.${contentTypeNames[payload.contentType]}`),
        },
        { name: t('form.payload.data'), value: t(`form.payload.datas.${payload.data}`) },
        ...Object.entries(payload.options).map(([name, value]) => ({ name, value: <Mono>{value}</Mono> })),
        payload.extraFields.length > 0 && {
          name: t('form.payload.extraFields'),
          value: <Names names={payload.extraFields} />,
        },
        payload.fieldMapping.length > 0 && {
          name: t('form.mapping.label'),
          value: <Mapped mappings={payload.fieldMapping} />,
        },
        { name: t('form.success.label'), value: <Success success={delivery.success} /> },
        webhook.authorities.length > 0 && {
          name: t('form.authorities'),
          value: <Authorities authorities={webhook.authorities} />,
        },
        rate !== null && {
          name: t('form.alerts.rate'),
          value: t('form.alerts.rateInWords', {
            percent: rate.percent,
            hours: rate.hours,
            attempts: rate.attemptsMin,
          }),
        },
      ]}
    />
  );
}

function Changes({ webhookId }: { readonly webhookId: string }) {
  const { t } = useTranslation();
  const orgId = useOrganizationOf(usePlace().appId)?.id ?? null;
  if (orgId === null) return null;
  return (
    <May access="audit:read">
      <TextLink
        to="/organizations/$orgId/audit"
        params={{ orgId }}
        search={{ kind: 'webhook', object: webhookId }}
        size="sm"
      >
        {t('form.whoChanged')}
      </TextLink>
    </May>
  );
}

/** Trusted beside the usual ones, with until when. */
function Authorities({ authorities }: Pick<Webhook, 'authorities'>) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      {authorities.map(({ fingerprint, subject, notAfter, expiry }) => (
        <div key={fingerprint}>
          <Mono>{subject}</Mono>
          <Text size="sm" c="dimmed" component="div">
            {t('form.certificate.notAfter')} <Time at={notAfter} focusable />
          </Text>
          {expiry !== 'valid' && (
            <Text size="sm" fw={600} c="var(--mantine-color-error)">
              {t(`form.certificate.expiry.${expiry}`)}
            </Text>
          )}
        </div>
      ))}
    </Stack>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  return (
    <Group gap={6}>
      {names.map((name) => (
        <Badge key={name} variant="default" tt="none" fw={500} radius="sm">
          {name}
        </Badge>
      ))}
    </Group>
  );
}

function Mapped({ mappings }: { readonly mappings: readonly Mapping[] }) {
  return (
    <Stack gap={2}>
      {toRows(mappings).map(({ from, to }) => (
        <Mono key={`${from} ${to}`}>{to === '' ? from : `${from} → ${to}`}</Mono>
      ))}
    </Stack>
  );
}

function Success({ success }: { readonly success: Webhook['delivery']['success'] }) {
  const { t } = useTranslation();
  if (typeof success === 'string') return t(`form.success.rule.${success}`);
  const { status, body } = success;
  return t('form.success.inWords', {
    status: t(`form.success.rule.${status}`),
    path: body.path,
    value: String(body.equals),
  });
}
