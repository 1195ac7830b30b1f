// Checks bodies and parameters against their JSON Schemas. Bodies strictly: nothing is coerced, nothing unknown is dropped.
// Parameters arrive as text and are coerced. What is wrong becomes problems with codes of the registry.
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Problem } from '../domain/problems.ts';
import { isUuid } from '../lib/ids.ts';

const strict = { strict: false, verbose: true, coerceTypes: false, removeAdditional: false } as const;
const untilFirst = withFormats(new Ajv({ ...strict, allErrors: false }));
const thorough = withFormats(new Ajv({ ...strict, allErrors: true }));
const lenient = withFormats(new Ajv({ ...strict, allErrors: true, coerceTypes: 'array', useDefaults: true }));

function withFormats(ajv: Ajv): Ajv {
  return ajv.addFormat('date-time', isMoment).addFormat('uuid', isUuid);
}

/** RFC 3339 in its narrow form: whatever passes can be parsed. A leap second has no place on a computer's clock. */
const moment = /^(?!0000)(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

function isMoment(text: string): boolean {
  const [, year, month, day] = moment.exec(text) ?? [];
  if (year === undefined || Number.isNaN(Date.parse(text))) return false;
  return Number(day) <= new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
}

/** Answers whether the value is good, and leaves what is wrong with it in `errors`. */
export interface Check {
  (value: unknown): boolean;
  errors: ErrorObject[];
  /** The same, content with the first thing that is wrong. */
  readonly first: ValidateFunction;
}

export function compileBody(schema: object): Check {
  const first = whenUsed(untilFirst, schema);
  const all = whenUsed(thorough, schema);
  const check = (value: unknown): boolean => {
    if (first(value)) return true;
    const naming = isModest(value) ? all : first;
    naming(value);
    result.errors = naming.errors ?? [];
    return false;
  };
  const result: Check = Object.assign(check, { errors: [], first });
  return result;
}

const valuesMax = 5_000;

/**
 * Everything that is wrong is named only in a body of modest size: measured, naming it in 8 MB of `[1,1,1,…]` takes 17 s
 * and 1.8 GB.
 */
function isModest(body: unknown): boolean {
  const todo = [body];
  for (let seen = 0; seen < todo.length; seen += 1) {
    const value = todo[seen];
    if (typeof value !== 'object' || value === null) continue;
    const inner = Object.values(value);
    if (todo.length + inner.length > valuesMax) return false;
    todo.push(...inner);
  }
  return true;
}

export function compileParameters(schema: object): ValidateFunction {
  return whenUsed(lenient, schema);
}

/** Compiled when first used: all at once would be a third of the server's start, and most of its memory. */
function whenUsed(ajv: Ajv, schema: object): ValidateFunction {
  let compiled: ValidateFunction | undefined;
  const validate = (value: unknown) => {
    compiled ??= ajv.compile(schema);
    const isGood = compiled(value);
    lazy.errors = compiled.errors ?? null;
    return isGood;
  };
  const lazy = validate as ValidateFunction;
  return lazy;
}

/** @param root where the checked value stands in the body: empty, or `[3]` */
export function toProblems(errors: readonly ErrorObject[] | null | undefined, root = ''): readonly Problem[] {
  const problems = (errors ?? []).filter((error) => !isEcho(error)).map((error) => toProblem(error, root));
  // A text that is both too short and of the wrong shape is one problem in words.
  const told = new Map(
    problems.map((problem) => [`${problem.path} ${problem.details?.['reason']}`, problem]),
  );
  return [...told.values()];
}

/** A union reports each branch and then itself; of "some text or null" the text says all that helps. */
function isEcho({ keyword, params }: ErrorObject): boolean {
  return keyword === 'anyOf' || keyword === 'if' || (keyword === 'type' && params['type'] === 'null');
}

function toProblem(error: ErrorObject, root: string): Problem {
  const at = root + dotted(error.instancePath);
  switch (error.keyword) {
    case 'additionalProperties':
      return { code: 'unknown_field', path: join(at, String(error.params['additionalProperty'])) };
    case 'required':
      return { code: 'missing_field', path: join(at, String(error.params['missingProperty'])) };
    default:
      return {
        code: 'invalid_field',
        path: at.replace(/^\./, '') || 'body',
        details: { reason: reason(error) },
      };
  }
}

function reason(error: ErrorObject): string {
  if (error.keyword === 'enum')
    return `must be one of ${(error.params['allowedValues'] as unknown[]).join(', ')}`;
  if (error.keyword === 'const') return `must be ${JSON.stringify(error.params['allowedValue'])}`;
  const described = (error.parentSchema as { errorMessage?: string } | undefined)?.errorMessage;
  return described ?? error.message ?? 'is not valid';
}

/** A JSON pointer as people write paths: `/routing/requestFrom/0` is `.routing.requestFrom[0]`. */
function dotted(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('');
}

function join(path: string, name: string): string {
  return `${path}.${name}`.replace(/^\./, '');
}
