// The frame of every signed-in page: where one is, where one can go, and the page itself.
import { ActionIcon, AppShell, Box, Burger, Divider, Group, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLogout, IconUserCircle, IconUserCog } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { credential } from '../api/credential.ts';
import type { Home } from '../api/home.ts';
import { signOut } from '../api/session.ts';
import { rememberPlace } from '../place.ts';
import { Brand } from '../ui/brand.tsx';
import { PlainLink } from '../ui/links.tsx';
import { useNotifyProblem } from '../ui/notify-problem.ts';
import { LanguageMenu, SchemeMenu, TimesMenuItems } from '../ui/preferences.tsx';
import { useCurrent } from './current.ts';
import { EnvironmentSwitch } from './environment-switch.tsx';
import { PlaceSwitch } from './place-switch.tsx';
import classes from './shell.module.css';

const Jump = lazy(() => import('./jump.tsx'));
/** It has a place of its own beside the page, which need not wait for it. */
const Navigation = lazy(() => import('./navigation.tsx'));

export function Shell() {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure();
  const current = useCurrent();
  const { place, home } = current;
  const main = useFocusOnMove();
  useEffect(() => {
    if (place) rememberPlace(place);
  }, [place]);
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 248, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding={{ base: 'md', sm: 'lg' }}
      transitionDuration={0}
    >
      <a className="skip-link" href="#main">
        {t('nav.skip')}
      </a>
      <AppShell.Header className={classes['header']} data-env={place?.env}>
        <Group h="100%" px="md" gap="sm" wrap="nowrap">
          <Burger
            opened={opened}
            onClick={toggle}
            hiddenFrom="md"
            size="sm"
            aria-label={t(opened ? 'nav.close' : 'nav.open')}
            aria-expanded={opened}
            aria-controls="navigation"
          />
          <PlainLink to="/" aria-label={t('nav.home')} className={classes['brand']}>
            <Brand />
          </PlainLink>
          <Divider orientation="vertical" my="md" visibleFrom="sm" />
          <Box visibleFrom="sm" miw={0}>
            <PlaceSwitch current={current} />
          </Box>
          {place && <EnvironmentSwitch place={place} only={home?.only != null} />}
          <Group ms="auto" gap={4} wrap="nowrap">
            {place && (
              <Box visibleFrom="xs">
                <Suspense fallback={null}>
                  <Jump place={place} />
                </Suspense>
              </Box>
            )}
            <LanguageMenu />
            <SchemeMenu />
            <PersonMenu person={home?.person} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar
        id="navigation"
        aria-label={t('nav.label')}
        className={classes['navbar']}
        data-opened={opened || undefined}
      >
        <Box p="sm" className={classes['scrolled'] ?? ''}>
          <Box hiddenFrom="sm" mb="sm">
            <PlaceSwitch current={current} />
          </Box>
          <Suspense fallback={null}>
            <Navigation current={current} onMove={close} />
          </Suspense>
        </Box>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} ref={main} data-menu-open={opened || undefined}>
        <Box maw={1440} mx="auto">
          <Outlet />
        </Box>
      </AppShell.Main>
    </AppShell>
  );
}

/** After a move the next Tab begins at the page, and those who listen hear where they are. */
function useFocusOnMove() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}

function PersonMenu({ person }: { readonly person: Home['person'] | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const leave = useMutation({
    mutationFn: async () => {
      if (credential.get() === null) await signOut();
    },
    onSuccess: async () => {
      const way = credential.get() === null ? {} : ({ with: 'key' } as const);
      credential.clear();
      queryClient.clear();
      await navigate({ to: '/login', search: way });
    },
    onError: useNotifyProblem(),
  });
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('nav.person')}>
          <IconUserCircle size={22} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {person ? (
          <>
            <Text size="sm" fw={600} px="sm" pt={6} component="bdi" display="block" truncate>
              {person.name}
            </Text>
            <Text size="sm" c="dimmed" px="sm" pb={6} component="bdi" display="block" dir="ltr" truncate>
              {person.email}
            </Text>
            <Menu.Item
              leftSection={<IconUserCog size={16} aria-hidden />}
              onClick={() => void navigate({ to: '/account' })}
            >
              {t('nav.account')}
            </Menu.Item>
            <Menu.Divider />
          </>
        ) : (
          <Text size="sm" c="dimmed" px="sm" py={6}>
            {t('session.signedInWithKey')}
          </Text>
        )}
        <TimesMenuItems />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} className="mirrored" aria-hidden />}
          onClick={() => leave.mutate()}
        >
          {t('session.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
