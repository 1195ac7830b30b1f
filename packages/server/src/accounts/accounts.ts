// Accounts of people: everything about who somebody is and how they prove it. The API asks here; nothing here knows HTTP.
import { isServerWide } from '../domain/access.ts';
import { limit } from '../domain/limits.ts';
import type { Clock } from '../lib/clock.ts';
import type { NewId } from '../lib/ids.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Log } from '../observe/log.ts';
import type { AuditStore } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { createGuessStore } from '../store/guesses.ts';
import { createIdentityProviderStore, type IdentityProviderStore } from '../store/identity-providers.ts';
import { createInvitationStore, type InvitationStore } from '../store/invitations.ts';
import { createMemberStore, type MemberStore, type ReachedOrganization } from '../store/members.ts';
import { createOneTimeLinkStore } from '../store/one-time-links.ts';
import { createPeopleStore, type PeopleStore } from '../store/people.ts';
import { createSessionStore, type Session, type SessionStore } from '../store/sessions.ts';
import type { Vault } from '../store/vault.ts';
import { createGuessing } from './guessing.ts';
import { createInvitations, type Invitations } from './invitations.ts';
import { createOidc, type Oidc } from './oidc.ts';
import { createPasswords } from './passwords.ts';
import { createPostOffice, type LinkKind } from './post-office.ts';
import { createProfile, type Profile } from './profile.ts';
import { createReplayNews, type TellOfReplay } from './replay-news.ts';
import { createSessionKeeper, type SessionKeeper } from './session-keeper.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { createSso, type Sso } from './sso.ts';

export interface Accounts {
  readonly audit: Pick<AuditStore, 'add'>;
  readonly people: PeopleStore;
  readonly members: MemberStore;
  readonly sessions: SessionStore;
  readonly openInvitations: InvitationStore;
  readonly identityProviders: IdentityProviderStore;
  readonly keeper: SessionKeeper;
  readonly signIn: SignIn;
  readonly profile: Profile;
  readonly invitations: Invitations;
  readonly sso: Sso;
  readonly oidc: Oidc;
  readonly hasMail: boolean;
  /** Mails whoever began it that it is done. */
  readonly tellOfReplay: TellOfReplay;
  /** What a link is good for, before it is used; null when it does not work. */
  linkOf(token: string): Promise<Link | null>;
  /** The organizations that a session reaches, newest first, at most so many. */
  reached(session: Session, max: number): Promise<readonly ReachedOrganization[]>;
  /** Forgets what has ended. */
  sweep(): Promise<void>;
}

export interface Link {
  readonly kind: LinkKind;
  readonly email: string | null;
  readonly organization: { readonly id: string; readonly name: string } | null;
  readonly role: string | null;
  readonly hasAccount: boolean;
  readonly expiresAt: Date;
}

export interface AccountsOptions {
  readonly database: Database;
  readonly vault: Vault;
  readonly audit: AuditStore;
  readonly mailer: Mailer | null;
  /** For identity providers, whose addresses tenants name. */
  readonly fetch: typeof fetch;
  /** Without a slash at its end. */
  readonly publicUrl: () => string;
  /** Of the route that identity providers send browsers back to. */
  readonly callbackPath: string;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
}

export function createAccounts(options: AccountsOptions): Accounts {
  const { database, vault, audit, mailer, publicUrl, callbackPath, clock, newId, log } = options;
  const people = createPeopleStore(database, vault);
  const members = createMemberStore(database);
  const sessions = createSessionStore(database);
  const openInvitations = createInvitationStore(database);
  const identityProviders = createIdentityProviderStore(database, vault);
  const links = createOneTimeLinkStore(database);
  const guesses = createGuessStore(database, {
    freeMax: limit('sign_in_guesses_max'),
    waitSecondsMax: limit('sign_in_wait_seconds_max'),
  });
  const passwords = createPasswords();
  const guessing = createGuessing({ guesses, clock });
  const keeper = createSessionKeeper({ sessions, clock, newId });
  const post = createPostOffice({ mailer, publicUrl, clock, log });
  const oidc = createOidc({ fetch: options.fetch, now: () => clock.now() });
  const now = () => new Date(clock.now());

  async function invitationOf(token: string): Promise<Link | null> {
    const found = await openInvitations.findByToken(token, now());
    if (!found) return null;
    const { email, role, organizationId: id, organizationName: name, expiresAt } = found;
    const hasAccount = (await people.findByEmail(email)) !== null;
    return { kind: 'invitation', email, organization: { id, name }, role, hasAccount, expiresAt };
  }

  async function oneTimeOf(token: string): Promise<Link | null> {
    const bare = { organization: null, role: null };
    const reset = await links.findReset(token, now());
    if (reset) return { kind: 'password_reset', ...bare, ...reset, hasAccount: true };
    const change = await links.findEmailChange(token, now());
    if (change) {
      const { email, expiresAt } = change;
      return { kind: 'email_change', ...bare, email, hasAccount: true, expiresAt };
    }
    const expiresAt = await links.findSetUp(token, now());
    return expiresAt && { kind: 'set_up', ...bare, email: null, hasAccount: false, expiresAt };
  }

  return {
    audit,
    people,
    members,
    sessions,
    openInvitations,
    identityProviders,
    keeper,
    oidc,
    hasMail: mailer !== null,
    signIn: createSignIn({ audit, people, sessions, links, keeper, guessing, passwords, post, clock, newId }),
    profile: createProfile({ audit, people, sessions, links, guessing, passwords, post, clock }),
    invitations: createInvitations({
      invitations: openInvitations,
      people,
      keeper,
      passwords,
      post,
      clock,
      newId,
    }),
    sso: createSso({
      audit,
      providers: identityProviders,
      people,
      members,
      invitations: openInvitations,
      keeper,
      oidc,
      vault,
      callbackUrl: () => `${publicUrl()}${callbackPath}`,
      clock,
      newId,
      log,
    }),
    tellOfReplay: createReplayNews({ people, members, post, publicUrl }),
    linkOf: async (token) => (await invitationOf(token)) ?? oneTimeOf(token),
    reached(session, max) {
      if (isServerWide(session)) return members.organizations(null, max);
      const ids = [...session.memberships.keys()];
      const { organizationId } = session;
      return members.organizations(
        organizationId === null ? ids : ids.filter((id) => id === organizationId),
        max,
      );
    },
    async sweep() {
      for (const store of [sessions, openInvitations, links, guesses]) await store.sweep(now());
    },
  };
}
