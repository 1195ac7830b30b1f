// The log: one JSON line an entry on standard error, so that standard output stays for the ready line.
// It must never print a secret: what may hold one is redacted here, by field name.
import { destination, type Level, pino, stdTimeFunctions } from 'pino';

export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export type LogLevel = Level | 'silent';

const secretFields = ['secret', 'token', 'password', 'key', 'authorization', 'connectionString'];

/** @param base what every entry has, beside its own fields */
export function createLog(level: LogLevel, base: object | null = null): Log {
  return pino(
    {
      level,
      base,
      timestamp: stdTimeFunctions.isoTime,
      redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`]), censor: '[redacted]' },
    },
    destination({ fd: 2, sync: false }),
  );
}

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
