// Who is here and what they can reach: a person with a session, or whoever holds a key.
import { queryOptions } from '@tanstack/react-query';
import type { EnvironmentRoles, Role } from './access.ts';
import { answered, http } from './client.ts';
import { credential } from './credential.ts';
import { environments, type Me, type Place } from './types.ts';

export interface HomeOrganization {
  /** null: the key reaches one application and does not know whose it is. */
  readonly id: string | null;
  readonly name: string;
  readonly role: Role;
  readonly environmentRoles: EnvironmentRoles;
  readonly applications: readonly { readonly id: string; readonly name: string }[];
}

export interface Home {
  /** null: it is a key. */
  readonly person: Me['person'] | null;
  readonly organizations: readonly HomeOrganization[];
  /** The one environment that the key is for; null reaches all. */
  readonly only: Place | null;
  /** Whether organizations can be made. */
  readonly isOperator: boolean;
}

const organizationsMax = 50;

export const homeOptions = () => queryOptions({ queryKey: ['home'], queryFn: readHome, staleTime: 60_000 });

async function readHome(): Promise<Home> {
  const key = credential.get();
  if (key === null) return homeOfPerson();
  const only = placeOfKey(key);
  if (only === null) return homeOfRoot();
  const application = { id: only.appId, name: only.appId };
  // What else a key may do stands in its scopes, which only the server knows.
  const organization = { id: null, name: '', role: 'developer', environmentRoles: {} } as const;
  return {
    person: null,
    only,
    isOperator: false,
    organizations: [{ ...organization, applications: [application] }],
  };
}

async function homeOfPerson(): Promise<Home> {
  const { person, session, organizations } = await answered(http.GET('/api/v1/me', {}));
  return {
    person,
    only: null,
    isOperator: person.superAdmin && session.organizationId === null,
    organizations: organizations as readonly HomeOrganization[],
  };
}

async function homeOfRoot(): Promise<Home> {
  const { data } = await answered(
    http.GET('/api/v1/organizations', { params: { query: { limit: organizationsMax } } }),
  );
  const organizations = await Promise.all(
    data.map(async ({ id, name }) => {
      const applications = await answered(
        http.GET('/api/v1/organizations/{orgId}/applications', {
          params: { path: { orgId: id }, query: { limit: 200 } },
        }),
      );
      const role = 'super_admin' as const;
      return { id, name, role, environmentRoles: {}, applications: applications.data };
    }),
  );
  return { person: null, only: null, isOperator: true, organizations };
}

/** A key says itself where it belongs: `skv2_<environment>_<appIdPart>_<secret>`. */
function placeOfKey(key: string): Place | null {
  const [prefix, environment, part, secret] = key.split('_');
  const env = environments.find((name) => name.toLowerCase() === environment);
  return prefix === 'skv2' && env && part && secret ? { appId: `appId_${part}`, env } : null;
}
