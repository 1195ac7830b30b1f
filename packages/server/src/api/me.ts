// Who is signed in, and which organizations they reach, as the API shows it.
import type { Accounts } from '../accounts/accounts.ts';
import { membershipIn } from '../domain/access.ts';
import { Refusal } from '../domain/errors.ts';
import type { Session } from '../store/sessions.ts';

const organizationsShownMax = 50;

export async function showMe(accounts: Accounts, session: Session) {
  const person = await accounts.people.find(session.personId);
  if (!person) throw new Refusal('unauthenticated');
  const reached = await accounts.reached(session, organizationsShownMax + 1);
  const { id, via, organizationId, createdAt, expiresAt } = session;
  return {
    person: {
      id: person.id,
      email: person.email,
      name: person.name,
      superAdmin: person.superAdmin,
      twoFactor: person.twoFactor,
      recoveryCodesLeft: person.recoveryCodesLeft,
      hasPassword: person.passwordHash !== null,
      dismissed: person.dismissed,
      createdAt: person.createdAt,
    },
    session: { id, via, organizationId, createdAt, expiresAt },
    organizations: reached.slice(0, organizationsShownMax).map((organization) => ({
      ...organization,
      ...(membershipIn(session, organization.id) ?? {
        role: 'viewer',
        environmentRoles: {},
        requiresTwoFactor: false,
      }),
    })),
    moreOrganizations: reached.length > organizationsShownMax,
  };
}
