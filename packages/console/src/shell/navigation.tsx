// The pages of the console, in three groups: the environment's, the application's and the organization's.
import { Badge, Stack, Text, VisuallyHidden } from '@mantine/core';
import {
  IconActivityHeartbeat,
  IconAddressBook,
  IconApps,
  IconBell,
  IconBellCog,
  IconBook2,
  IconBuilding,
  IconBuildingCommunity,
  IconFileDescription,
  IconHome,
  IconId,
  IconInbox,
  IconKey,
  IconListDetails,
  IconPlugConnected,
  IconRepeat,
  IconRouteOff,
  IconServer,
  IconSettings,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { alertCountsOptions } from '../api/alerts.ts';
import type { Place } from '../api/types.ts';
import { useMayAt } from '../place.ts';
import { NavigationLink } from '../ui/links.tsx';
import type { Current } from './current.ts';

interface NavigationProps {
  readonly current: Current;
  readonly onMove: () => void;
}

const size = 20;

export default function Navigation({ current, onMove }: NavigationProps) {
  const { t } = useTranslation();
  const { place, organizationId, home } = current;
  return (
    <Stack gap="md">
      {place && <PlaceLinks place={place} onMove={onMove} />}
      {organizationId && <OrganizationLinks orgId={organizationId} onMove={onMove} />}
      {home?.isOperator && (
        <Group label={t('nav.server')}>
          <NavigationLink
            to="/server"
            activeOptions={{ exact: true }}
            label={t('nav.aboutServer')}
            leftSection={<IconServer size={size} aria-hidden />}
            onClick={onMove}
          />
          <NavigationLink
            to="/organizations"
            activeOptions={{ exact: true }}
            label={t('nav.organizations')}
            leftSection={<IconBuildingCommunity size={size} aria-hidden />}
            onClick={onMove}
          />
        </Group>
      )}
    </Stack>
  );
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text size="xs" fw={600} c="dimmed" px="sm" mb={4}>
        {label}
      </Text>
      {children}
    </div>
  );
}

interface PlaceLinksProps {
  readonly place: NonNullable<Current['place']>;
  readonly onMove: () => void;
}

function PlaceLinks({ place, onMove }: PlaceLinksProps) {
  const { t } = useTranslation();
  const may = useMayAt(place);
  const shared = { params: place, onClick: onMove };
  return (
    <Group label={t(`environment.name.${place.env}`)}>
      <NavigationLink
        to="/$appId/$env"
        activeOptions={{ exact: true }}
        label={t('nav.overview')}
        leftSection={<IconHome size={size} aria-hidden />}
        {...shared}
      />
      <NavigationLink
        to="/$appId/$env/webhooks"
        label={t('nav.webhooks')}
        leftSection={<IconWebhook size={size} aria-hidden />}
        {...shared}
      />
      {place.env !== 'PRODUCTION' && (
        <NavigationLink
          to="/$appId/$env/inboxes"
          label={t('nav.inboxes')}
          leftSection={<IconInbox size={size} aria-hidden />}
          {...shared}
        />
      )}
      <NavigationLink
        to="/$appId/$env/events"
        label={t('nav.history')}
        leftSection={<IconListDetails size={size} aria-hidden />}
        {...shared}
      />
      <NavigationLink
        to="/$appId/$env/unmatched"
        label={t('nav.unmatched')}
        leftSection={<IconRouteOff size={size} aria-hidden />}
        {...shared}
      />
      <NavigationLink
        to="/$appId/$env/replays"
        label={t('nav.replays')}
        leftSection={<IconRepeat size={size} aria-hidden />}
        {...shared}
      />
      <NavigationLink
        to="/$appId/$env/alerts"
        label={t('nav.alerts')}
        leftSection={<IconBell size={size} aria-hidden />}
        rightSection={<OpenAlerts place={place} />}
        {...shared}
      />
      <NavigationLink
        to="/$appId/$env/health"
        label={t('nav.health')}
        leftSection={<IconActivityHeartbeat size={size} aria-hidden />}
        {...shared}
      />
      <NavigationLink
        to="/$appId/$env/catalog"
        label={t('nav.catalogue')}
        leftSection={<IconBook2 size={size} aria-hidden />}
        {...shared}
      />
      <NavigationLink
        to="/$appId/$env/sources"
        label={t('nav.sources')}
        leftSection={<IconPlugConnected size={size} aria-hidden />}
        {...shared}
      />
      {may('keys:read') && (
        <NavigationLink
          to="/$appId/$env/keys"
          label={t('nav.keys')}
          leftSection={<IconKey size={size} aria-hidden />}
          {...shared}
        />
      )}
      <NavigationLink
        to="/$appId/$env/settings"
        label={t('nav.settings')}
        leftSection={<IconSettings size={size} aria-hidden />}
        {...shared}
      />
    </Group>
  );
}

/** How many problems nobody has taken on yet. */
function OpenAlerts({ place }: { readonly place: Place }) {
  const { t } = useTranslation();
  const { data } = useQuery(alertCountsOptions(place));
  if (!data || data.open === 0) return null;
  return (
    <Badge color="red.9" variant="filled" size="md" circle={data.open < 10}>
      <span aria-hidden>{data.open}</span>
      <VisuallyHidden>{t('nav.openAlerts', { count: data.open })}</VisuallyHidden>
    </Badge>
  );
}

function OrganizationLinks({ orgId, onMove }: { readonly orgId: string; readonly onMove: () => void }) {
  const { t } = useTranslation();
  const shared = { onClick: onMove };
  const may = useMayAt({ orgId });
  return (
    <Group label={t('nav.organization')}>
      <NavigationLink
        to="/organizations/$orgId/directory/$kind"
        params={{ orgId, kind: 'departments' }}
        label={t('nav.directory')}
        leftSection={<IconAddressBook size={size} aria-hidden />}
        {...shared}
      />
      <NavigationLink
        to="/organizations/$orgId/applications"
        params={{ orgId }}
        label={t('nav.applications')}
        leftSection={<IconApps size={size} aria-hidden />}
        {...shared}
      />
      {may('members:read') && (
        <NavigationLink
          to="/organizations/$orgId/members"
          params={{ orgId }}
          label={t('nav.members')}
          leftSection={<IconUsers size={size} aria-hidden />}
          {...shared}
        />
      )}
      {may('identity-providers:read') && (
        <NavigationLink
          to="/organizations/$orgId/sign-on"
          params={{ orgId }}
          label={t('nav.signOn')}
          leftSection={<IconId size={size} aria-hidden />}
          {...shared}
        />
      )}
      <NavigationLink
        to="/organizations/$orgId/alert-rules"
        params={{ orgId }}
        label={t('nav.alertRules')}
        leftSection={<IconBellCog size={size} aria-hidden />}
        {...shared}
      />
      {may('audit:read') && (
        <NavigationLink
          to="/organizations/$orgId/audit"
          params={{ orgId }}
          label={t('nav.audit')}
          leftSection={<IconFileDescription size={size} aria-hidden />}
          {...shared}
        />
      )}
      <NavigationLink
        to="/organizations/$orgId"
        activeOptions={{ exact: true }}
        params={{ orgId }}
        label={t('nav.organizationSettings')}
        leftSection={<IconBuilding size={size} aria-hidden />}
        {...shared}
      />
    </Group>
  );
}
