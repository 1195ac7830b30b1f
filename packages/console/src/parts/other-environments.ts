// The other environments of the application in which something may be done, the one nearest to production first.
import { useQuery } from '@tanstack/react-query';
import type { Access } from '../api/access.ts';
import { homeOptions } from '../api/home.ts';
import { type EnvironmentName, environments } from '../api/types.ts';
import { mayAt, usePlace } from '../place.ts';

export function useOtherEnvironments(access: Access): readonly EnvironmentName[] {
  const { data } = useQuery(homeOptions());
  const { appId, env } = usePlace();
  // A key that is for one environment reaches no other, whatever it may do in its own.
  if (data === undefined || data.only !== null) return [];
  return environments
    .toReversed()
    .filter((other) => other !== env && mayAt(data, { appId, env: other })(access));
}
