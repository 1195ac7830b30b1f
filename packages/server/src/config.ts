// The settings table: every setting with its default and meaning, and the only reader of the process environment.
// docs/reference/settings.md is generated from it.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isEmail } from './domain/email.ts';
import { retentionDaysMin } from './domain/retention.ts';
import type { LogLevel } from './observe/log.ts';

interface Setting<T> {
  readonly default: string | null;
  readonly meaning: string;
  /** Answers the value, or a sentence that says what is wrong with the text. */
  readonly parse: (text: string) => { value: T } | { problem: string };
}

const text = (meaning: string, fallback: string | null): Setting<string> => ({
  default: fallback,
  meaning,
  parse: (value) => ({ value }),
});

function wholeNumber(meaning: string, fallback: number | null, min: number, max: number): Setting<number> {
  return {
    default: fallback === null ? null : String(fallback),
    meaning,
    parse: (value) => {
      const number = Number(value);
      const good = /^\d+$/.test(value) && number >= min && number <= max;
      return good ? { value: number } : { problem: `must be a whole number from ${min} to ${max}` };
    },
  };
}

const logLevels: readonly LogLevel[] = ['silent', 'error', 'warn', 'info', 'debug'];

export const settings = {
  SIGNPOST_PORT: wholeNumber('Port of the HTTP server; 0 takes a free one.', 8080, 0, 65_535),
  SIGNPOST_HOST: text('Address that the HTTP server listens on.', '127.0.0.1'),
  SIGNPOST_PUBLIC_URL: text(
    'The address that others reach this server at, used in the inbound URLs of sources and in mails. Default: the address it listens on.',
    null,
  ),
  SIGNPOST_DATA_DIR: {
    default: './data',
    meaning: 'Folder of the embedded database, and of the keys that are made at the first start.',
    parse: (value) => ({ value: resolve(value) }),
  } satisfies Setting<string>,
  DATABASE_URL: {
    default: null,
    meaning:
      'Connection string of your own PostgreSQL (15 or later). Without it Signpost runs its own in the data folder.',
    parse: (value) =>
      /^postgres(ql)?:\/\//.test(value)
        ? { value }
        : { problem: 'must begin with postgres:// or postgresql://' },
  } satisfies Setting<string>,
  SIGNPOST_ROOT_KEY: {
    default: null,
    meaning:
      'The key that may do everything, at least 16 characters. Default: made at the first start and kept in `root.key` in the data folder.',
    parse: (value) => (value.length >= 16 ? { value } : { problem: 'must have at least 16 characters' }),
  } satisfies Setting<string>,
  SIGNPOST_MASTER_KEY: {
    default: null,
    meaning:
      'Encrypts secrets in the database: 32 bytes in base64 (`openssl rand -base64 32`). Default: made at the first start and kept in `master.key` in the data folder; required with DATABASE_URL.',
    parse: (value) =>
      Buffer.from(value, 'base64').length === 32 ? { value } : { problem: 'must be 32 bytes in base64' },
  } satisfies Setting<string>,
  SIGNPOST_OTHER_MASTER_KEYS: {
    default: null,
    meaning:
      'Further master keys, separated by commas: secrets that are sealed under them can be read, nothing is sealed under them. For the change to another master key, see docs/master-key.md.',
    parse: (value) => {
      const keys = listOf(value);
      return keys.every((key) => Buffer.from(key, 'base64').length === 32)
        ? { value: keys }
        : { problem: 'must be keys of 32 bytes in base64, separated by commas' };
    },
  } satisfies Setting<readonly string[]>,
  SIGNPOST_ALLOW_CIDRS: {
    default: null,
    meaning:
      'Private networks that webhooks may be sent to, separated by commas, for example `127.0.0.0/8,10.0.0.0/8`.',
    parse: (value) => parseCidrs(value),
  } satisfies Setting<readonly string[]>,
  SIGNPOST_TRUST_PROXIES: {
    default: null,
    meaning:
      'Networks of the proxies in front of this server, separated by commas. Their X-Forwarded-For is believed, so that lock-out and audit log see where people come from.',
    parse: (value) => parseCidrs(value),
  } satisfies Setting<readonly string[]>,
  SMTP_URL: {
    default: null,
    meaning:
      'The mail server for invitations, links to new passwords and alerts: `smtp://user:password@host:587` (STARTTLS where it is offered; `?requireTLS=true` insists) or `smtps://host:465`. Without it links are shown to administrators instead.',
    parse: (value) =>
      /^smtps?:\/\/\S+$/.test(value) && URL.canParse(value)
        ? { value }
        : { problem: 'must be a URL that begins with smtp:// or smtps://' },
  } satisfies Setting<string>,
  SIGNPOST_MAIL_FROM: {
    default: 'Signpost <signpost@localhost>',
    meaning: 'Who mails come from: an address, also as `Name <address>`.',
    parse: (value) =>
      /^[^\r\n@]*@[^\r\n]+$/.test(value) ? { value } : { problem: 'must be an e-mail address' },
  } satisfies Setting<string>,
  SIGNPOST_ALERT_EMAILS: {
    default: null,
    meaning:
      "Addresses that are mailed about every failing webhook of this server, separated by commas, beside the webhook's own and the administrators.",
    parse: (value) => parseEmails(value),
  } satisfies Setting<readonly string[]>,
  SIGNPOST_WORKERS: wholeNumber(
    'Processes that share the work of this server behind its one port, also given as `npm start -- --workers 4`. Each has up to 25 connections to the database.',
    1,
    1,
    16,
  ),
  SIGNPOST_CONCURRENCY: wholeNumber(
    'Attempts that this server runs at the same time, shared out among its workers.',
    256,
    1,
    10_000,
  ),
  SIGNPOST_REQUESTS_PER_SECOND: wholeNumber(
    'Requests a second that each key may send to each worker of this server, and once as many together; more are answered 429. 0: without limit.',
    10_000,
    0,
    1_000_000,
  ),
  SIGNPOST_RETENTION_DAYS: wholeNumber(
    'Days for which history is kept: events, deliveries and attempts, with ids of senders. Then it is removed in whole weeks, so that some stays up to a week longer; deliveries still held are cancelled. Default: kept for good.',
    null,
    retentionDaysMin,
    36_500,
  ),
  SIGNPOST_LOG: {
    default: 'info',
    meaning: `How much is logged: ${logLevels.join(', ')}.`,
    parse: (value) => {
      const level = logLevels.find((known) => known === value);
      return level ? { value: level } : { problem: `must be one of ${logLevels.join(', ')}` };
    },
  } satisfies Setting<LogLevel>,
};

