// The alert rules of an organization: when people are told, who, by what channel; and a test of it.
import { Group, Stack } from '@mantine/core';
import { IconBraces, IconMessage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { alertRulesOptions } from '../../api/alert-rules.ts';
import { homeOptions } from '../../api/home.ts';
import { startPlace, useMay, useMayAt } from '../../place.ts';
import { alertRulesRoute } from '../../routes.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded, Waiting } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';

const RulesForm = lazy(() => import('./rules-form.tsx'));
const TestAlert = lazy(() => import('./test-alert.tsx'));

export function AlertRulesPage() {
  const { t } = useTranslation();
  const { orgId } = alertRulesRoute.useParams();
  const query = useQuery(alertRulesOptions(orgId));
  const mayWrite = useMay()('organization:write');
  return (
    <Page title={t('nav.alertRules')} lead={t('alertRules.lead')}>
      <Stack gap="md" maw={760}>
        <Loaded query={query} lines={8}>
          {(rules) => (
            <Suspense fallback={<Waiting lines={8} />}>
              <RulesForm key={JSON.stringify(rules)} orgId={orgId} rules={rules} mayWrite={mayWrite} />
            </Suspense>
          )}
        </Loaded>
        <Channels orgId={orgId} />
        <Suspense fallback={<Waiting />}>{mayWrite && <TestAlert orgId={orgId} />}</Suspense>
      </Stack>
    </Page>
  );
}

/** Whatever is not mail is a webhook that wants events about webhooks. */
function Channels({ orgId }: { readonly orgId: string }) {
  const { t } = useTranslation();
  const { data: home } = useQuery(homeOptions());
  const place = home ? startPlace(home, orgId) : null;
  const may = useMayAt(place ?? {});
  const icon = { size: 16, 'aria-hidden': true } as const;
  return (
    <Section id="channels" title={t('alertRules.channels')} lead={t('alertRules.channelsLead')}>
      {place && may('webhooks:write') && (
        <Group gap="sm">
          <ButtonLink
            variant="default"
            leftSection={<IconMessage {...icon} />}
            to="/$appId/$env/webhooks/new"
            params={place}
            search={{ type: 'webhook.*', dialect: 'slack' }}
          >
            {t('alertRules.addChat')}
          </ButtonLink>
          <ButtonLink
            variant="default"
            leftSection={<IconBraces {...icon} />}
            to="/$appId/$env/webhooks/new"
            params={place}
            search={{ type: 'webhook.*' }}
          >
            {t('alertRules.addWebhook')}
          </ButtonLink>
        </Group>
      )}
    </Section>
  );
}
