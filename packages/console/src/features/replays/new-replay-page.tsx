// A new replay: what is sent again, where to, from when; what that would be; and how it goes. The choices are in the address.
import { MultiSelect, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { now } from '../../lib/now.ts';
import { MomentField } from '../../parts/moment-field.tsx';
import { ReplayPreview } from '../../parts/replay-preview.tsx';
import { ReplayWay } from '../../parts/replay-way.tsx';
import { useWebhookNames } from '../../parts/webhook-names.ts';
import { usePlace } from '../../place.ts';
import { newReplayRoute, replayKinds, replayTimes } from '../../routes.ts';
import { TextLink } from '../../ui/links.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useTimeStyle } from '../../ui/times.ts';
import { MissedPreview } from './missed-preview.tsx';
import { type Span, spanOf, timeOf } from './span.ts';
import { selectionOf, useBegin, useTotal, type Wanted } from './wanted.ts';

export function NewReplayPage() {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <Page
      title={t('replays.new')}
      lead={t('replays.newLead')}
      trail={[
        <TextLink key="list" to="/$appId/$env/replays" params={place} size="sm">
          {t('nav.replays')}
        </TextLink>,
        <Text key="this" span size="sm" c="dimmed">
          {t('replays.new')}
        </Text>,
      ]}
    >
      <Wizard />
    </Page>
  );
}

type Search = ReturnType<typeof newReplayRoute.useSearch>;

function useChoices() {
  const place = usePlace();
  const navigate = useNavigate();
  const search = newReplayRoute.useSearch();
  const set = (change: Partial<Search>) =>
    void navigate({
      to: '/$appId/$env/replays/new',
      params: place,
      search: { ...search, ...change },
      replace: true,
    });
  return { search, set };
}

function Wizard() {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const style = useTimeStyle();
  const { search } = useChoices();
  // The present moves on only with a new choice: the preview and what is begun are of the same time.
  const [opened] = useState(now);
  const span = spanOf(search, opened, style);
  const wanted: Wanted | null = span && {
    what: search.what ?? 'failed',
    webhooks: (search.webhooks ?? '').split(',').filter(Boolean),
    span,
  };
  const begin = useBegin(wanted);
  const count = useTotal(wanted);
  const isComplete = wanted !== null && (wanted.what !== 'missed' || wanted.webhooks.length > 0);
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
      <Stack gap="md">
        <What />
        <Where />
        <When span={span} />
      </Stack>
      <Stack gap="md">
        <Section id="preview" title={t('replays.preview')}>
          <Shown wanted={wanted} />
        </Section>
        <Section id="how" title={t('replays.how')}>
          <ReplayWay
            count={count}
            disabled={!isComplete || count === 0}
            isPending={begin.isPending}
            error={begin.error}
            onBegin={(way) => begin.mutate(way)}
            onCancel={() => void navigate({ to: '/$appId/$env/replays', params: place })}
          />
        </Section>
      </Stack>
    </SimpleGrid>
  );
}

function What() {
  const { t } = useTranslation();
  const { search, set } = useChoices();
  const kinds = replayKinds;
  return (
    <Section id="what" title={t('replays.whatTitle')}>
      <Radio.Group
        aria-label={t('replays.whatTitle')}
        value={search.what ?? 'failed'}
        onChange={(value) => set({ what: kinds.find((known) => known === value && known !== 'failed') })}
      >
        <Stack gap="xs">
          {kinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={t(`replays.what.${kind}`)}
              description={t(`replays.whatHint.${kind}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Section>
  );
}

function Where() {
  const { t } = useTranslation();
  const { search, set } = useChoices();
  const { all } = useWebhookNames();
  const chosen = (search.webhooks ?? '').split(',').filter(Boolean);
  const needed = search.what === 'missed' && chosen.length === 0;
  return (
    <Section id="where" title={t('replays.whereTitle')}>
      <MultiSelect
        label={t('nav.webhooks')}
        placeholder={chosen.length === 0 && search.what !== 'missed' ? t('replays.allWebhooks') : ''}
        description={t('replays.whereHint')}
        error={needed && t('replays.whereNeeded')}
        data={all.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={(ids) => set({ webhooks: ids.length === 0 ? undefined : ids.join(',') })}
        maxValues={10}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('replays.allWebhooks') }}
      />
    </Section>
  );
}

function When({ span }: { readonly span: Span | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const style = useTimeStyle();
  const zone = style === 'utc' ? 'utc' : 'local';
  const { search, set } = useChoices();
  const when = timeOf(search);
  const choose = (value: string) => {
    const next = replayTimes.find((known) => known === value);
    set(next === 'custom' ? { when: next, ...span } : { when: next, from: undefined, to: undefined });
  };
  const moment = (name: 'from' | 'to') => (
    <MomentField
      label={t(name === 'from' ? 'replays.from' : 'replays.to')}
      value={search[name]}
      onChange={(value) => set({ when: 'custom', [name]: value })}
    />
  );
  return (
    <Section id="when" title={t('replays.whenTitle')}>
      <Radio.Group aria-label={t('replays.whenTitle')} value={when} onChange={choose}>
        <Stack gap="xs">
          {replayTimes.map((time) => (
            <Radio key={time} value={time} label={t(`replays.times.${time}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {when === 'custom' && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {moment('from')}
          {moment('to')}
        </SimpleGrid>
      )}
      <Text size="sm" c="dimmed" role="status">
        {span === null ? (
          t('replays.noSpan')
        ) : (
          <bdi>
            {t('history.span', {
              from: format.absolute(Date.parse(span.from), zone),
              to: format.absolute(Date.parse(span.to), zone),
            })}
          </bdi>
        )}
      </Text>
    </Section>
  );
}

function Shown({ wanted }: { readonly wanted: Wanted | null }) {
  const { t } = useTranslation();
  const { find } = useWebhookNames();
  if (wanted === null) return <Text>{t('replays.noSpan')}</Text>;
  if (wanted.what === 'missed') return <MissedPreview webhooks={wanted.webhooks} span={wanted.span} />;
  const withPassed = wanted.what === 'succeeded' || wanted.what === 'all';
  const targets = wanted.webhooks.length === 0 ? [null] : wanted.webhooks;
  return (
    <>
      {targets.map((webhookId, index) => (
        <div key={webhookId ?? 'all'}>
          {targets.length > 1 && (
            <Text fw={600} size="sm">
              <bdi>{find(webhookId ?? '')?.name ?? webhookId}</bdi>
            </Text>
          )}
          <ReplayPreview
            selection={selectionOf(wanted, webhookId)}
            withPassed={withPassed && index === targets.length - 1}
          />
        </div>
      ))}
    </>
  );
}
