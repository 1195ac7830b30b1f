// Single sign-on: who somebody is to us that an identity provider vouches for. What an organization's own provider says
// counts in that organization only: its session reaches nothing else, and its word about an address makes nobody a member
// who is neither invited nor let in by the provider's default role.
import { domainOf } from '../domain/person.ts';
import type { Clock } from '../lib/clock.ts';
import type { NewId } from '../lib/ids.ts';
import type { Log } from '../observe/log.ts';
import type { AuditStore } from '../store/audit.ts';
import type { IdentityProvider, IdentityProviderStore } from '../store/identity-providers.ts';
import type { InvitationStore } from '../store/invitations.ts';
import type { MemberStore } from '../store/members.ts';
import type { PeopleStore, Person } from '../store/people.ts';
import type { Vault } from '../store/vault.ts';
import { type Checks, type Claims, describe, type Oidc } from './oidc.ts';
import type { Opened, SessionKeeper, Visit } from './session-keeper.ts';
import { asPerson } from './sign-in.ts';

export type SsoError = 'sso_unavailable' | 'sso_refused' | 'sso_email_unverified' | 'sso_not_a_member';

export type SsoOutcome =
  | { readonly kind: 'signed_in'; readonly opened: Opened; readonly next: string }
  | { readonly kind: 'failed'; readonly error: SsoError; readonly next: string };

export interface Sso {
  /** Where the browser is sent, and the ticket that it keeps meanwhile; null when there is no such provider. */
  begin(providerId: string, next: string): Promise<Begun | null>;
  /** @param search the query of the URL that the provider sent the browser back to, with `?` */
  finish(ticket: string | null, search: string, visit: Visit): Promise<SsoOutcome>;
  find(email: string): Promise<{ readonly id: string; readonly name: string } | null>;
}

export type Begun =
  | { readonly kind: 'begun'; readonly url: string; readonly ticket: string }
  | { readonly kind: 'failed'; readonly error: SsoError };

export interface SsoDeps {
  readonly audit: Pick<AuditStore, 'add'>;
  readonly providers: IdentityProviderStore;
  readonly people: PeopleStore;
  readonly members: MemberStore;
  readonly invitations: InvitationStore;
  readonly keeper: SessionKeeper;
  readonly oidc: Oidc;
  readonly vault: Vault;
  readonly callbackUrl: () => string;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
}

export const ticketSecondsMax = 10 * 60;
const ticketPlace = 'sso-ticket';

interface Ticket extends Checks {
  readonly providerId: string;
  readonly next: string;
  readonly until: number;
}

export function createSso(deps: SsoDeps): Sso {
  const { audit, providers, keeper, oidc, vault, callbackUrl, clock, log } = deps;

  const sealTicket = (ticket: Ticket) =>
    vault.seal(Buffer.from(JSON.stringify(ticket)), ticketPlace).toString('base64url');

  /** null for what is none of ours, or too old. */
  function openTicket(text: string | null): Ticket | null {
    if (text === null) return null;
    try {
      const ticket = JSON.parse(vault.open(Buffer.from(text, 'base64url'), ticketPlace).toString()) as Ticket;
      return ticket.until > clock.now() ? ticket : null;
    } catch {
      return null;
    }
  }

  async function enter(
    provider: IdentityProvider,
    claims: Claims,
    next: string,
    visit: Visit,
  ): Promise<SsoOutcome> {
    const outcome = await recognize(deps, provider, claims, visit);
    if (typeof outcome === 'string') {
      log.warn(
        { identityProviderId: provider.id, reason: outcome },
        'somebody was not let in by an identity provider',
      );
      await audit.add({
        actor: { kind: 'anonymous', id: null, name: null, ...visit },
        organizationId: provider.organizationId,
        action: 'session.refused',
        object: { kind: 'identity_provider', id: provider.id, name: provider.name },
        after: { reason: outcome },
      });
      return { kind: 'failed', error: outcome, next };
    }
    const opened = await keeper.open(
      {
        personId: outcome.id,
        pending: false,
        remember: false,
        via: 'identity_provider',
        identityProviderId: provider.id,
        organizationId: provider.organizationId,
      },
      visit,
    );
    await deps.people.signedIn(outcome.id, new Date(clock.now()));
    return { kind: 'signed_in', opened, next };
  }

  return {
    find: (email) => providers.forDomain(domainOf(email)),
    async begin(providerId, next) {
      const provider = await providers.usable(providerId);
      if (!provider) return null;
      try {
        const { url, checks } = await oidc.begin(provider, callbackUrl());
        const until = clock.now() + ticketSecondsMax * 1000;
        return { kind: 'begun', url, ticket: sealTicket({ ...checks, providerId, next, until }) };
      } catch (error) {
        log.warn(
          { identityProviderId: providerId, reason: describe(error) },
          'an identity provider cannot be asked',
        );
        return { kind: 'failed', error: 'sso_unavailable' };
      }
    },
    async finish(text, search, visit) {
      const ticket = openTicket(text);
      const provider = ticket && (await providers.usable(ticket.providerId));
      if (!ticket || !provider) return { kind: 'failed', error: 'sso_refused', next: '/' };
      try {
        const claims = await oidc.finish(provider, new URL(`${callbackUrl()}${search}`), ticket);
        return await enter(provider, claims, ticket.next, visit);
      } catch (error) {
        log.warn(
          { identityProviderId: provider.id, reason: describe(error) },
          'signing in at an identity provider failed',
        );
        return { kind: 'failed', error: 'sso_refused', next: ticket.next };
      }
    },
  };
}