type Settings = typeof settings;
type ValueOf<N extends keyof Settings> = Settings[N] extends Setting<infer T> ? T : never;

export interface Config {
  readonly port: ValueOf<'SIGNPOST_PORT'>;
  readonly host: ValueOf<'SIGNPOST_HOST'>;
  readonly publicUrl: ValueOf<'SIGNPOST_PUBLIC_URL'> | null;
  readonly dataDir: ValueOf<'SIGNPOST_DATA_DIR'>;
  readonly databaseUrl: ValueOf<'DATABASE_URL'> | null;
  readonly rootKey: ValueOf<'SIGNPOST_ROOT_KEY'> | null;
  readonly masterKey: ValueOf<'SIGNPOST_MASTER_KEY'> | null;
  readonly otherMasterKeys: ValueOf<'SIGNPOST_OTHER_MASTER_KEYS'>;
  readonly allowCidrs: ValueOf<'SIGNPOST_ALLOW_CIDRS'>;
  readonly trustedProxies: ValueOf<'SIGNPOST_TRUST_PROXIES'>;
  readonly smtpUrl: ValueOf<'SMTP_URL'> | null;
  readonly mailFrom: ValueOf<'SIGNPOST_MAIL_FROM'>;
  readonly alertEmails: ValueOf<'SIGNPOST_ALERT_EMAILS'>;
  readonly workers: ValueOf<'SIGNPOST_WORKERS'>;
  readonly concurrency: ValueOf<'SIGNPOST_CONCURRENCY'>;
  /** null: without limit. */
  readonly requestsPerSecond: ValueOf<'SIGNPOST_REQUESTS_PER_SECOND'> | null;
  readonly retentionDays: ValueOf<'SIGNPOST_RETENTION_DAYS'> | null;
  readonly log: ValueOf<'SIGNPOST_LOG'>;
}

/** A start that cannot go on because a setting is wrong; the message names every wrong one. */
export class ConfigError extends Error {}

const listOf = (value: string): readonly string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

