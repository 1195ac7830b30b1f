import { describe, expect, it } from 'vitest';
import { isAtLeast, isServerWide, leastRole, mayDo, membershipIn, type Reach, roles } from './access.ts';

const bank = '0197f3a0-0000-7000-8000-000000000001';
const other = '0197f3a0-0000-7000-8000-000000000002';
const reach = (over: Partial<Reach> = {}): Reach => ({
  superAdmin: false,
  organizationId: null,
  memberships: new Map([
    [
      bank,
      {
        role: 'developer',
        environmentRoles: { PRODUCTION: 'viewer', TEST: 'none' },
        requiresTwoFactor: false,
      },
    ],
  ]),
  ...over,
});

describe('roles (E19, G7, N16)', () => {
  it('rise: each may do what the ones before it may', () => {
    expect(roles.map((role) => isAtLeast(role, 'admin'))).toEqual([false, false, true, true]);
  });

  it('differ in single environments', () => {
    const membership = membershipIn(reach(), bank);
    if (membership === null) throw new Error('The person is a member.');
    expect(mayDo(membership, 'webhooks:write', 'DEVELOPMENT')).toBe(true);
    expect(mayDo(membership, 'webhooks:write', 'PRODUCTION')).toBe(false);
    expect(mayDo(membership, 'webhooks:read', 'PRODUCTION')).toBe(true);
    expect(mayDo(membership, 'webhooks:read', 'TEST')).toBe(false);
    expect(mayDo(membership, 'directory:read', null)).toBe(true);
    expect(mayDo(membership, 'directory:write', null)).toBe(false);
  });

  it('leave keys, members and the directory to administrators', () => {
    expect((['keys:write', 'members:write', 'directory:write'] as const).map(leastRole)).toEqual([
      'admin',
      'admin',
      'admin',
    ]);
  });
});

describe('reach', () => {
  it('ends at the organizations that somebody is a member of', () => {
    expect(membershipIn(reach(), other)).toBeNull();
  });

  it('of a super admin of the server is everything', () => {
    expect(membershipIn(reach({ superAdmin: true }), other)?.role).toBe('super_admin');
  });

  it('of a session that an organization vouches for is that organization, also for a super admin of the server', () => {
    const limited = reach({ superAdmin: true, organizationId: bank });
    expect(isServerWide(limited)).toBe(false);
    expect(membershipIn(limited, bank)?.role).toBe('developer');
    expect(membershipIn(limited, other)).toBeNull();
  });
});
