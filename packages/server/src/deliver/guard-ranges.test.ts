// Every range that the design forbids (6-security, N10): any address inside of it, in every spelling, and not one beside it.
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { createGuard } from './guard.ts';

const guard = createGuard({ allow: [], allowLoopback: false });

const forbiddenIPv4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 255.255.255.255/32'.split(
    ' ',
  );
const forbiddenIPv6 =
  '::/128 ::1/128 ::/8 100::/64 2001::/23 2001::/32 2001:db8::/32 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8'.split(
    ' ',
  );
/** Prefixes that stand for an IPv4 destination, and where its bytes stand. */
const embedding: readonly (readonly [string, (ip: string) => string])[] = [
  ['mapped, ::ffff:0:0/96', (ip) => `::ffff:${ip}`],
  ['SIIT, ::ffff:0:0:0/96', (ip) => `::ffff:0:${ip}`],
  ['NAT64, 64:ff9b::/96', (ip) => `64:ff9b::${ip}`],
  ['local NAT64, 64:ff9b:1::/48', (ip) => `64:ff9b:1::${ip}`],
  ['6to4, 2002::/16', (ip) => `2002:${groupsOf(ip)}::1`],
  ['ISATAP', (ip) => `2a00:1450:4001:82a:0:5efe:${ip}`],
];

const widthOf = (cidr: string) => (cidr.includes(':') ? 128n : 32n);
function boundsOf(cidr: string): { readonly first: bigint; readonly last: bigint } {
  const [base = '', bits = ''] = cidr.split('/');
  const size = 1n << (widthOf(cidr) - BigInt(bits));
  const first = numberOf(base);
  return { first, last: first + size - 1n };
}
const numberOf = (ip: string) =>
  ipaddr
    .parse(ip)
    .toByteArray()
    .reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
function written(value: bigint, width: bigint): string {
  const bytes = Array.from({ length: Number(width / 8n) }, (_, at) =>
    Number((value >> (width - 8n * BigInt(at + 1))) & 255n),
  );
  return ipaddr.fromByteArray(bytes).toString();
}
const groupsOf = (ip: string) => {
  const value = Number(numberOf(ip));
  return `${(value >>> 16).toString(16)}:${(value & 0xffff).toString(16)}`;
};

/** The spellings of an IPv4 host that a URL may have. */
function spellingsOf(ip: string): readonly string[] {
  const value = Number(numberOf(ip));
  const parts = ip.split('.').map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = parts;
  return [
    ip,
    `${ip}.`,
    String(value),
    `0x${value.toString(16)}`,
    `0${value.toString(8)}`,
    parts.map((part) => `0${part.toString(8)}`).join('.'),
    parts.map((part) => `0x${part.toString(16)}`).join('.'),
    `${a}.${b}.${c * 256 + d}`,
    `${a}.${(b * 256 + c) * 256 + d}`,
    `0x${a.toString(16)}.0${b.toString(8)}.${c}.${d}`,
  ];
}

const isRefused = (host: string) => {
  const verdict = guard.checkUrl(`https://${host}/hook`);
  return verdict.kind === 'refused' && verdict.reason === 'forbidden_address';
};
const any = (cidr: string) => {
  const { first, last } = boundsOf(cidr);
  return fc.oneof(fc.constantFrom(first, last), fc.bigInt({ min: first, max: last }));
};

describe.each(forbiddenIPv4)('%s', (cidr) => {
  it('is forbidden in every spelling and in every IPv6 form that leads there', () => {
    fc.assert(
      fc.property(any(cidr), (value) => {
        const ip = written(value, 32n);
        expect(guard.judge(ip).kind, ip).toBe('forbidden');
        for (const host of spellingsOf(ip)) expect(isRefused(host), host).toBe(true);
        for (const [name, form] of embedding) {
          expect(guard.judge(form(ip)).kind, `${name}: ${ip}`).toBe('forbidden');
          expect(isRefused(`[${form(ip)}]`), `${name}: ${ip}`).toBe(true);
        }
      }),
    );
  });

  it('ends where it ends', () => {
    const { first, last } = boundsOf(cidr);
    const max = (1n << 32n) - 1n;
    for (const value of [first - 1n, last + 1n].filter((beside) => beside >= 0n && beside <= max)) {
      const ip = written(value, 32n);
      const isInAnother = forbiddenIPv4.some((other) => {
        const bounds = boundsOf(other);
        return value >= bounds.first && value <= bounds.last;
      });
      expect(guard.judge(ip).kind, ip).toBe(isInAnother ? 'forbidden' : 'allowed');
      for (const host of spellingsOf(ip)) expect(isRefused(host), host).toBe(isInAnother);
    }
  });
});

describe.each(forbiddenIPv6)('%s', (cidr) => {
  it('is forbidden, short and in full', () => {
    fc.assert(
      fc.property(any(cidr), (value) => {
        const ip = written(value, 128n);
        // What embeds a public IPv4 address is judged by that.
        fc.pre(!/^(::ffff:|64:ff9b:)/.test(ip));
        const full = (value.toString(16).padStart(32, '0').match(/.{4}/g) ?? []).join(':');
        for (const spelling of [ip, full, full.toUpperCase()]) {
          expect(guard.judge(spelling).kind, spelling).toBe('forbidden');
          expect(isRefused(`[${spelling}]`), spelling).toBe(true);
        }
      }),
    );
  });
});

it.each([
  '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff forbidden',
  '2001:200:: allowed',
  '2001:db7:ffff:ffff:ffff:ffff:ffff:ffff allowed',
  '2001:db9:: allowed',
  '3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff allowed',
  '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff forbidden',
  '3fff:1000:: allowed',
  '2003:: allowed',
  // Beyond the global unicast addresses there is nothing to send to.
  '1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff forbidden',
  '4000:: forbidden',
  'fbff:: forbidden',
])('beside the IPv6 ranges: %s', (line) => {
  const [ip = '', kind] = line.split(' ');
  expect(guard.judge(ip).kind).toBe(kind);
});

it('public IPv4 addresses stay reachable in every spelling, also embedded', () => {
  const value = fc.bigInt({ min: 0n, max: (1n << 32n) - 1n });
  fc.assert(
    fc.property(value, (number) => {
      fc.pre(!forbiddenIPv4.some((cidr) => number >= boundsOf(cidr).first && number <= boundsOf(cidr).last));
      const ip = written(number, 32n);
      fc.pre(!['100.100.100.200', '168.63.129.16'].includes(ip));
      expect(guard.judge(ip).kind, ip).toBe('allowed');
      for (const host of spellingsOf(ip)) expect(isRefused(host), host).toBe(false);
      expect(guard.judge(`::ffff:${ip}`).kind).toBe('allowed');
    }),
  );
});
