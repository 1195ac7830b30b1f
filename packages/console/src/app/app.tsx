// What surrounds all pages: theme, direction, texts, data, notifications.
import {
  DirectionProvider,
  localStorageColorSchemeManager,
  MantineProvider,
  useDirection,
} from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { withTexts } from '../i18n/i18n.ts';
import { languages } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { nonce } from '../lib/nonce.ts';
import { Announcer } from '../ui/announce.tsx';
import { useAskedToSignIn } from '../ui/signed-out.ts';
import { cssVariables, theme } from '../ui/theme.ts';
import { Toasts } from '../ui/toasts.tsx';
import { queryClient, router } from './router.ts';

const SignInAgain = lazy(() =>
  withTexts(['accounts'], () => import('../features/session/sign-in-again.tsx')),
);

const schemes = localStorageColorSchemeManager({ key: 'signpost.scheme' });
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
          <RouterProvider router={router} InnerWrap={WithSignIn} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

/** Within the router, since the form has links. */
function WithSignIn({ children }: { readonly children: ReactNode }) {
  const isAsked = useAskedToSignIn();
  return (
    <>
      {children}
      {isAsked && (
        <Suspense fallback={null}>
          <SignInAgain />
        </Suspense>
      )}
    </>
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
