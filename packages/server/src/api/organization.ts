// The organization of a path: read, or refused in the one way.
import { Refusal } from '../domain/errors.ts';
import { isUuid } from '../lib/ids.ts';
import type { Organization, OrganizationStore } from '../store/organizations.ts';

export async function existingOrganization(
  tenants: Pick<OrganizationStore, 'organization'>,
  orgId: string,
): Promise<Organization> {
  const organization = isUuid(orgId) ? await tenants.organization(orgId) : null;
  if (!organization) throw new Refusal('not_found', { what: 'organization', path: 'orgId' });
  return organization;
}
