// The environment that one works in, by letters and colour, and the way to another one: to the same list where there is one.
import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type EnvironmentName, environments, type Place } from '../api/types.ts';
import classes from './environment-switch.module.css';

/** Lists exist in every environment; a single thing exists in one. */
const lists =
  /^\/appId_[^/]+\/[^/]+(\/(?:webhooks|inboxes|events|unmatched|replays|alerts|health|catalog|sources|keys|settings))/;

export function EnvironmentSwitch({ place, only }: { readonly place: Place; readonly only: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const label = (
    <span className={classes['badge']} data-env={place.env}>
      {t(`environment.short.${place.env}`)}
    </span>
  );
  if (only) return label;
  const choose = (env: EnvironmentName) => {
    const [, list = ''] = lists.exec(path) ?? [];
    return navigate({ to: `/$appId/$env${list}` as '/$appId/$env', params: { ...place, env } });
  };
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <UnstyledButton className={classes['target']}>
          {label}
          <VisuallyHidden>
            {t('environment.switch', { name: t(`environment.name.${place.env}`) })}
          </VisuallyHidden>
          <IconChevronDown size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {environments.map((env) => (
          <Menu.Item
            key={env}
            leftSection={
              <span className={classes['badge']} data-env={env} aria-hidden>
                {t(`environment.short.${env}`)}
              </span>
            }
            rightSection={env === place.env ? <IconCheck size={16} aria-label={t('common.chosen')} /> : null}
            onClick={() => void choose(env)}
          >
            {t(`environment.name.${env}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
