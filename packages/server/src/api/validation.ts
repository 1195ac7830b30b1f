// Checks bodies and parameters against their JSON Schemas. Bodies strictly: nothing is coerced, nothing unknown is dropped.
// Parameters arrive as text and are coerced. What is wrong becomes problems with codes of the registry.
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { Problem } from '../domain/problems.ts';

const addFormats = formats.default;

const strict = new Ajv({
  allErrors: true,
  strict: false,
  verbose: true,
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: false,
});
const lenient = new Ajv({
  allErrors: true,
  strict: false,
  verbose: true,
  coerceTypes: 'array',
  removeAdditional: false,
  useDefaults: true,
});
addFormats(strict, ['date-time', 'uuid']);
addFormats(lenient, ['date-time', 'uuid']);

export function compileBody(schema: object): ValidateFunction {
  return strict.compile(schema);
}

export function compileParameters(schema: object): ValidateFunction {
  return lenient.compile(schema);
}

/** @param root where the checked value stands in the body: empty, or `[3]` */
export function toProblems(errors: readonly ErrorObject[] | null | undefined, root = ''): readonly Problem[] {
  return (errors ?? []).filter((error) => !isEcho(error)).map((error) => toProblem(error, root));
}

/** A union reports each branch and then itself; the branches say more. */
function isEcho(error: ErrorObject): boolean {
  return error.keyword === 'anyOf' || error.keyword === 'if';
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
