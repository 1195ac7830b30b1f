// What a webhook's requests carry and in which form: dialect, content type, how much of the event, further fields.
// Which dialects there are and what each speaks is told by them, as `DialectFacts`.
import { nearest } from '../lib/nearest.ts';
import { type FieldMapping, mappingProblems } from './field-mapping.ts';
import { limit } from './limits.ts';
import { invalid, type Problem } from './problems.ts';
import type { SigningScheme } from './signing.ts';

export type ContentType = 'application/json' | 'application/x-www-form-urlencoded' | 'application/xml';
export const contentTypes: readonly ContentType[] = [
  'application/json',
  'application/x-www-form-urlencoded',
  'application/xml',
];

export type AcceptedType = 'application/json' | 'application/xml';

/** `status`: only what became of the envelope; `everything`: the content as it came. */
export type DataSelection = 'status' | 'everything';

/** `link`: what the content links to is left to the receiver to fetch. */
export type DocumentsSelection = 'link';

export interface PayloadSettings {
  readonly dialect: string;
  readonly contentType: ContentType;
  /** What the receiver is asked to answer in. */
  readonly accept: AcceptedType;
  readonly data: DataSelection;
  /** Names of company fields, reported for each company of the event's business unit. */
  readonly extraFields: readonly string[];
  readonly fieldMapping: readonly FieldMapping[];
  readonly documents: DocumentsSelection;
  /** Options of the dialect, by name. */
  readonly options: Readonly<Record<string, string>>;
}

export const defaultPayload: PayloadSettings = {
  dialect: 'signpost',
  contentType: 'application/json',
  accept: 'application/json',
  data: 'everything',
  extraFields: [],
  fieldMapping: [],
  documents: 'link',
  options: {},
};

export interface DialectOption {
  readonly name: string;
  readonly meaning: string;
  readonly required: boolean;
  /** The only values that there are; any text where none are named. */
  readonly values: readonly string[] | null;
}

/** What must be known of a dialect to check the settings of a webhook. */
export interface DialectFacts {
  readonly name: string;
  /** What a webhook may choose; a dialect whose form is fixed has `application/json` alone, and says what it sends. */
  readonly contentTypes: readonly ContentType[];
  readonly options: readonly DialectOption[];
  /** Names that mapped fields may not take, since the dialect uses them in the same place. */
  readonly takenNames: readonly string[];
  /** How its requests can be signed: the HMACs of vendors need a secret that both sides know. */
  readonly schemes: readonly SigningScheme[];
  /** Headers that it sets itself, in lower case. */
  readonly headers: readonly string[];
}

export type PayloadInput = Partial<PayloadSettings>;

/** What is left out stays as it is; with another dialect the options of the one before are gone. */
export function toPayload(
  input: PayloadInput | undefined,
  present: PayloadSettings = defaultPayload,
): PayloadSettings {
  const isOther = input?.dialect !== undefined && input.dialect !== present.dialect;
  return { ...present, ...(isOther ? { options: {} } : {}), ...input };
}

export function payloadProblems(
  settings: PayloadSettings,
  dialects: readonly DialectFacts[],
): readonly Problem[] {
  const dialect = dialects.find(({ name }) => name === settings.dialect);
  const problems = [
    ...extraFieldProblems(settings.extraFields),
    ...mappingProblems(settings.fieldMapping, dialect?.takenNames ?? [], 'payload.fieldMapping'),
  ];
  if (dialect === undefined) {
    const known = dialects.map(({ name }) => name);
    return [unknownDialect(settings.dialect, known, 'payload.dialect'), ...problems];
  }
  return [
    ...contentTypeProblems(settings.contentType, dialect),
    ...problems,
    ...optionProblems(settings.options, dialect),
  ];
}

/** Why requests signed by a scheme cannot be in a dialect, to be read after the place where either stands; null: they can. */
export function schemeProblem(
  name: string,
  scheme: SigningScheme,
  dialects: readonly DialectFacts[],
): string | null {
  const dialect = dialects.find((known) => known.name === name);
  if (dialect === undefined || dialect.schemes.includes(scheme)) return null;
  return `does not go together: requests in the dialect ${name} are signed by ${dialect.schemes.join(' or ')}, not by ${scheme}`;
}

/** @param known the names of those that there are */
export function unknownDialect(dialect: string, known: readonly string[], path: string): Problem {
  return { code: 'unknown_dialect', path, details: { dialect, nearest: nearest(known, dialect, 3), known } };
}

function contentTypeProblems(contentType: ContentType, dialect: DialectFacts): readonly Problem[] {
  if (dialect.contentTypes.includes(contentType)) return [];
  const spoken = dialect.contentTypes.join(' and ');
  return [invalid('payload.contentType', `must be ${spoken} for the dialect ${dialect.name}`)];
}

function extraFieldProblems(names: readonly string[]): readonly Problem[] {
  const max = limit('company_fields_max');
  if (names.length > max) return [invalid('payload.extraFields', `must have at most ${max} names`)];
  const charactersMax = limit('company_field_name_characters_max');
  return names.flatMap((name, index) => {
    const path = `payload.extraFields[${index}]`;
    if (name.trim() === '') return [invalid(path, 'must not be empty')];
    if (name.length > charactersMax) return [invalid(path, `must have at most ${charactersMax} characters`)];
    return names.indexOf(name) === index ? [] : [invalid(path, 'is there twice')];
  });
}

/** Printable ASCII: some options go out in headers. */
const optionValue = /^[\x20-\x7e]*$/;

function optionProblems(
  options: Readonly<Record<string, string>>,
  dialect: DialectFacts,
): readonly Problem[] {
  const known = new Map(dialect.options.map((option) => [option.name, option]));
  const missing = dialect.options
    .filter(({ name, required }) => required && !Object.hasOwn(options, name))
    .map(({ name }): Problem => ({ code: 'missing_field', path: `payload.options.${name}` }));
  const wrong = Object.entries(options).flatMap(([name, value]): Problem[] => {
    const path = `payload.options.${name}`;
    const option = known.get(name);
    if (option === undefined) return [{ code: 'unknown_field', path }];
    const reason = optionProblem(option, value);
    return reason === null ? [] : [invalid(path, reason)];
  });
  return [...missing, ...wrong];
}

function optionProblem({ values, required }: DialectOption, value: string): string | null {
  const max = limit('dialect_option_characters_max');
  if (values !== null && !values.includes(value)) return `must be ${values.join(' or ')}`;
  if (required && value.trim() === '') return 'must not be empty';
  if (value.length > max) return `must have at most ${max} characters`;
  return optionValue.test(value) ? null : 'must be printable ASCII';
}
