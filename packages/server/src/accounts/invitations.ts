// Invitations: an administrator invites an address, whoever opens the link becomes a member, with a new account or the own.
import { isAtLeast, type Membership, type Role } from '../domain/access.ts';
import { Refusal } from '../domain/errors.ts';
import { limit } from '../domain/limits.ts';
import { type Problem, refuse } from '../domain/problems.ts';
import type { Clock } from '../lib/clock.ts';
import { type NewId, randomToken } from '../lib/ids.ts';
import type { Invitation, InvitationStore } from '../store/invitations.ts';
import type { PeopleStore } from '../store/people.ts';
import type { Session } from '../store/sessions.ts';
import { invitationLetter } from './letters.ts';
import type { Passwords } from './passwords.ts';
import type { Handed, PostOffice } from './post-office.ts';
import type { Opened, SessionKeeper, Visit } from './session-keeper.ts';
import { asPerson, assertPassword, linkTokenCharacters } from './sign-in.ts';

export interface Inviting extends Membership {
  readonly organizationId: string;
  readonly email: string;
  /** The person who invites; null for the root key. */
  readonly invitedBy: string | null;
}

export type Invited = Invitation & Handed;

export interface Invitations {
  invite(inviting: Inviting): Promise<Invited>;
  /** A new link; the old one ends. null when there is no such invitation. */
  resend(organizationId: string, id: string): Promise<Invited | null>;
  /** @param session of whoever accepts with an account of their own; null answers the session of a new account */
  accept(
    token: string,
    account: Account,
    session: Session | null,
    visit: Visit,
  ): Promise<Opened | 'own session'>;
}

/** Asked for where the address has no account yet. */
export interface Account {
  readonly name?: string;
  readonly password?: string;
}

/** @throws Refusal when somebody gives away more than they have */
export function assertMayGrant(granting: Role, roles: readonly (Role | 'none' | undefined)[]): void {
  const beyond = roles.find((role) => role === 'super_admin' && !isAtLeast(granting, role));
  if (beyond !== undefined) throw new Refusal('role_missing', { needs: 'super_admin', path: 'role' });
}

export function createInvitations(deps: {
  readonly invitations: InvitationStore;
  readonly people: PeopleStore;
  readonly keeper: SessionKeeper;
  readonly passwords: Passwords;
  readonly post: PostOffice;
  readonly clock: Clock;
  readonly newId: NewId;
}): Invitations {
  const { invitations, people, keeper, passwords, post, clock, newId } = deps;
  const now = () => new Date(clock.now());
  const until = () => new Date(clock.now() + limit('invitation_seconds_max') * 1000);

  async function hand(invitation: Invitation, token: string): Promise<Invited> {
    const { email, organizationName, invitedBy, expiresAt } = invitation;
    const handed = await post.hand(post.link('invitation', token), (url) =>
      invitationLetter(email, organizationName, invitedBy?.name ?? null, url, expiresAt),
    );
    return { ...invitation, ...handed };
  }

  async function acceptAsNew(
    invitation: Invitation,
    { name, password }: Account,
    visit: Visit,
  ): Promise<Opened> {
    if (name === undefined || password === undefined) throw refuse(missing({ name, password }));
    const { email } = invitation;
    assertPassword(password, { email, name });
    const id = newId(clock.now());
    const person = { id, email, name, passwordHash: await passwords.hash(password), superAdmin: false };
    return asPerson(person, visit, async () => {
      if (!(await invitations.accept(invitation.id, person, now()))) throw new Refusal('link_invalid');
      await people.signedIn(id, now());
      return keeper.open({ personId: id, pending: false, remember: false, via: 'password' }, visit);
    });
  }

  return {
    async invite(inviting) {
      const token = randomToken(linkTokenCharacters);
      const made = await invitations.invite(
        { ...inviting, id: newId(clock.now()), token, expiresAt: until() },
        now(),
      );
      if (made === 'member') throw new Refusal('already_exists', { what: 'a member', path: 'email' });
      if (made === 'full')
        throw new Refusal('limit_reached', { limit: limit('members_max'), what: 'members and invitations' });
      return hand(made, token);
    },
    async resend(organizationId, id) {
      const present = await invitations.find(organizationId, id, now());
      if (!present) return null;
      const token = randomToken(linkTokenCharacters);
      const expiresAt = until();
      await invitations.renew(present.id, token, expiresAt, now());
      return hand({ ...present, expiresAt }, token);
    },
    async accept(token, account, session, visit) {
      const invitation = await invitations.findByToken(token, now());
      if (!invitation) throw new Refusal('link_invalid');
      const { email } = invitation;
      const person = await people.findByEmail(email);
      if (person === null) return acceptAsNew(invitation, account, visit);
      if (session === null) throw new Refusal('sign_in_first', { email });
      if (session.personId !== person.id) throw new Refusal('invitation_of_another', { email });
      if (session.organizationId !== null) throw new Refusal('needs_password_session');
      const accepted = await asPerson(person, visit, () =>
        invitations.accept(invitation.id, person.id, now()),
      );
      if (!accepted) throw new Refusal('link_invalid');
      return 'own session';
    },
  };
}

function missing(account: Readonly<Record<string, string | undefined>>): readonly Problem[] {
  return Object.entries(account)
    .filter(([, value]) => value === undefined)
    .map(([path]) => ({ code: 'missing_field', path }));
}
