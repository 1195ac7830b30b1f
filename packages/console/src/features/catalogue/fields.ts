// A JSON Schema as lines of a table: each field with its path, kind and meaning. Only what the catalogue writes is read.

export interface Field {
  readonly path: string;
  readonly kind: string;
  readonly about: string;
  readonly required: boolean;
}

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Fields below fields follow the one that holds them, with their whole path: `signers[].email`. */
export function fieldsOf(schema: unknown, prefix = ''): readonly Field[] {
  if (!isSchema(schema) || !isSchema(schema['properties'])) return [];
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(schema['properties']).flatMap(([name, value]) => {
    if (!isSchema(value)) return [];
    const path = `${prefix}${name}`;
    const field = {
      path,
      kind: kindOf(value),
      about: textOf(value['description']),
      required: required.includes(name),
    };
    const within = value['type'] === 'array' ? fieldsOf(value['items'], `${path}[].`) : [];
    return [field, ...fieldsOf(value, `${path}.`), ...within];
  });
}

function kindOf(schema: Schema): string {
  const { type, format } = schema;
  const kind = Array.isArray(type) ? type.join(' | ') : textOf(type) || 'any';
  if (kind === 'array' && isSchema(schema['items'])) return `${kindOf(schema['items'])}[]`;
  return typeof format === 'string' ? `${kind} (${format})` : kind;
}
