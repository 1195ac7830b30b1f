// Where in the tenancy a page stands: the application and environment of its address, and the organization behind them.
import { useQuery } from '@tanstack/react-query';
import { type Home, type HomeOrganization, homeOptions } from './api/home.ts';
import { environments, type Place } from './api/types.ts';
import { readStored, writeStored } from './lib/stored.ts';
import { placeRoute } from './routes.ts';

export function usePlace(): Place {
  return placeRoute.useParams();
}

/** The organization that an application belongs to; null while it is not known. */
export function useOrganizationOf(appId: string | undefined): HomeOrganization | null {
  const { data } = useQuery(homeOptions());
  const owns = ({ applications }: HomeOrganization) => applications.some(({ id }) => id === appId);
  return data?.organizations.find(owns) ?? null;
}

export function rememberPlace({ appId, env }: Place): void {
  writeStored('signpost.place', `${appId} ${env}`);
}

function rememberedPlace(): Place | null {
  const [appId, env] = (readStored('signpost.place') ?? '').split(' ');
  const known = environments.find((name) => name === env);
  return appId && known ? { appId, env: known } : null;
}

/** Where somebody begins: what they had last, if it is still theirs. `orgId` narrows it to one organization. */
export function startPlace(home: Home, orgId?: string): Place | null {
  if (home.only !== null) return home.only;
  const organizations = home.organizations.filter(({ id }) => orgId === undefined || id === orgId);
  const applications = organizations.flatMap((organization) => organization.applications);
  const remembered = rememberedPlace();
  if (remembered && applications.some(({ id }) => id === remembered.appId)) return remembered;
  const [first] = applications;
  return first ? { appId: first.id, env: 'DEVELOPMENT' } : null;
}