/** The person who somebody is, or why nobody. */
async function recognize(
  deps: SsoDeps,
  provider: IdentityProvider,
  claims: Claims,
  visit: Visit,
): Promise<Person | SsoError> {
  const { providers, people, clock } = deps;
  const known = await providers.person(provider.id, claims.subject);
  const linked = known === null ? null : await people.find(known);
  if (linked) return (await isIn(deps, provider, linked, visit)) ? active(linked) : 'sso_not_a_member';
  if (claims.email === null || !(claims.emailVerified || provider.trustsUnverifiedEmail))
    return 'sso_email_unverified';
  const person = await people.findByEmail(claims.email);
  const found = person ?? (await newcomer(deps, provider, claims.email, claims.name, visit));
  if (found === null) return 'sso_not_a_member';
  const isMember =
    person === null ||
    (await isIn(deps, provider, found, visit)) ||
    (await letIn(deps, provider, found, visit));
  if (!isMember) return 'sso_not_a_member';
  const isNew = await asPerson(found, visit, () =>
    providers.link(provider.id, claims.subject, found.id, new Date(clock.now())),
  );
  // Linked to somebody else there: another subject with the same address is not the same person.
  return isNew ? active(found) : 'sso_refused';
}

function active(person: Person): Person | SsoError {
  return person.disabledAt === null ? person : 'sso_refused';
}

/** Whether somebody belongs where the provider's word counts; an open invitation is as good as accepted. */
async function isIn(
  { members, invitations, clock }: SsoDeps,
  { organizationId }: IdentityProvider,
  person: Person,
  visit: Visit,
): Promise<boolean> {
  const now = new Date(clock.now());
  const open = await invitations.openFor(person.email, organizationId, now);
  await asPerson(person, visit, async () => {
    for (const { id } of open) await invitations.accept(id, person.id, now);
  });
  return organizationId === null || (await members.find(organizationId, person.id)) !== null;
}

/** Whoever has an account elsewhere comes in by the provider's default role. */
async function letIn(
  { members, clock }: SsoDeps,
  { organizationId, defaultRole }: IdentityProvider,
  person: Person,
  visit: Visit,
): Promise<boolean> {
  if (organizationId === null || defaultRole === null) return false;
  const membership = { role: defaultRole, environmentRoles: {} };
  await asPerson(person, visit, () =>
    members.add(organizationId, person.id, membership, new Date(clock.now())),
  );
  return true;
}

/** Somebody without an account gets one if invited, or by the provider's default role. */
async function newcomer(
  deps: SsoDeps,
  provider: IdentityProvider,
  email: string,
  called: string | null,
  visit: Visit,
): Promise<Person | null> {
  const { invitations, people, newId, clock } = deps;
  const now = new Date(clock.now());
  const open = await invitations.openFor(email, provider.organizationId, now);
  const mayCome = open.length > 0 || (provider.organizationId !== null && provider.defaultRole !== null);
  if (!mayCome) return null;
  const id = newId(clock.now());
  const name = called ?? email;
  const person = await asPerson({ id, name }, visit, () =>
    people.create({ id, email, name, passwordHash: null, superAdmin: false }, now),
  );
  // Made by another at this very moment: the next try finds it.
  if (person === 'exists') return null;
  const isMember =
    (await isIn(deps, provider, person, visit)) || (await letIn(deps, provider, person, visit));
  return isMember ? person : null;
}
