// Where in the tenancy a page stands: the application and environment of its address, the organization behind them, and what
// whoever is here may do there.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type Access, mayDo, type Role } from './api/access.ts';
import { type Home, type HomeOrganization, homeOptions } from './api/home.ts';
import { type EnvironmentName, environments, type Place } from './api/types.ts';
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

/**
 * Whether something may be done where the page stands; what may not is hidden, or says why. Until it is known nothing may.
 */
export function useMay(): (access: Access) => boolean {
  const { orgId, appId, env } = useParams({ strict: false });
  return useMayAt({ orgId, appId, env });
}

/** Whether it is known by now what whoever is here may do. */
export function useIsKnown(): boolean {
  return useQuery(homeOptions()).data !== undefined;
}

/** What whoever is here is in an organization; null while it is not known, and for strangers. */
export function useRoleIn(orgId: string): Role | null {
  const { data } = useQuery(homeOptions());
  if (data?.isOperator) return 'super_admin';
  return data?.organizations.find(({ id }) => id === orgId)?.role ?? null;
}

interface Somewhere {
  readonly orgId?: string | undefined;
  readonly appId?: string | undefined;
  readonly env?: EnvironmentName | undefined;
}

export function useMayAt(where: Somewhere): (access: Access) => boolean {
  return mayAt(useQuery(homeOptions()).data, where);
}

export function mayAt(data: Home | undefined, { orgId, appId, env }: Somewhere): (access: Access) => boolean {
  const isThere = ({ id, applications }: HomeOrganization) =>
    orgId === undefined ? applications.some((one) => one.id === appId) : id === orgId;
  const organization = data?.organizations.find(isThere);
  return (access) => {
    if (data?.isOperator) return true;
    return (
      organization !== undefined && mayDo(organization, access, appId === undefined ? null : (env ?? null))
    );
  };
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
