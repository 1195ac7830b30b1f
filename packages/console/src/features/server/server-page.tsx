// The server: what it is set up to do, and by which setting each is changed.
import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconFileDescription, IconId, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { serverOptions } from '../../api/server.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { OperatorsOnly } from '../../parts/operators-only.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Page } from '../../ui/page.tsx';

const icon = { size: 18, 'aria-hidden': true } as const;

export function ServerPage() {
  const { t } = useTranslation();
  return (
    <OperatorsOnly title={t('server.title')}>
      <Page
        title={t('server.title')}
        lead={t('server.lead')}
        actions={
          <>
            <ButtonLink variant="default" leftSection={<IconUsers {...icon} />} to="/server/people">
              {t('people.title')}
            </ButtonLink>
            <ButtonLink variant="default" leftSection={<IconId {...icon} />} to="/server/sign-on">
              {t('nav.signOn')}
            </ButtonLink>
            <ButtonLink variant="default" leftSection={<IconFileDescription {...icon} />} to="/server/audit">
              {t('nav.audit')}
            </ButtonLink>
          </>
        }
      >
        <About />
      </Page>
    </OperatorsOnly>
  );
}

function About() {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(serverOptions());
  return (
    <Loaded query={query}>
      {({ version, publicUrl, mailConfigured, retentionDays, workers, embeddedDatabase }) => (
        <Stack maw={760}>
          {!mailConfigured && (
            <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('server.noMail')}>
              {t('server.noMailHint')}
            </Alert>
          )}
          <Facts
            facts={[
              { name: t('server.version'), value: <bdi dir="ltr">{version}</bdi> },
              {
                name: t('server.publicUrl'),
                value: <Setting name="SIGNPOST_PUBLIC_URL" value={<Mono>{publicUrl}</Mono>} />,
              },
              {
                name: t('server.mail'),
                value: <Setting name="SMTP_URL" value={t(mailConfigured ? 'common.yes' : 'common.no')} />,
              },
              {
                name: t('server.retention'),
                value: (
                  <Setting
                    name="SIGNPOST_RETENTION_DAYS"
                    value={
                      retentionDays === null
                        ? t('server.forGood')
                        : t('server.days', { count: retentionDays })
                    }
                  />
                ),
              },
              {
                name: t('server.workers'),
                value: <Setting name="SIGNPOST_WORKERS" value={format.number(workers)} />,
              },
              {
                name: t('server.database'),
                value: (
                  <Setting
                    name="DATABASE_URL"
                    value={t(embeddedDatabase ? 'server.embedded' : 'server.ownDatabase')}
                  />
                ),
              },
            ]}
          />
        </Stack>
      )}
    </Loaded>
  );
}

interface SettingProps {
  /** Of the environment, where the server is started. */
  readonly name: string;
  readonly value: ReactNode;
}

function Setting({ name, value }: SettingProps) {
  return (
    <Stack gap={0} align="flex-start">
      <span>{value}</span>
      <Text span size="sm" c="dimmed" ff="monospace" dir="ltr">
        {name}
      </Text>
    </Stack>
  );
}
