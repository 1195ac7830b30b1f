// Applications and keys, as the API takes and shows them.

import { Type } from 'typebox';
import { scopes } from '../../domain/api-key.ts';
import { planNames } from '../../domain/plan.ts';
import { closed, enumOf, Name, nullable, Time, Uuid } from './common.ts';

export const ApplicationBody = closed({
  id: Type.Optional(
    Type.String({
      pattern: '^appId_[A-Za-z0-9-]{1,64}$',
      errorMessage: 'must be "appId_" and 1 to 64 letters, digits or "-"',
    }),
  ),
  name: Name,
});
const applicationFields = {
  id: Type.String(),
  organizationId: Uuid,
  name: Type.String(),
  createdAt: Time,
};
export const Application = Type.Object(applicationFields);
export const OwnedApplication = Type.Object({
  ...applicationFields,
  organization: Type.Object({ id: Uuid, name: Type.String(), plan: enumOf(planNames) }),
});

export const KeyBody = closed({
  name: Name,
  scopes: Type.Array(enumOf(scopes), { minItems: 1, uniqueItems: true }),
  expiresAt: Type.Optional(
    nullable(
      Type.Unsafe<string>({ ...Time, description: 'From then on the key is refused. Default: never.' }),
    ),
  ),
});
export const CreatedKey = Type.Object({
  id: Uuid,
  key: Type.String({ description: 'Shown this once.' }),
  expiresAt: nullable(Time),
});
export const Key = Type.Object({
  id: Uuid,
  name: Type.String(),
  scopes: Type.Array(Type.String()),
  status: enumOf(['active', 'expired']),
  expiresAt: nullable(Time),
  lastUsedAt: nullable(Type.Unsafe<string>({ ...Time, description: 'To the minute.' })),
  createdAt: Time,
});
