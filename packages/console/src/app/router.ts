// The router, its types for every link of the console, and what happens when the server no longer knows who is asking.
import { createRouter } from '@tanstack/react-router';
import { credential } from '../api/credential.ts';
import { homeOptions } from '../api/home.ts';
import { createQueryClient } from '../api/query-client.ts';
import { parseSearch, stringifySearch } from '../lib/search.ts';
import { hasUnsaved } from '../lib/unsaved.ts';
import { routeTree } from '../routes.ts';
import { askToSignInAgain } from '../ui/signed-out.ts';

export const queryClient = createQueryClient(signedOut);

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** Back to the sign-in page and from there to where one was; where something is unsaved, one signs in on top of it. */
function signedOut(): void {
  const wasIn = credential.get() !== null || queryClient.getQueryData(homeOptions().queryKey) !== undefined;
  if (!wasIn) return;
  if (hasUnsaved()) {
    askToSignInAgain();
    return;
  }
  const way = credential.get() === null ? {} : ({ with: 'key' } as const);
  credential.clear();
  queryClient.clear();
  const { href } = router.state.location;
  void router.navigate({
    to: '/login',
    search: { ...way, ended: 'yes', ...(href !== '/' && { next: href }) },
  });
}
