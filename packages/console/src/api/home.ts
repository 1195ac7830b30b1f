// What the signed-in person can reach: organizations with their applications.
import { queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';
import { credential } from './credential.ts';
import { environments, type Place } from './types.ts';

export interface HomeOrganization {
  /** null: the key reaches one application and does not know whose it is. */
  readonly id: string | null;
  readonly name: string;
  readonly applications: readonly { readonly id: string; readonly name: string }[];
}

export interface Home {
  readonly organizations: readonly HomeOrganization[];
  /** The one environment that the key is for; null reaches all. */
  readonly only: Place | null;
  /** Whether organizations can be made. */
  readonly isOperator: boolean;
}

const organizationsMax = 50;

export const homeOptions = () => queryOptions({ queryKey: ['home'], queryFn: readHome, staleTime: 60_000 });

async function readHome(): Promise<Home> {
  const only = placeOfKey(credential.get() ?? '');
  if (only !== null) {
    const application = { id: only.appId, name: only.appId };
    return { only, isOperator: false, organizations: [{ id: null, name: '', applications: [application] }] };
  }
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
      return { id, name, applications: applications.data };
    }),
  );
  return { only: null, isOperator: true, organizations };
}

/** A key says itself where it belongs: `skv2_<environment>_<appIdPart>_<secret>`. */
function placeOfKey(key: string): Place | null {
  const [prefix, environment, part, secret] = key.split('_');
  const env = environments.find((name) => name.toLowerCase() === environment);
  return prefix === 'skv2' && env && part && secret ? { appId: `appId_${part}`, env } : null;
}
