// Where the console repeats what the server decides: who may do what, which headers it sets, and the words of every refusal.
import { expect, it } from 'vitest';
import { leastRole, roles as rolesOfServer } from '../../server/src/domain/access.ts';
import { errorRegistry } from '../../server/src/domain/errors.ts';
import { reservedHeaders as reservedByServer } from '../../server/src/domain/header-rules.ts';
import { type Access, leastRoles, mayDo, roles } from '../src/api/access.ts';
import { reservedHeaders } from '../src/features/webhooks/reserved-headers.ts';
import hebrew from '../src/i18n/he/errors.ts';
import chinese from '../src/i18n/zh-CN/errors.ts';

type Words = Readonly<Record<string, { readonly message: string; readonly remedy: string }>>;

it.each<[string, Words]>([
  ['he', hebrew.errors],
  ['zh-CN', chinese.errors],
])(
  'says in %s every refusal of the server, with no detail that the server does not give (N21)',
  (_, known) => {
    for (const [code, { message }] of Object.entries(errorRegistry)) {
      const given = [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const taken = [...(known[code]?.message ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      expect(known[code], code).toEqual({ message: expect.any(String), remedy: expect.any(String) });
      expect(given, code).toEqual(expect.arrayContaining(taken));
    }
  },
);

it('knows the same roles and the same least role of each access as the server (N16)', () => {
  expect(roles).toEqual(rolesOfServer);
  for (const access of Object.keys(leastRoles) as Access[])
    expect(leastRoles[access], access).toBe(leastRole(access));
});

it('names the headers that cannot be chosen as the server does (L18)', () => {
  expect(reservedHeaders).toEqual(reservedByServer);
});

it('lets a single environment differ', () => {
  const environmentRoles = { PRODUCTION: 'viewer', STAGING: 'none' } as const;
  const membership = { role: 'developer', environmentRoles } as const;
  expect(mayDo(membership, 'webhooks:write', 'TEST')).toBe(true);
  expect(mayDo(membership, 'webhooks:write', 'PRODUCTION')).toBe(false);
  expect(mayDo(membership, 'webhooks:read', 'STAGING')).toBe(false);
  expect(mayDo(membership, 'keys:read', null)).toBe(false);
});
