// What the schemas of the API share: texts without control characters, ids, times, pages, the error form.

import { type TSchema, Type } from 'typebox';
import { durationPattern } from '../../domain/duration.ts';
import { limit } from '../../domain/limits.ts';

/** Control characters have no place in names and ids; PostgreSQL cannot keep a NUL, and UTF-8 no half of a character. */
export const plainText = '^[^\\u0000-\\u001f\\u007f\\ud800-\\udfff]*$';
export const plainLines = '^[^\\u0000\\ud800-\\udfff]*$';

export const enumOf = <T extends string>(values: readonly T[]) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values] });

export const text = (max: number, options: object = {}) =>
  Type.String({
    maxLength: max,
    pattern: plainText,
    errorMessage: `must be text of at most ${max} characters, without control characters`,
    ...options,
  });

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const closed = <P extends Record<string, TSchema>>(properties: P, options: object = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options });

export const Name = text(limit('name_characters_max'), {
  minLength: 1,
  errorMessage: `must be text of 1 to ${limit('name_characters_max')} characters, without control characters`,
});
export const Time = Type.String({
  format: 'date-time',
  errorMessage: 'must be a date and time with its zone, such as "2026-01-31T09:30:00Z"',
});
export const Duration = Type.String({
  pattern: durationPattern,
  errorMessage: 'must be a duration such as "5s", "30m", "2h" or "1d"',
});
export const Url = text(limit('url_characters_max'), {
  minLength: 1,
  pattern: '^[^\\s\\u0000-\\u001f\\u007f\\ud800-\\udfff]*$',
  errorMessage: `must be a URL of at most ${limit('url_characters_max')} characters, without white space`,
});
export const Pem = (max: number, options: object = {}) =>
  Type.String({
    maxLength: max,
    pattern: plainLines,
    errorMessage: `must be text in PEM of at most ${max} characters`,
    ...options,
  });
export const Uuid = Type.String({ format: 'uuid' });

/** An id that a sender chooses travels as `webhook-id`, which may have no dot. */
const idPattern = '^[A-Za-z0-9_:-]+$';
export const isSenderId = (text: string) => new RegExp(idPattern).test(text);
export const SenderId = Type.String({
  minLength: 1,
  maxLength: limit('id_characters_max'),
  pattern: idPattern,
  errorMessage: `must be 1 to ${limit('id_characters_max')} letters, digits, "-", "_" or ":"`,
  description: 'Chosen by the sender: the same event sent twice is stored once.',
});

/** What a list is searched for: compared as it is, so that any text will do. */
export const Searched = text(limit('name_characters_max'), { minLength: 1 });

export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limit('page_items_max'), default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
};

export const pageOf = (item: TSchema) =>
  Type.Object({ data: Type.Array(item), nextCursor: Type.Union([Type.String(), Type.Null()]) });

/** A list short enough for one answer, in the form of every list of the API. */
export const wholeOf = (item: TSchema) =>
  Type.Object({
    data: Type.Array(item),
    nextCursor: Type.Null({ description: 'There never is another page.' }),
  });

export const ErrorAnswer = Type.Object(
  {
    error: Type.Object({
      code: Type.String(),
      message: Type.String(),
      details: Type.Object({}, { additionalProperties: true }),
      requestId: Type.String(),
    }),
  },
  { description: 'What happened, and what to do about it.' },
);

export const optionalText = Type.Optional(nullable(text(limit('name_characters_max'))));
