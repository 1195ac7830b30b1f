// What people change about their own accounts: name, password, second factor. Whatever weakens an account asks for the
// password once more, and is not possible in a session that only an identity provider vouches for.
import { Refusal } from '../domain/errors.ts';
import { limit } from '../domain/limits.ts';
import { foldEmail } from '../domain/person.ts';
import { refuse } from '../domain/problems.ts';
import type { Clock } from '../lib/clock.ts';
import { randomToken } from '../lib/ids.ts';
import type { AuditStore } from '../store/audit.ts';
import type { OneTimeLinkStore } from '../store/one-time-links.ts';
import type { PeopleStore, Person } from '../store/people.ts';
import type { Session, SessionStore } from '../store/sessions.ts';
import type { Guessing } from './guessing.ts';
import { newAddressLetter, takenAddressLetter } from './letters.ts';
import type { Passwords } from './passwords.ts';
import type { PostOffice } from './post-office.ts';
import type { Visit } from './session-keeper.ts';
import { asPerson, assertPassword, linkTokenCharacters } from './sign-in.ts';
import { hashRecoveryCode, newRecoveryCodes, newTotpSecret, totpStep, totpUrl } from './totp.ts';

export interface Profile {
  changePassword(session: Session, current: string, password: string, address: string | null): Promise<void>;
  /** A new authenticator, which counts once `confirmTwoFactor` had a code of it. */
  beginTwoFactor(
    session: Session,
    password: string,
  ): Promise<{ readonly secret: string; readonly url: string }>;
  /** The recovery codes, to be shown once. */
  confirmTwoFactor(session: Session, code: string, address: string | null): Promise<readonly string[]>;
  renewRecoveryCodes(session: Session, password: string): Promise<readonly string[]>;
  endTwoFactor(session: Session, password: string, address: string | null): Promise<void>;
  /** Mails a link to the address that is to be the person's. Answers the same when it is another's already. */
  askEmailChange(session: Session, email: string, password: string): Promise<void>;
  /** The new address. The one before is told. */
  confirmEmailChange(token: string, visit: Visit): Promise<string>;
}

export interface ProfileDeps {
  readonly audit: Pick<AuditStore, 'add'>;
  readonly people: PeopleStore;
  readonly sessions: SessionStore;
  readonly links: OneTimeLinkStore;
  readonly guessing: Guessing;
  readonly passwords: Passwords;
  readonly post: PostOffice;
  readonly clock: Clock;
}

export function createProfile(deps: ProfileDeps): Profile {
  const { audit, people, sessions, links, guessing, passwords, post, clock } = deps;
  const now = () => new Date(clock.now());

  /** A session that somebody left open, or stole, is where another would guess. */
  async function tellRefused({ personId, email }: Session, locks: boolean): Promise<void> {
    const object = { kind: 'person', id: personId, name: email };
    const after = { reason: 'own_password' };
    await audit.add({ object, after, action: 'session.refused' });
    if (locks) await audit.add({ object, after, action: 'session.locked' });
  }

  /** The person of the session, who has just given the right password. */
  async function proven(session: Session, password: string, path: string): Promise<Person> {
    if (session.via !== 'password') throw new Refusal('needs_password_session');
    const person = await guessing.guess('own-password', session.personId, async (locks) => {
      const found = await people.find(session.personId);
      const right = await passwords.verify(password, found?.passwordHash ?? null);
      if (!right) await tellRefused(session, locks);
      return right ? found : null;
    });
    if (person === null) throw new Refusal('password_refused', { path });
    return person;
  }

  return {
    async changePassword(session, current, password, address) {
      const person = await proven(session, current, 'current');
      assertPassword(password, person);
      await people.setPassword(person.id, await passwords.hash(password), now());
      await sessions.endAll(person.id, session.id);
      // Whoever knew the old one may have asked for it.
      await links.endEmailChange(person.id);
      post.tell(person.email, 'your password was changed', address);
    },
    async beginTwoFactor(session, password) {
      const person = await proven(session, password, 'password');
      if (person.twoFactor) throw new Refusal('already_exists', { what: 'an authenticator', path: 'secret' });
      const secret = newTotpSecret();
      await people.beginTotp(person.id, secret, now());
      return { secret, url: totpUrl(secret, person.email) };
    },
    async confirmTwoFactor(session, code, address) {
      if (session.via !== 'password') throw new Refusal('needs_password_session');
      const totp = await people.totp(session.personId);
      const fresh = totp && !totp.confirmed;
      const step = fresh ? totpStep(totp.secret, code, totp.lastStep, clock.now()) : null;
      if (step === null) throw new Refusal('code_refused', { path: 'code' });
      const codes = newRecoveryCodes();
      await people.confirmTotp(session.personId, step, codes.map(hashRecoveryCode), now());
      // Sessions from before did not have to give a second factor.
      await sessions.endAll(session.personId, session.id);
      post.tell(session.email, 'two-factor sign-in was switched on', address);
      return codes;
    },
    async renewRecoveryCodes(session, password) {
      const person = await proven(session, password, 'password');
      if (!person.twoFactor) throw new Refusal('not_found', { what: 'authenticator' });
      const codes = newRecoveryCodes();
      await people.setRecoveryCodes(person.id, codes.map(hashRecoveryCode), now());
      return codes;
    },
    async endTwoFactor(session, password, address) {
      const person = await proven(session, password, 'password');
      await people.endTotp(person.id, now());
      post.tell(person.email, 'two-factor sign-in was switched off', address);
    },
    async askEmailChange(session, email, password) {
      if (!post.hasMail) throw new Refusal('mail_not_configured');
      const person = await proven(session, password, 'password');
      if (foldEmail(email) === foldEmail(person.email))
        throw refuse([
          { code: 'invalid_field', path: 'email', details: { reason: 'is your address already' } },
        ]);
      // Nobody may fill another's mailbox, nor try out who has an account.
      if (!(await guessing.mayTry('email-change', person.id)))
        throw new Refusal('too_many_attempts', { retryAfterSeconds: limit('sign_in_wait_seconds_max') });
      const object = { kind: 'person', id: person.id, name: person.email };
      await audit.add({ action: 'person.email_change_asked', object, after: { email } });
      post.post(async () => {
        if ((await people.findByEmail(email)) !== null) return takenAddressLetter(email);
        const token = randomToken(linkTokenCharacters);
        const until = new Date(clock.now() + limit('email_change_seconds_max') * 1000);
        await links.addEmailChange(token, { personId: person.id, email }, now(), until);
        return newAddressLetter(email, person.name, post.link('email_change', token), until);
      });
    },
    async confirmEmailChange(token, visit) {
      const change = await links.findEmailChange(token, now());
      if (!change) throw new Refusal('link_invalid', { path: 'token' });
      const { personId, name, email, present } = change;
      return asPerson({ id: personId, name }, visit, async () => {
        if ((await links.takeEmailChange(token, now())) !== 'changed')
          throw new Refusal('link_invalid', { path: 'token' });
        await guessing.forget('email-change', personId);
        post.tell(present, `your e-mail address was changed to ${email}`, visit.address);
        return email;
      });
    },
  };
}
