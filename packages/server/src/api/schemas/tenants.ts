// Applications and keys, as the API takes and shows them.

import { Type } from 'typebox';
import { scopes } from '../../domain/api-key.ts';
import { closed, enumOf, Name, Time, Uuid } from './common.ts';

export const ApplicationBody = closed({
  id: Type.Optional(
    Type.String({
      pattern: '^appId_[A-Za-z0-9-]{1,64}$',
      errorMessage: 'must be "appId_" and 1 to 64 letters, digits or "-"',
    }),
  ),
  name: Name,
});
export const Application = Type.Object({
  id: Type.String(),
  organizationId: Uuid,
  name: Type.String(),
  createdAt: Time,
});

export const KeyBody = closed({
  name: Name,
  scopes: Type.Array(enumOf(scopes), { minItems: 1, uniqueItems: true }),
});
export const CreatedKey = Type.Object({ id: Uuid, key: Type.String({ description: 'Shown this once.' }) });
export const Key = Type.Object({
  id: Uuid,
  name: Type.String(),
  scopes: Type.Array(Type.String()),
  createdAt: Time,
});
