// Every route of the API with what it asks of its caller, read from openapi.json: tests that walk them all cover a new one
// without anybody remembering.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Access } from '../../src/domain/access.ts';
import type { Schema } from './examples.ts';

export interface Route {
  readonly name: string;
  readonly method: string;
  /** With `{name}` for each parameter. */
  readonly path: string;
  /** null: open to everybody. */
  readonly access: Access | null;
  readonly body: Schema | null;
  readonly query: readonly QueryParameter[];
  /** What of the answer stands at its top. */
  readonly answerFields: readonly string[];
}

export interface QueryParameter {
  readonly name: string;
  readonly schema: Schema;
}

interface Operation {
  readonly 'x-access'?: Access;
  readonly parameters?: readonly (QueryParameter & { readonly in: string })[];
  readonly responses?: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: Schema }>> }>>;
  readonly requestBody?: { content: { 'application/json': { schema: Schema } } };
}

const file = join(import.meta.dirname, '../../../../openapi.json');
export const document = JSON.parse(readFileSync(file, 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};

export const routes: readonly Route[] = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    access: operation['x-access'] ?? null,
    body: operation.requestBody?.content['application/json'].schema ?? null,
    query: (operation.parameters ?? []).filter((parameter) => parameter.in === 'query'),
    answerFields: Object.entries(operation.responses ?? {})
      .filter(([status]) => status.startsWith('2'))
      .flatMap(([, { content }]) => Object.values(content ?? {}))
      .flatMap(({ schema }) => fieldsOf(schema)),
  })),
);

function fieldsOf(schema: Schema | undefined): readonly string[] {
  const { properties = {}, allOf = [] } = (schema ?? {}) as {
    properties?: Readonly<Record<string, Schema>>;
    allOf?: readonly Schema[];
  };
  return [...Object.keys(properties), ...allOf.flatMap(fieldsOf)];
}
