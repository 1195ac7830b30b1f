import { expect, it } from 'vitest';
import { fieldsOf } from './fields.ts';

it('tells every field of a schema with its whole path, also within objects and lists', () => {
  const schema = {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', description: 'The name.' },
      at: { type: 'string', format: 'date-time' },
      signers: {
        type: 'array',
        items: { type: 'object', properties: { order: { type: ['string', 'integer'] } } },
      },
    },
  };
  expect(fieldsOf(schema)).toEqual([
    { path: 'name', kind: 'string', about: 'The name.', required: true },
    { path: 'at', kind: 'string (date-time)', about: '', required: false },
    { path: 'signers', kind: 'object[]', about: '', required: false },
    { path: 'signers[].order', kind: 'string | integer', about: '', required: false },
  ]);
});

it('says nothing of what is no schema', () => {
  expect([fieldsOf(null), fieldsOf({}), fieldsOf({ properties: 1 })]).toEqual([[], [], []]);
});
