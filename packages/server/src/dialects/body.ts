// How a body is put together: as JSON around the content's own bytes, or converted as a whole to a form or XML.
import { compileMapping, type MappedField, mapFields, previewMapping } from '../domain/field-mapping.ts';
import type { PayloadSettings } from '../domain/payload.ts';
import { toForm } from '../lib/form.ts';
import { type JsonObject, type JsonValue, scalarText } from '../lib/json-exact.ts';
import { toXml } from '../lib/xml.ts';
import { parseContent } from './content.ts';
import type { RenderContext, RenderedBody } from './dialect.ts';

export interface Parts {
  /** The outermost element, where it is XML. */
  readonly root: string;
  /** All members but the content, as JSON.stringify takes them; at least one. */
  readonly head: object;
  /** The member that holds the content, byte for byte in JSON; null: it is not sent. */
  readonly contentName: string | null;
}

export function putTogether({ event, payload }: RenderContext, parts: Parts): RenderedBody {
  if (payload.contentType === 'application/json')
    return around(JSON.stringify(parts.head), parts, event.content);
  const { root, head, contentName } = parts;
  const whole = contentName === null ? head : { ...head, [contentName]: parseContent(event) };
  return convert(payload, root, whole);
}

/** @param opening the JSON of an object with at least one member */
export function around(
  opening: string,
  { contentName }: Pick<Parts, 'contentName'>,
  content: Buffer,
): RenderedBody {
  const contentType = 'application/json';
  if (contentName === null) return { contentType, body: Buffer.from(opening), contentAt: null };
  const before = Buffer.from(`${opening.slice(0, -1)},"${contentName}":`);
  return { contentType, body: Buffer.concat([before, content, closing]), contentAt: before.length };
}

const closing = Buffer.from('}');

/** A body that does not carry the content as it came. */
export function convert({ contentType }: PayloadSettings, root: string, value: object): RenderedBody {
  return {
    contentType: sentTypes[contentType],
    body: Buffer.from(written(contentType, root, value as JsonObject)),
    contentAt: null,
  };
}

function written(contentType: PayloadSettings['contentType'], root: string, value: JsonObject): string {
  switch (contentType) {
    case 'application/json':
      return JSON.stringify(value);
    case 'application/x-www-form-urlencoded':
      return toForm(value);
    case 'application/xml':
      return toXml(root, value);
  }
}

const sentTypes: Readonly<Record<PayloadSettings['contentType'], string>> = {
  'application/json': 'application/json',
  'application/x-www-form-urlencoded': 'application/x-www-form-urlencoded',
  'application/xml': 'application/xml; charset=utf-8',
};

/** Whether anything is asked for beside what the dialect sends of itself. */
export function hasAdditions({ extraFields, fieldMapping }: PayloadSettings): boolean {
  return extraFields.length > 0 || fieldMapping.length > 0;
}

/** The mapped fields, as the webhook names them. */
export function mappedFields({ payload, event }: RenderContext, content: JsonValue): JsonObject {
  return payload.fieldMapping.length === 0 ? {} : mapFields(compiled(payload.fieldMapping), event, content);
}

/** The same as texts, each with the whole of its name: for vendors who have a place for fields of one's own. */
export function mappedTexts(
  { payload, event }: RenderContext,
  content: JsonValue,
): readonly (readonly [name: string, text: string])[] {
  return previewMapping(payload.fieldMapping, event, content).map(({ to, value }) => [
    to,
    scalarText(value) ?? JSON.stringify(value),
  ]);
}

/** The companies of the event's business unit, each with the fields that were asked for; null for one it has not got. */
export function companies({ payload, facts }: RenderContext): readonly JsonObject[] {
  return facts.companies.map(({ name, fields }) => ({
    name,
    fields: Object.fromEntries(
      payload.extraFields.map((field) => [
        field,
        Object.hasOwn(fields, field) ? (fields[field] ?? null) : null,
      ]),
    ),
  }));
}

/** Under names of their own, for dialects that have no better place. */
export function additions(
  context: RenderContext,
  content: () => JsonValue,
  fieldsName = 'fields',
): JsonObject {
  const { extraFields, fieldMapping } = context.payload;
  return {
    ...(fieldMapping.length > 0 ? { [fieldsName]: mappedFields(context, content()) } : {}),
    ...(extraFields.length > 0 ? { companies: companies(context) } : {}),
  };
}

const compiledMappings = new WeakMap<PayloadSettings['fieldMapping'], readonly MappedField[]>();

/** Settings live as long as they are not changed: each mapping is split once. */
function compiled(mapping: PayloadSettings['fieldMapping']): readonly MappedField[] {
  const known = compiledMappings.get(mapping);
  if (known !== undefined) return known;
  const fields = compileMapping(mapping);
  compiledMappings.set(mapping, fields);
  return fields;
}
