// Makes the links that people get, and mails them where there is a mail server. Tokens travel in the fragment of a link,
// which no browser sends and no log has.
import type { Clock } from '../lib/clock.ts';
import type { Mail, Mailer } from '../mail/mailer.ts';
import type { Log } from '../observe/log.ts';
import { changedLetter } from './letters.ts';

export type LinkKind = 'set_up' | 'invitation' | 'password_reset' | 'email_change';

/** A link on its way: mailed, or shown once to whoever caused it, who passes it on. */
export interface Handed {
  readonly sent: boolean;
  readonly link: string | null;
  /** Why it could not be mailed; null as well where there is no mail server. */
  readonly mailProblem: string | null;
}

export interface PostOffice {
  readonly hasMail: boolean;
  link(kind: LinkKind, token: string): string;
  /** Mails what `letter` makes of the link, or hands the link back. */
  hand(link: string, letter: (link: string) => Mail): Promise<Handed>;
  /** Nobody waits for it; a failure is logged. */
  post(letter: () => Promise<Mail | null>): void;
  /** Tells a person that something about the account changed. */
  tell(to: string, what: string, address: string | null): void;
}

const pages: Readonly<Record<LinkKind, string>> = {
  set_up: 'setup',
  invitation: 'invitation',
  password_reset: 'reset',
  email_change: 'email',
};

export function createPostOffice(deps: {
  readonly mailer: Mailer | null;
  readonly publicUrl: () => string;
  readonly clock: Clock;
  readonly log: Log;
}): PostOffice {
  const { mailer, publicUrl, clock, log } = deps;

  async function deliver(letter: () => Promise<Mail | null>): Promise<void> {
    const mail = mailer && (await letter());
    const sending = mailer && mail ? await mailer.send(mail) : null;
    if (sending?.kind === 'failed')
      log.warn({ problem: sending.problem, subject: mail?.subject }, 'a mail was not sent');
  }

  function post(letter: () => Promise<Mail | null>): void {
    deliver(letter).catch((error: unknown) => log.warn({ error: String(error) }, 'a mail was not sent'));
  }

  return {
    hasMail: mailer !== null,
    link: (kind, token) => `${publicUrl()}/${pages[kind]}#${token}`,
    async hand(link, letter) {
      if (mailer === null) return { sent: false, link, mailProblem: null };
      const sending = await mailer.send(letter(link));
      return sending.kind === 'sent'
        ? { sent: true, link: null, mailProblem: null }
        : { sent: false, link, mailProblem: sending.problem };
    },
    post,
    tell: (to, what, address) => post(async () => changedLetter(to, what, new Date(clock.now()), address)),
  };
}
