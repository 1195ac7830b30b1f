// Signing in: password, then the second factor where the person has one; setting a server up; a new password by link.
// Whether an address has an account shows neither in an answer nor in how long it takes.
import { Refusal } from '../domain/errors.ts';
import { limit } from '../domain/limits.ts';
import { foldEmail, passwordProblem } from '../domain/person.ts';
import { refuse } from '../domain/problems.ts';
import type { Clock } from '../lib/clock.ts';
import { type NewId, randomToken } from '../lib/ids.ts';
import { actingAs } from '../store/actor.ts';
import type { AuditStore } from '../store/audit.ts';
import type { OneTimeLinkStore } from '../store/one-time-links.ts';
import type { PeopleStore, Person } from '../store/people.ts';
import type { Session, SessionStore } from '../store/sessions.ts';
import type { Guessing } from './guessing.ts';
import { resetLetter } from './letters.ts';
import type { Passwords } from './passwords.ts';
import type { Handed, PostOffice } from './post-office.ts';
import type { Opened, SessionKeeper, Visit } from './session-keeper.ts';
import { hashRecoveryCode, totpStep } from './totp.ts';

export interface SignIn {
  /** A link that makes the first person; null when there is one. */
  setUpLink(): Promise<string | null>;
  setUp(token: string, who: NewAccount, visit: Visit): Promise<Opened>;
  signIn(credentials: Credentials, visit: Visit): Promise<Opened>;
  secondFactor(pending: Session, code: string, visit: Visit): Promise<Opened>;
  /** Mails a link if there is such a person. @throws Refusal when this server sends no mail */
  requestReset(email: string): void;
  /** Forgets the wrong guesses that a person must wait for. */
  unlock(person: Person): Promise<void>;
  /** A link to a new password, for an administrator to pass on where there is no mail. */
  handReset(person: Person): Promise<Handed>;
  completeReset(token: string, password: string, visit: Visit): Promise<Opened>;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly remember: boolean;
}

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

export interface SignInDeps {
  readonly audit: Pick<AuditStore, 'add'>;
  readonly people: PeopleStore;
  readonly sessions: SessionStore;
  readonly links: OneTimeLinkStore;
  readonly keeper: SessionKeeper;
  readonly guessing: Guessing;
  readonly passwords: Passwords;
  readonly post: PostOffice;
  readonly clock: Clock;
  readonly newId: NewId;
}

export const linkTokenCharacters = 43;

/** @throws Refusal that names what is wrong with the password */
export function assertPassword(
  password: string,
  who: { readonly email: string; readonly name: string },
): void {
  const reason = passwordProblem(password, who);
  if (reason !== null) throw refuse([{ code: 'invalid_field', path: 'password', details: { reason } }]);
}

/** What somebody does to the own account before being signed in is still done by somebody. */
export function asPerson<T>(
  { id, name }: { readonly id: string; readonly name: string },
  visit: Visit,
  work: () => T,
): T {
  return actingAs({ kind: 'person', id, name, ...visit }, work);
}

const shownAs = ({ id, email }: Person) => ({ kind: 'person', id, name: email });

