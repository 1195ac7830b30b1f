// A test alert: a mail to everybody whom the alerts of an organization reach, sent now. What the mail server answers is told
// word for word, to whoever asked; nothing is kept or tried again.
import type { AlertTrial, TriedMail, TriedOrganization } from '../domain/alert-rules.ts';
import { limit } from '../domain/limits.ts';
import { foldEmail } from '../domain/person.ts';
import type { Mailer } from '../mail/mailer.ts';
import { type Letter, writeTrialLetter } from './letters.ts';

export interface TrialOptions {
  readonly mailer: Mailer;
  /** Addresses of an organization's administrators. */
  readonly administratorsOf: (organizationId: string) => Promise<readonly string[]>;
  readonly publicUrl: () => string;
}

/** Connections to the mail server at the same time. */
const atOnceMax = 10;

/** @returns mails whom the rules name, or one address alone */
export function createTrial({ mailer, administratorsOf, publicUrl }: TrialOptions): AlertTrial {
  async function sendOne(to: string, letter: Letter): Promise<TriedMail> {
    const startedAt = performance.now();
    const sending = await mailer.send({ to, ...letter });
    const durationMs = Math.round(performance.now() - startedAt);
    const answer = sending.kind === 'sent' ? sending.answer : sending.problem;
    return { to, sent: sending.kind === 'sent', answer, durationMs };
  }

  async function recipientsOf({ id, rules }: TriedOrganization): Promise<readonly string[]> {
    const all = [...(rules.administrators ? await administratorsOf(id) : []), ...rules.emails];
    return [...new Map(all.map((address) => [foldEmail(address), address])).values()];
  }

  return async (organization, alone) => {
    const recipients = alone === null ? await recipientsOf(organization) : [alone];
    const letter = writeTrialLetter(organization.name, publicUrl());
    const tried = recipients.slice(0, limit('alert_test_mails_max'));
    const data: TriedMail[] = [];
    for (let at = 0; at < tried.length; at += atOnceMax) {
      const some = tried.slice(at, at + atOnceMax);
      data.push(...(await Promise.all(some.map((to) => sendOne(to, letter)))));
    }
    return { recipients: recipients.length, data };
  };
}