function parseCidrs(value: string): { value: readonly string[] } | { problem: string } {
  const parts = listOf(value);
  const wrong = parts.find((part) => !/^[0-9a-fA-F:.]+\/\d{1,3}$/.test(part));
  return wrong ? { problem: `has "${wrong}", which is not a network such as 10.0.0.0/8` } : { value: parts };
}

function parseEmails(value: string): { value: readonly string[] } | { problem: string } {
  const parts = listOf(value);
  const wrong = parts.find((part) => !isEmail(part));
  return wrong ? { problem: `has "${wrong}", which is not an e-mail address` } : { value: parts };
}

function read<N extends keyof Settings>(
  env: NodeJS.ProcessEnv,
  name: N,
  problems: string[],
): ValueOf<N> | null {
  const setting = settings[name] as Setting<ValueOf<N>>;
  const given = env[name]?.trim() || setting.default;
  if (given === null) return null;
  const result = setting.parse(given);
  if ('value' in result) return result.value;
  problems.push(`${name} ${result.problem}.`);
  return null;
}

/** Settings that may also be given as arguments, which count more. */
function readArguments(args: readonly string[]): { readonly SIGNPOST_WORKERS?: string } {
  try {
    const { values } = parseArgs({ args: [...args], options: { workers: { type: 'string' } } });
    return values.workers === undefined ? {} : { SIGNPOST_WORKERS: values.workers };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`Signpost cannot start: ${reason}. It knows one argument, --workers <number>.`);
  }
}

/** What of the settings nobody may read, with the passwords in its URLs. */
export function secretsOf(config: Config): readonly string[] {
  const passwords = [config.databaseUrl, config.smtpUrl].map((url) => URL.parse(url ?? '')?.password ?? '');
  const given = [config.rootKey ?? '', config.masterKey ?? '', ...config.otherMasterKeys, ...passwords];
  return given.filter(Boolean).flatMap((secret) => [secret, decoded(secret)]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param args what stands on the command line after the program */
export function loadConfig(
  environment: NodeJS.ProcessEnv = process.env,
  args: readonly string[] = [],
): Config {
  const problems: string[] = [];
  const env = { ...environment, ...readArguments(args) };
  const config = {
    port: read(env, 'SIGNPOST_PORT', problems) ?? 0,
    host: read(env, 'SIGNPOST_HOST', problems) ?? '',
    publicUrl: read(env, 'SIGNPOST_PUBLIC_URL', problems),
    dataDir: read(env, 'SIGNPOST_DATA_DIR', problems) ?? '',
    databaseUrl: read(env, 'DATABASE_URL', problems),
    rootKey: read(env, 'SIGNPOST_ROOT_KEY', problems),
    masterKey: read(env, 'SIGNPOST_MASTER_KEY', problems),
    otherMasterKeys: read(env, 'SIGNPOST_OTHER_MASTER_KEYS', problems) ?? [],
    allowCidrs: read(env, 'SIGNPOST_ALLOW_CIDRS', problems) ?? [],
    trustedProxies: read(env, 'SIGNPOST_TRUST_PROXIES', problems) ?? [],
    smtpUrl: read(env, 'SMTP_URL', problems),
    mailFrom: read(env, 'SIGNPOST_MAIL_FROM', problems) ?? '',
    alertEmails: read(env, 'SIGNPOST_ALERT_EMAILS', problems) ?? [],
    workers: read(env, 'SIGNPOST_WORKERS', problems) ?? 1,
    concurrency: read(env, 'SIGNPOST_CONCURRENCY', problems) ?? 0,
    requestsPerSecond: read(env, 'SIGNPOST_REQUESTS_PER_SECOND', problems) || null,
    retentionDays: read(env, 'SIGNPOST_RETENTION_DAYS', problems),
    log: read(env, 'SIGNPOST_LOG', problems) ?? 'info',
  };
  if (
    config.databaseUrl &&
    !config.masterKey &&
    !problems.some((problem) => problem.startsWith('SIGNPOST_MASTER_KEY'))
  ) {
    problems.push(
      'SIGNPOST_MASTER_KEY is required with DATABASE_URL, so that every node can read the same secrets.',
    );
  }
  if (problems.length > 0) throw new ConfigError(`Signpost cannot start:\n  ${problems.join('\n  ')}`);
  return config;
}
