// The request that a receiver gets for an event type: in each format, content type and fullness. The choice is in the address.
import { Group, SegmentedControl, Select, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dialectsOptions, type Payload, sampleOptions } from '../../api/catalogue.ts';
import type { WebhookExample } from '../../api/types.ts';
import { usePlace } from '../../place.ts';
import { contentTypes, eventTypeRoute } from '../../routes.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Waiting } from '../../ui/loaded.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Section } from '../../ui/section.tsx';

interface Search {
  readonly dialect?: string | undefined;
  readonly content?: (typeof contentTypes)[number] | undefined;
  readonly data?: 'status' | undefined;
}

const media = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  xml: 'application/xml',
} as const;

/** What is not chosen is left to the format: some have one content type only. */
const payloadOf = ({ dialect = 'signpost', content, data }: Search): Payload => ({
  dialect,
  ...(content && { contentType: media[content] }),
  ...(data && { data }),
});

export function Sample({ type }: { readonly type: string }) {
  const { t } = useTranslation();
  const place = usePlace();
  const search = eventTypeRoute.useSearch();
  const { data, error, isPlaceholderData } = useQuery(sampleOptions(place, type, payloadOf(search)));
  return (
    <Section id="received" title={t('catalogue.received')} lead={t('catalogue.receivedLead')}>
      <Choices type={type} search={search} />
      {error && <Problem error={error} />}
      {!error && !data && <Waiting lines={10} />}
      {!error && data && (
        <div aria-busy={isPlaceholderData}>
          <Shown example={data} name={`${type}.${search.dialect ?? 'signpost'}`} />
        </div>
      )}
    </Section>
  );
}

function Choices({ type, search }: { readonly type: string; readonly search: Search }) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const { data } = useQuery(dialectsOptions());
  const dialects = data?.data ?? [];
  const spoken = dialects.find(({ name }) => name === (search.dialect ?? 'signpost'))?.contentTypes;
  const set = (change: Search) =>
    void navigate({
      to: '/$appId/$env/catalog/$type',
      params: { ...place, type },
      search: { ...search, ...change },
      replace: true,
      resetScroll: false,
    });
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={t('catalogue.dialect')}
        data={dialects.map(({ name, title }) => ({ value: name, label: title }))}
        value={search.dialect ?? 'signpost'}
        onChange={(value) =>
          set({ dialect: value === 'signpost' || value === null ? undefined : value, content: undefined })
        }
        allowDeselect={false}
        w={{ base: '100%', xs: 220 }}
      />
      <SegmentedControl
        aria-label={t('catalogue.content')}
        value={search.content ?? 'json'}
        onChange={(value) =>
          set({ content: contentTypes.find((known) => known === value && known !== 'json') })
        }
        data={contentTypes
          .filter((value) => spoken?.includes(media[value]) ?? value === (search.content ?? 'json'))
          .map((value) => ({ value, label: t(`catalogue.contents.${value}`) }))}
      />
      <SegmentedControl
        aria-label={t('catalogue.data')}
        value={search.data ?? 'everything'}
        onChange={(value) => set({ data: value === 'status' ? 'status' : undefined })}
        data={(['everything', 'status'] as const).map((value) => ({
          value,
          label: t(`catalogue.datas.${value}`),
        }))}
      />
    </Group>
  );
}

function Shown({ example, name }: { readonly example: WebhookExample; readonly name: string }) {
  const { t } = useTranslation();
  const { request, responses } = example;
  const lines = request.headers.map(([header, value]) => `${header}: ${value}`).join('\n');
  const { success } = responses;
  return (
    <Stack gap="md">
      <CodeBlock label={t('catalogue.request')} text={request.body} canLayOut fileName={`${name}.txt`} />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <CodeBlock label={t('catalogue.headers')} text={lines} />
        {success && (
          <CodeBlock
            label={t('catalogue.answer')}
            text={`HTTP ${success.status}\n\n${success.body}`.trim()}
          />
        )}
      </SimpleGrid>
    </Stack>
  );
}
