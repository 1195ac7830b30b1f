// One event type: what it means, what its sender gives, and what a receiver of each format gets.
import { Group, Stack, Text } from '@mantine/core';
import { IconListDetails, IconPlus, IconQuestionMark } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { eventTypeOptions } from '../../api/catalogue.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { EventType } from '../../api/types.ts';
import { May } from '../../parts/may.tsx';
import { usePlace } from '../../place.ts';
import { eventTypeRoute } from '../../routes.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { CopyIcon } from '../../ui/copy.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Page } from '../../ui/page.tsx';
import { PageOf } from '../../ui/page-of.tsx';
import { Section } from '../../ui/section.tsx';
import { SeverityPill } from '../../ui/severity.tsx';
import { type Field, fieldsOf } from './fields.ts';
import { Sample } from './sample.tsx';

export function EventTypePage() {
  const { t } = useTranslation();
  const place = usePlace();
  const { type } = eventTypeRoute.useParams();
  const list = (
    <TextLink key="list" to="/$appId/$env/catalog" params={place} size="sm">
      {t('nav.catalogue')}
    </TextLink>
  );
  const query = useQuery(eventTypeOptions(type));
  const nearest = nearestOf(query.error);
  if (nearest.length > 0) return <Meant wanted={type} nearest={nearest} trail={[list]} />;
  return (
    <PageOf query={query} title={t('catalogue.gone')} trail={[list]}>
      {(found) => (
        <Page
          title={found.type}
          aside={<CopyIcon value={found.type} label={t('catalogue.copyType')} />}
          lead={<bdi>{found.title}</bdi>}
          trail={[
            list,
            <Text key="this" span size="sm" c="dimmed" className="break">
              {found.type}
            </Text>,
          ]}
          actions={<Actions type={found.type} />}
        >
          <Stack gap="md">
            <About found={found} />
            <Sample type={found.type} />
            <Given found={found} />
          </Stack>
        </Page>
      )}
    </PageOf>
  );
}

function nearestOf(error: unknown): readonly string[] {
  const nearest = error instanceof ApiProblem ? error.details['nearest'] : null;
  return Array.isArray(nearest) ? nearest.map(String) : [];
}

interface MeantProps {
  readonly wanted: string;
  readonly nearest: readonly string[];
  readonly trail: readonly ReactNode[];
}

function Meant({ wanted, nearest, trail }: MeantProps) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <Page title={t('catalogue.gone')} trail={trail}>
      <Empty icon={<IconQuestionMark size={40} />} title={t('catalogue.unknown', { type: wanted })}>
        {t('catalogue.meant')}
        <Group justify="center" gap="sm" mt="xs" role="group" aria-label={t('catalogue.meant')}>
          {nearest.map((name) => (
            <TextLink key={name} to="/$appId/$env/catalog/$type" params={{ ...place, type: name }}>
              <bdi dir="ltr">{name}</bdi>
            </TextLink>
          ))}
        </Group>
      </Empty>
    </Page>
  );
}

function Actions({ type }: { readonly type: string }) {
  const { t } = useTranslation();
  const place = usePlace();
  const icon = { size: 16, 'aria-hidden': true } as const;
  return (
    <>
      <ButtonLink
        variant="default"
        leftSection={<IconListDetails {...icon} />}
        to="/$appId/$env/events"
        params={place}
        search={{ type }}
      >
        {t('catalogue.history')}
      </ButtonLink>
      <May access="webhooks:write">
        <ButtonLink
          leftSection={<IconPlus {...icon} />}
          to="/$appId/$env/webhooks/new"
          params={place}
          search={{ type }}
        >
          {t('catalogue.subscribe')}
        </ButtonLink>
      </May>
    </>
  );
}

function About({ found: { topic, meaning, severity } }: { readonly found: EventType }) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <Facts
      facts={[
        { name: t('catalogue.meaning'), value: <bdi>{meaning}</bdi> },
        {
          name: t('catalogue.topic'),
          value: (
            <TextLink to="/$appId/$env/catalog" params={place} search={{ topic }} size="sm">
              <bdi dir="ltr">{topic}</bdi>
            </TextLink>
          ),
        },
        { name: t('catalogue.severity'), value: <SeverityPill severity={severity} /> },
      ]}
    />
  );
}

function Given({ found }: { readonly found: EventType }) {
  const { t } = useTranslation();
  const event = JSON.stringify({ type: found.type, ...found.example });
  return (
    <Section id="given" title={t('catalogue.given')} lead={t('catalogue.givenLead')}>
      <Fields schema={found.schema} />
      <CodeBlock label={t('catalogue.example')} text={event} canLayOut fileName={`${found.type}.json`} />
      <CodeBlock
        label={t('catalogue.schema')}
        text={JSON.stringify(found.schema)}
        canLayOut
        fileName={`${found.type}.schema.json`}
      />
    </Section>
  );
}

function Fields({ schema }: { readonly schema: unknown }) {
  const { t } = useTranslation();
  const fields = fieldsOf(schema);
  if (fields.length === 0) return <Text size="sm">{t('catalogue.noFields')}</Text>;
  const columns: readonly Column<Field>[] = [
    {
      id: 'field',
      header: t('catalogue.field'),
      isName: true,
      cell: ({ path, required }) => (
        <>
          <Mono>{path}</Mono>
          {required && (
            <Text span size="sm" c="dimmed" fw={400}>
              {' '}
              {t('catalogue.required')}
            </Text>
          )}
        </>
      ),
    },
    { id: 'kind', header: t('catalogue.kind'), cell: ({ kind }) => <Mono>{kind}</Mono> },
    { id: 'about', header: t('catalogue.about'), cell: ({ about }) => <bdi>{about}</bdi> },
  ];
  return (
    <DataTable caption={t('catalogue.fields')} columns={columns} rows={fields} idOf={({ path }) => path} />
  );
}
