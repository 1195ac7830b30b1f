// Sources, as the API takes and shows them.
import { Type } from 'typebox';
import { closed, enumOf, Name, nullable, Time, text, Uuid } from './common.ts';

const SourceSecret = text(500, {
  minLength: 1,
  errorMessage: 'must be text of 1 to 500 characters, without control characters',
});

export const SourceBody = closed({
  platform: Type.String({ minLength: 1, maxLength: 100 }),
  name: Name,
  secret: Type.Optional(SourceSecret),
});
export const SourcePatch = closed({
  name: Type.Optional(Name),
  secret: Type.Optional(SourceSecret),
});
const sourceFields = {
  id: Uuid,
  platform: Type.String(),
  name: Type.String(),
  hasSecret: Type.Boolean(),
  protectsBody: Type.Boolean({
    description: 'Whether the proof of this platform covers the body, not only the sender.',
  }),
  lastEventAt: nullable(
    Type.String({
      format: 'date-time',
      description: 'When it last brought something, to the minute; what it had brought before counts too.',
    }),
  ),
  lastRefusedAt: nullable(
    Type.String({
      format: 'date-time',
      description: 'When a post to its URL was last refused, because its proof was wrong, to the minute.',
    }),
  ),
  createdAt: Time,
  updatedAt: Time,
};
export const SourcePlatform = Type.Object(
  {
    platform: Type.String({ description: 'What a source names.' }),
    title: Type.String(),
    secret: Type.Unsafe<'required' | 'optional' | 'none'>({
      ...enumOf(['required', 'optional', 'none']),
      description: 'Whether a source of it has a secret that it shares with the platform.',
    }),
    protectsBody: sourceFields.protectsBody,
    guide: Type.Array(Type.String(), { description: 'How to set it up on the platform, step by step.' }),
  },
  { description: 'A platform that Signpost can receive from.' },
);
export const Source = Type.Object(sourceFields);
export const CreatedSource = Type.Object({
  ...sourceFields,
  url: Type.String({ description: 'Where the platform posts to. Shown this once.' }),
});