export function createSignIn(deps: SignInDeps): SignIn {
  const { audit, people, sessions, links, keeper, guessing, passwords, post, clock, newId } = deps;
  const now = () => new Date(clock.now());
  const inSeconds = (seconds: number) => new Date(clock.now() + seconds * 1000);

  async function enter(person: Person, remember: boolean, visit: Visit): Promise<Opened> {
    const pending = person.twoFactor;
    const opened = await keeper.open({ personId: person.id, pending, remember, via: 'password' }, visit);
    if (!pending) await people.signedIn(person.id, now());
    return opened;
  }

  /**
   * Somebody was wrong about who they are. What they gave for an address is not kept: people type passwords there.
   * @param locks the next guess must wait
   */
  async function tellRefused(
    person: Pick<Person, 'id' | 'email'> | null,
    reason: 'password' | 'disabled' | 'code',
    locks: boolean,
    visit: Visit,
  ): Promise<void> {
    const actor = { kind: 'anonymous', id: null, name: null, ...visit } as const;
    const object = { kind: 'person', id: person?.id ?? null, name: person?.email ?? null };
    const happening = { actor, object, after: { reason } };
    await audit.add({ ...happening, action: 'session.refused' });
    if (locks) await audit.add({ ...happening, action: 'session.locked' });
  }

  async function judgeCode(personId: string, code: string): Promise<'right' | null> {
    const totp = await people.totp(personId);
    if (!totp?.confirmed) return null;
    const step = totpStep(totp.secret, code, totp.lastStep, clock.now());
    if (step !== null) return (await people.takeStep(personId, step)) ? 'right' : null;
    return (await people.takeRecoveryCode(personId, hashRecoveryCode(code), now())) ? 'right' : null;
  }

  async function resetLinkFor(person: Person): Promise<{ readonly link: string; readonly until: Date }> {
    const token = randomToken(linkTokenCharacters);
    const until = inSeconds(limit('password_reset_seconds_max'));
    await links.addReset(token, person.id, now(), until);
    return { link: post.link('password_reset', token), until };
  }

  return {
    async setUpLink() {
      if (!(await people.isEmpty())) return null;
      const token = randomToken(linkTokenCharacters);
      await links.addSetUp(token, now(), inSeconds(limit('set_up_link_seconds_max')));
      return post.link('set_up', token);
    },
    async setUp(token, { email, name, password }, visit) {
      if (!(await people.isEmpty())) throw new Refusal('already_set_up');
      if ((await links.findSetUp(token, now())) === null) throw new Refusal('link_invalid');
      assertPassword(password, { email, name });
      const id = newId(clock.now());
      const person = { id, email, name, passwordHash: await passwords.hash(password), superAdmin: true };
      return asPerson(person, visit, async () => {
        const made = await links.setUp(token, person, now());
        if (made === 'taken') throw new Refusal('already_set_up');
        if (made === 'invalid') throw new Refusal('link_invalid');
        await people.signedIn(id, now());
        return keeper.open({ personId: id, pending: false, remember: false, via: 'password' }, visit);
      });
    },
    async signIn({ email, password, remember }, visit) {
      const person = await guessing.guess('password', foldEmail(email), async (locks) => {
        const found = await people.findByEmail(email);
        const right = await passwords.verify(password, found?.passwordHash ?? null);
        if (right && found !== null && found.disabledAt === null) return found;
        await tellRefused(found, right ? 'disabled' : 'password', locks, visit);
        return null;
      });
      if (person === null) throw new Refusal('sign_in_refused');
      return enter(person, remember, visit);
    },
    async secondFactor(pending, code, visit) {
      const person = { id: pending.personId, name: pending.name };
      return asPerson(person, visit, async () => {
        const right = await guessing.guess('code', person.id, async (locks) => {
          const judged = await judgeCode(person.id, code);
          if (judged === null) await tellRefused({ ...person, email: pending.email }, 'code', locks, visit);
          return judged;
        });
        if (right === null) throw new Refusal('code_refused', { path: 'code' });
        // What was good for half is over: nobody who saw the first token has the second.
        await sessions.end(person.id, pending.id);
        await people.signedIn(person.id, now());
        return keeper.open(
          { personId: person.id, pending: false, remember: pending.remember, via: 'password' },
          visit,
        );
      });
    },
    requestReset(email) {
      if (!post.hasMail) throw new Refusal('mail_not_configured');
      post.post(async () => {
        const person = await people.findByEmail(email);
        if (person === null || person.disabledAt !== null) return null;
        // Whoever asks again and again must not fill another's mailbox.
        if (!(await guessing.mayTry('reset', person.id))) return null;
        const { link, until } = await resetLinkFor(person);
        return resetLetter(person.email, link, until);
      });
    },
    async unlock(person) {
      await guessing.forget('password', foldEmail(person.email));
      for (const what of ['code', 'own-password', 'reset', 'email-change'])
        await guessing.forget(what, person.id);
      await audit.add({ action: 'person.unlocked', object: shownAs(person) });
    },
    async handReset(person) {
      const { link, until } = await resetLinkFor(person);
      await audit.add({ action: 'person.reset_link_made', object: shownAs(person) });
      return post.hand(link, (url) => resetLetter(person.email, url, until));
    },
    async completeReset(token, password, visit) {
      const link = await links.findReset(token, now());
      const person = link && (await people.find(link.personId));
      if (!person) throw new Refusal('link_invalid');
      assertPassword(password, person);
      const hash = await passwords.hash(password);
      return asPerson(person, visit, async () => {
        if ((await links.takeReset(token, now())) === null) throw new Refusal('link_invalid');
        await people.setPassword(person.id, hash, now());
        await sessions.endAll(person.id);
        await links.endEmailChange(person.id);
        await guessing.forget('password', foldEmail(person.email));
        await guessing.forget('reset', person.id);
        post.tell(person.email, 'your password was changed', visit.address);
        return enter(person, false, visit);
      });
    },
  };
}
