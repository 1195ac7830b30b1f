// Makes what concerns people: their accounts, mail to them, and the log of what they did.
import { type Accounts, createAccounts } from '../accounts/accounts.ts';
import { createGuardedFetch } from '../deliver/guarded-fetch.ts';
import type { AlertTrial } from '../domain/alert-rules.ts';
import { limit } from '../domain/limits.ts';
import { createMailer, type Mailer } from '../mail/mailer.ts';
import { administratorsOf } from '../store/alert-telling.ts';
import { type AuditStore, createAuditStore } from '../store/audit.ts';
import { createTrial } from '../watch/trial.ts';
import type { Ground } from './ground.ts';
import type { Sending } from './sending.ts';

export interface People {
  /** null: there is no mail server. */
  readonly mailer: Mailer | null;
  readonly audit: AuditStore;
  readonly accounts: Accounts;
  /** Mails a test alert; null: there is no mail server. */
  readonly alertTrial: AlertTrial | null;
}

const providerTimeoutMs = 10_000;
const callbackPath = '/api/v1/auth/callback';

export function composePeople(ground: Ground, { guards }: Sending): People {
  const { database, vault, clock, newId, log, publicUrl, stops } = ground;
  const mailer = composeMailer(ground);
  const audit = createAuditStore(database);
  const asking = createGuardedFetch({
    guard: guards.public,
    timeoutMs: providerTimeoutMs,
    responseBytesMax: limit('identity_provider_bytes_max'),
  });
  stops.push(asking.stop);
  const accounts = createAccounts({
    audit,
    database,
    vault,
    mailer,
    fetch: asking.fetch,
    publicUrl,
    callbackPath,
    clock,
    newId,
    log,
  });
  const alertTrial = mailer && {
    mailer,
    administratorsOf: (id: string) => administratorsOf(database.kysely, id, null),
    publicUrl,
  };
  return { mailer, audit, accounts, alertTrial: alertTrial && createTrial(alertTrial) };
}

function composeMailer({ config: { smtpUrl, mailFrom } }: Ground): Mailer | null {
  if (smtpUrl === null) return null;
  return createMailer({ smtpUrl, from: mailFrom, timeoutMs: limit('mail_seconds_max') * 1000 });
}
