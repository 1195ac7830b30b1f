// A page about one thing that is read first: until it is there, and when it cannot be read, the page has a name all the same.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from './loaded.tsx';
import { Page } from './page.tsx';

interface PageOfProps<T> {
  readonly query: UseQueryResult<T>;
  /** What kind of thing it is. */
  readonly title: string;
  readonly trail?: readonly ReactNode[];
  readonly children: (data: T) => ReactNode;
}

export function PageOf<T>({ query, title, trail, children }: PageOfProps<T>) {
  if (query.data !== undefined) return <Loaded query={query}>{children}</Loaded>;
  return (
    <Page title={title} {...(trail && { trail })}>
      <Loaded query={query}>{children}</Loaded>
    </Page>
  );
}
