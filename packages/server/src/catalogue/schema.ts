// The words in which the content of an event is described: JSON Schema, draft 2020-12, in short form. Every part takes its
// description first, so that none can go without. All objects are open: senders may say more than is named here.

export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Properties;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
}

export type Properties = Readonly<Record<string, Schema>>;

export const text = (description: string): Schema => ({ type: 'string', description });
export const id = (description: string): Schema => ({ type: 'string', minLength: 1, description });
export const time = (description: string): Schema => ({ type: 'string', format: 'date-time', description });
export const day = (description: string): Schema => ({ type: 'string', format: 'date', description });
export const mail = (description: string): Schema => ({ type: 'string', format: 'email', description });
export const url = (description: string): Schema => ({ type: 'string', format: 'uri', description });
export const count = (description: string): Schema => ({ type: 'integer', minimum: 0, description });
export const amount = (description: string): Schema => ({ type: 'number', description });
export const flag = (description: string): Schema => ({ type: 'boolean', description });
/** Any JSON value. */
export const value = (description: string): Schema => ({ description });

export const idOrNumber = (description: string): Schema => ({ type: ['string', 'integer'], description });

export const sha256 = (description: string): Schema => ({
  type: 'string',
  pattern: '^[0-9a-f]{64}$',
  description,
});

export const ipAddress = (description: string): Schema => ({
  type: 'string',
  anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }],
  description,
});

/** Names of the customer's own choice, each with a text. */
export const labels = (description: string): Schema => ({
  type: 'object',
  additionalProperties: { type: 'string' },
  description,
});

export const list = (description: string, items: Schema): Schema => ({ type: 'array', items, description });

export const object = (
  description: string,
  properties: Properties,
  required: readonly string[] = [],
): Schema => ({ description, ...content(properties, required) });

/** The content of a type as a whole, whose description is the meaning of the type. */
export function content(properties: Properties, required: readonly string[] = []): Schema {
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}
