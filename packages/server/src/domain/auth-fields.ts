// The fields of an authentication as they come in: what was given, what stays as it was, what is missing or does not belong.
// Shared by the types of authentication, each of which reads its own.
import { invalid, type Problem } from './problems.ts';

/** Which fields belong to which type is checked by hand, so that each wrong one can be named. */
export interface AuthInput {
  readonly type: 'none' | 'basic' | 'custom' | 'bearer' | 'oauth2' | 'mtls';
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly token?: string | undefined;
  readonly tokenUrl?: string | undefined;
  readonly grant?: 'client_credentials' | 'password' | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  /** null takes it away. */
  readonly scope?: string | null | undefined;
  /** null takes it away. */
  readonly audience?: string | null | undefined;
  readonly clientAuth?: 'basic' | 'body' | undefined;
  readonly requestFormat?: 'form' | 'json' | undefined;
  readonly certificate?: string | undefined;
  readonly key?: string | undefined;
  readonly passphrase?: string | undefined;
}

export type Field = Exclude<keyof AuthInput, 'type'>;
export type Kept = Readonly<Partial<Record<Field, string | null>>>;

/** What a type of authentication is read from. A field that is left out is what it was before. */
export interface AuthFields {
  readonly problems: Problem[];
  isGiven(field: Field): boolean;
  /** Given, or there from before; it may be empty. */
  isKnown(field: Field): boolean;
  /** Empty where there is none. */
  text(field: Field): string;
  /** The same; that there is none is a problem. */
  required(field: Field): string;
  /** Names those of the fields that were given, for example: `does not go with type "none"`. */
  refuse(fields: readonly Field[], reason: string): void;
}

export function authFields(input: AuthInput, kept: Kept): AuthFields {
  const problems: Problem[] = [];
  const isGiven = (field: Field) => input[field] !== undefined;
  const value = (field: Field) => (isGiven(field) ? input[field] : kept[field]) ?? null;
  const text = (field: Field) => value(field) ?? '';
  return {
    problems,
    isGiven,
    isKnown: (field) => value(field) !== null,
    text,
    required(field) {
      const found = text(field);
      if (found === '') problems.push({ code: 'missing_field', path: `auth.${field}` });
      return found;
    },
    refuse(fields, reason) {
      problems.push(...fields.filter(isGiven).map((field) => invalid(`auth.${field}`, reason)));
    },
  };
}
