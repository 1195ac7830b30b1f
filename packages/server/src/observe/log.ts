// The log: one JSON line an entry on standard error, so that standard output stays for the ready line.
// It must never print a secret: every entry goes through the redactor.
import { destination, type Level, pino, stdTimeFunctions } from 'pino';
import { createRedactor } from './redact.ts';

export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export type LogLevel = Level | 'silent';

export interface LogOptions {
  /** What every entry has, beside its own fields. */
  readonly base?: object | null;
  /** The server's own, which are taken out wherever they turn up. */
  readonly secrets?: readonly string[];
}

export function createLog(level: LogLevel, { base = null, secrets = [] }: LogOptions = {}): Log {
  const redact = createRedactor(secrets);
  return pino(
    {
      level,
      base,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { log: redact },
      // Errors are fields like others by then; pino's own way with them would look at the original.
      serializers: { err: (fields: unknown) => fields },
    },
    destination({ fd: 2, sync: false }),
  );
}

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
