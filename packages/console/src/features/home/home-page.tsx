// Where "/" leads: to the environment of last time, or to what has to be made first.
import { IconApps, IconBuildingCommunity } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Home, homeOptions } from '../../api/home.ts';
import { startPlace } from '../../place.ts';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';

export function HomePage() {
  return <Loaded query={useQuery(homeOptions())}>{(home) => <Start home={home} />}</Loaded>;
}

function Start({ home }: { readonly home: Home }) {
  const { t } = useTranslation();
  const place = startPlace(home);
  if (place) return <Navigate to="/$appId/$env" params={place} replace />;
  const [organization] = home.organizations;
  return (
    <Page title={t('home.title')}>
      {organization?.id ? (
        <Empty
          icon={<IconApps size={40} />}
          title={t('home.noApplication', { organization: organization.name })}
          actions={
            <ButtonLink to="/organizations/$orgId/applications" params={{ orgId: organization.id }}>
              {t('home.addApplication')}
            </ButtonLink>
          }
        >
          {t('home.noApplicationHint')}
        </Empty>
      ) : (
        <Empty
          icon={<IconBuildingCommunity size={40} />}
          title={t('home.noOrganization')}
          actions={<ButtonLink to="/organizations">{t('home.addOrganization')}</ButtonLink>}
        >
          {t('home.noOrganizationHint')}
        </Empty>
      )}
    </Page>
  );
}
