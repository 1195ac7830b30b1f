// Departments, source systems, business units and templates, as the API takes and shows them.

import { Type } from 'typebox';
import { environmentNames } from '../../domain/environment.ts';
import { limit } from '../../domain/limits.ts';
import { closed, enumOf, plainText, Time, text, Uuid } from './common.ts';

const EntryName = text(limit('name_characters_max'), {
  minLength: 1,
  pattern: `^(?=.*\\S)${plainText.slice(1)}`,
  errorMessage: `must be text of 1 to ${limit('name_characters_max')} characters, not only white space, without control characters`,
  description: 'Kept without white space around it. Unique among its kind, ignoring case.',
});

const Company = closed({
  name: EntryName,
  fields: Type.Optional(
    Type.Record(Type.String(), text(limit('company_field_characters_max')), {
      maxProperties: limit('company_fields_max'),
      description: 'Can be reported with each event: `{"costCenter": "42"}`.',
    }),
  ),
});
const companies = Type.Optional(Type.Array(Company, { maxItems: limit('companies_per_unit_max') }));
const coupled = Type.Optional(
  Type.Array(Uuid, {
    maxItems: limit('template_webhooks_max'),
    description: 'Webhooks that an envelope made from the template tells: ids, of any environment.',
  }),
);

export const NamedBody = closed({ name: EntryName });
export const NamedPatch = closed({ name: Type.Optional(EntryName) });
export const BusinessUnitBody = closed({ name: EntryName, companies });
export const BusinessUnitPatch = closed({ name: Type.Optional(EntryName), companies });
export const TemplateBody = closed({ name: EntryName, webhooks: coupled });
export const TemplatePatch = closed({ name: Type.Optional(EntryName), webhooks: coupled });

const named = { id: Uuid, name: Type.String() };
const times = { createdAt: Time, updatedAt: Time };
export const NamedEntry = Type.Object({ ...named, ...times });
export const BusinessUnit = Type.Object({
  ...named,
  companies: Type.Array(
    Type.Object({ name: Type.String(), fields: Type.Record(Type.String(), Type.String()) }),
  ),
  ...times,
});
export const Template = Type.Object({ ...named, webhooks: Type.Array(Uuid), ...times });

export const DirectoryUsage = Type.Object(
  {
    webhooks: Type.Object({
      count: Type.Integer(),
      named: Type.Array(
        Type.Object({
          id: Uuid,
          name: Type.String(),
          applicationId: Type.String(),
          environment: enumOf(environmentNames),
        }),
        { description: 'The first of them.' },
      ),
    }),
    envelopes: Type.Object({
      count: Type.Integer(),
      isAtLeast: Type.Boolean({ description: 'There are more envelopes than were looked through.' }),
    }),
  },
  {
    description:
      'While webhooks filter by an entry it cannot be deleted. Envelopes that name it stay as they are.',
  },
);
