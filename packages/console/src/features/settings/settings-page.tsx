// Settings as tiles: what can be set up, in a few words each.
import { SimpleGrid, Text } from '@mantine/core';
import {
  IconAddressBook,
  IconApps,
  IconBellCog,
  IconBuilding,
  IconFileDescription,
  IconId,
  IconKey,
  IconPlugConnected,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { May } from '../../parts/may.tsx';
import { useOrganizationOf, usePlace } from '../../place.ts';
import { PlainLink } from '../../ui/links.tsx';
import { Page } from '../../ui/page.tsx';
import classes from './settings-page.module.css';

type TileName =
  | 'webhook'
  | 'sources'
  | 'keys'
  | 'directory'
  | 'applications'
  | 'members'
  | 'signOn'
  | 'alertRules'
  | 'audit'
  | 'organization';

export function SettingsPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const orgId = useOrganizationOf(place.appId)?.id ?? null;
  return (
    <Page title={t('settings.title')}>
      <SimpleGrid component="ul" cols={{ base: 1, xs: 2, md: 3 }} p={0} m={0}>
        <Tile name="webhook" icon={IconWebhook} to="/$appId/$env/webhooks" params={place} />
        <Tile name="sources" icon={IconPlugConnected} to="/$appId/$env/sources" params={place} />
        {orgId !== null && (
          <>
            <May access="keys:read">
              <Tile name="keys" icon={IconKey} to="/$appId/$env/keys" params={place} />
            </May>
            <Tile
              name="directory"
              icon={IconAddressBook}
              to="/organizations/$orgId/directory/$kind"
              params={{ orgId, kind: 'departments' }}
            />
            <Tile
              name="applications"
              icon={IconApps}
              to="/organizations/$orgId/applications"
              params={{ orgId }}
            />
            <May access="members:read">
              <Tile name="members" icon={IconUsers} to="/organizations/$orgId/members" params={{ orgId }} />
            </May>
            <May access="identity-providers:read">
              <Tile name="signOn" icon={IconId} to="/organizations/$orgId/sign-on" params={{ orgId }} />
            </May>
            <Tile
              name="alertRules"
              icon={IconBellCog}
              to="/organizations/$orgId/alert-rules"
              params={{ orgId }}
            />
            <May access="audit:read">
              <Tile
                name="audit"
                icon={IconFileDescription}
                to="/organizations/$orgId/audit"
                params={{ orgId }}
              />
            </May>
            <Tile name="organization" icon={IconBuilding} to="/organizations/$orgId" params={{ orgId }} />
          </>
        )}
      </SimpleGrid>
    </Page>
  );
}

type TileProps = LinkProps & { readonly name: TileName; readonly icon: typeof IconKey };

function Tile({ name, icon: Icon, ...link }: TileProps) {
  const { t } = useTranslation();
  return (
    <li className={classes['tile']}>
      <PlainLink className={classes['link']} {...link}>
        <Icon size={28} stroke={1.6} aria-hidden />
        <span>
          <Text span fw={650} display="block">
            {t(`settings.tile.${name}`)}
          </Text>
          <Text span size="sm" c="dimmed" display="block">
            {t(`settings.hint.${name}`)}
          </Text>
        </span>
      </PlainLink>
    </li>
  );
}
