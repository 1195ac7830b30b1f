// What surrounds all pages: theme, direction, texts, data, notifications.
import {
  DirectionProvider,
  localStorageColorSchemeManager,
  MantineProvider,
  useDirection,
} from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { credential } from '../api/credential.ts';
import { createQueryClient } from '../api/query-client.ts';
import { languages } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { nonce } from '../lib/nonce.ts';
import { Announcer } from '../ui/announce.tsx';
import { cssVariables, theme } from '../ui/theme.ts';
import { Toasts } from '../ui/toasts.tsx';
import { router } from './router.ts';

const schemes = localStorageColorSchemeManager({ key: 'signpost.scheme' });
const queryClient = createQueryClient(signedOut);

/** The server no longer knows who is asking: back to the sign-in page, and from there to where one was. */
function signedOut(): void {
  if (credential.get() === null) return;
  credential.clear();
  queryClient.clear();
  const { href } = router.state.location;
  void router.navigate({ to: '/login', search: { ended: 'yes', ...(href !== '/' && { next: href }) } });
}

export function App() {
  return (
    <DirectionProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        colorSchemeManager={schemes}
        getStyleNonce={() => nonce}
      >
        <FollowLanguage />
        <Announcer />
        <Toasts />
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

function FollowLanguage() {
  const { direction } = languages[useLanguage()];
  const { dir, setDirection } = useDirection();
  useEffect(() => {
    if (dir !== direction) setDirection(direction);
  }, [dir, direction, setDirection]);
  return null;
}
