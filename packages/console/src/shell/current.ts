// What the frame around a page is about: the place of the page's address, else the last one, else the first there is.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type Home, homeOptions } from '../api/home.ts';
import type { Place } from '../api/types.ts';
import { startPlace } from '../place.ts';

export interface Current {
  readonly home: Home | undefined;
  readonly place: Place | null;
  readonly organizationId: string | null;
  readonly organizationName: string;
  readonly applicationName: string;
}

export function useCurrent(): Current {
  const params = useParams({ strict: false });
  const { data: home } = useQuery(homeOptions());
  const inAddress = params.appId && params.env ? { appId: params.appId, env: params.env } : null;
  const place = inAddress ?? (home ? startPlace(home, params.orgId) : null);
  const organizations = home?.organizations ?? [];
  const organization =
    organizations.find(({ id }) => id !== null && id === params.orgId) ??
    organizations.find(({ applications }) => applications.some(({ id }) => id === place?.appId));
  const application = organization?.applications.find(({ id }) => id === place?.appId);
  return {
    home,
    place,
    organizationId: params.orgId ?? organization?.id ?? null,
    organizationName: organization?.name ?? '',
    applicationName: application?.name ?? place?.appId ?? '',
  };
}
