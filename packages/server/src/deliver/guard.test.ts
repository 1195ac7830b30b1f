import type { LookupAddress } from 'node:dns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AddressForbidden, createGuard, type Resolve } from './guard.ts';

const strict = createGuard({ allow: [], allowLoopback: false });
const local = createGuard({ allow: [], allowLoopback: true });
const wideOpen = createGuard({ allow: ['0.0.0.0/0', '::/0'], allowLoopback: true });

type Four = readonly [number, number, number, number];
const byte = fc.integer({ min: 0, max: 255 });
const ipv4 = fc.tuple(byte, byte, byte, byte);
const group = fc.integer({ min: 0, max: 0xffff });
const dotted = (ip: Four) => ip.join('.');
const number = ([a, b, c, d]: Four) => ((a * 256 + b) * 256 + c) * 256 + d;
const hex = (value: number, digits = 4) => value.toString(16).padStart(digits, '0');
const groups = ([a, b, c, d]: Four) => `${hex(a * 256 + b)}:${hex(c * 256 + d)}`;

/** Every way to write an IPv4 host that a URL parser understands. */
const notations: Readonly<Record<string, (ip: Four) => string>> = {
  dotted,
  decimal: (ip) => String(number(ip)),
  hexadecimal: (ip) => `0x${number(ip).toString(16)}`,
  octal: (ip) => `0${number(ip).toString(8)}`,
  'hexadecimal parts': (ip) => ip.map((part) => `0X${part.toString(16)}`).join('.'),
  'octal parts': (ip) => ip.map((part) => `00${part.toString(8)}`).join('.'),
  'mixed parts': ([a, b, c, d]) => `0x${a.toString(16)}.0${b.toString(8)}.${c}.${d}`,
  'three parts': ([a, b, c, d]) => `${a}.${b}.${c * 256 + d}`,
  'two parts': ([a, b, c, d]) => `${a}.0x${((b * 256 + c) * 256 + d).toString(16)}`,
  'trailing dot': (ip) => `${dotted(ip)}.`,
  'full-width digits': (ip) =>
    dotted(ip).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  'percent encoded': (ip) => dotted(ip).replace(/\d/g, (digit) => `%3${digit}`),
  mapped: (ip) => `[::ffff:${dotted(ip)}]`,
  'mapped, full': (ip) => `[0000:0000:0000:0000:0000:FFFF:${groups(ip).toUpperCase()}]`,
};

/** Every IPv6 form that stands for an IPv4 destination. */
const embeddings: Readonly<Record<string, (ip: Four) => string>> = {
  mapped: (ip) => `::ffff:${dotted(ip)}`,
  SIIT: (ip) => `::ffff:0:${dotted(ip)}`,
  NAT64: (ip) => `64:ff9b::${dotted(ip)}`,
  '6to4': (ip) => `2002:${groups(ip)}::1`,
  ISATAP: (ip) => `2a00:1450:4001:82a:0:5efe:${dotted(ip)}`,
  'ISATAP, global': (ip) => `2a00:1450:4001:82a:200:5efe:${dotted(ip)}`,
};

const metadata = [
  '169.254.169.254',
  '169.254.170.2',
  '100.100.100.200',
  '168.63.129.16',
  'fd00:ec2::254',
  'fd20:ce::254',
];

function answering(...answers: readonly (readonly string[])[]): Resolve & { asked: number } {
  const resolve = Object.assign(
    (_hostname: string, callback: (error: null, addresses: readonly LookupAddress[]) => void) => {
      const answer = answers[Math.min(resolve.asked++, answers.length - 1)] ?? [];
      callback(
        null,
        answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    },
    { asked: 0 },
  );
  return resolve;
}

type Looked = { error: Error | null; address: string | LookupAddress[]; family: number | undefined };

function lookUp(resolve: Resolve, options: object, allow: readonly string[] = []): Looked {
  let looked: Looked | undefined;
  createGuard({ allow, allowLoopback: false }, resolve).lookup(
    'hooks.example.com',
    options,
    (error, address, family) => {
      looked = { error, address, family };
    },
  );
  if (looked === undefined) throw new Error('lookup did not answer');
  return looked;
}

describe('an address', () => {
  it.each([
    '0.0.0.0',
    '0.255.1.1',
    '10.0.0.1',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.1.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::127.0.0.1',
    '1::',
    '64:ff9b:1::10.0.0.1',
    '64:ff9b:1:a00:0:100::',
    '64:ff9b:1:ff0a:0:1::',
    '64:ff9b:1::a:0:100:0',
    '100::1',
    '2001::1',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    '2001:db8::1',
    '3fff::1',
    '5f00::1',
    '4000::1',
    'fc00::1',
    'fdff::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '0:0:0:0:0:0:0:1',
  ])('%s is forbidden (N10)', (ip) => {
    expect(strict.judge(ip)).toEqual({ kind: 'forbidden', reason: 'range' });
  });

  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2a00:1450:4001:82a::200e',
    '2606:4700::1111',
    '2001:4860:4860::8888',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
    '64:ff9b:1::8.8.8.8',
    '2002:808:808::1',
  ])('%s is allowed', (ip) => {
    expect(strict.judge(ip)).toEqual({ kind: 'allowed' });
  });

  it.each(['', 'localhost', '127.1', '2130706433', '0x7f.1', '1.2.3.4.5', '1.2.3.256', '[::1]', '::g'])(
    '"%s" is not an address',
    (ip) => {
      expect(wideOpen.judge(ip)).toEqual({ kind: 'forbidden', reason: 'not_an_address' });
    },
  );

  it('is judged by the IPv4 address that it embeds, in every form (N10)', () => {
    fc.assert(
      fc.property(ipv4, fc.constantFrom(...Object.values(embeddings)), (ip, embed) => {
        for (const guard of [strict, local])
          expect(guard.judge(embed(ip)).kind).toBe(guard.judge(dotted(ip)).kind);
      }),
    );
  });

  it('embeds no way around an allow-list of IPv6 addresses', () => {
    const ipv6Only = createGuard({ allow: ['::/0'], allowLoopback: false });
    expect(ipv6Only.judge('::ffff:10.0.0.1').kind).toBe('forbidden');
    expect(ipv6Only.judge('2002:a00:1::').kind).toBe('forbidden');
    expect(ipv6Only.judge('fd00::1').kind).toBe('allowed');
  });
});

describe('the allow-list', () => {
  it('opens exactly its CIDRs and single addresses', () => {
    const guard = createGuard({ allow: ['10.20.0.0/16', '192.168.7.9', 'fd12::/16'], allowLoopback: false });
    for (const ip of ['10.20.0.1', '10.20.255.255', '192.168.7.9', 'fd12::5', '::ffff:10.20.1.1']) {
      expect(guard.judge(ip), ip).toEqual({ kind: 'allowed' });
    }
    for (const ip of ['10.21.0.1', '192.168.7.8', 'fd13::5', '127.0.0.1', '::ffff:10.21.1.1']) {
      expect(guard.judge(ip).kind, ip).toBe('forbidden');
    }
  });

  it('opens loopback alone where development asks for it', () => {
    for (const ip of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])
      expect(local.judge(ip).kind).toBe('allowed');
    for (const ip of ['10.0.0.1', '0.0.0.0', '::', '169.254.1.1'])
      expect(local.judge(ip).kind).toBe('forbidden');
  });

  it.each(metadata)('never opens the metadata address %s (N10)', (ip) => {
    const named = createGuard({ allow: [ip, `${ip}/${ip.includes(':') ? 128 : 32}`], allowLoopback: true });
    for (const guard of [strict, wideOpen, named]) {
      expect(guard.judge(ip)).toEqual({ kind: 'forbidden', reason: 'metadata' });
    }
  });

  it('never opens an embedded metadata address, also not in forms that only an allow-list could open', () => {
    const ip: Four = [169, 254, 169, 254];
    const forms = [
      ...Object.values(embeddings).map((embed) => embed(ip)),
      `::${dotted(ip)}`,
      `64:ff9b:1::${dotted(ip)}`,
      '64:ff9b:1:a9fe:00a9:fe00::',
      `2001:0:${groups(ip)}:0:0:0:1`,
      '2001:0:1:1:0:0:5601:5601',
    ];
    for (const form of forms) {
      expect(wideOpen.judge(form), form).toEqual({ kind: 'forbidden', reason: 'metadata' });
    }
  });

  it.each(['10.0.0.0/33', '10.0.0', 'example.com', '', '::/129', '10.0.0.0/'])(
    'refuses "%s" at start',
    (cidr) => {
      expect(() => createGuard({ allow: [cidr], allowLoopback: false })).toThrow(`"${cidr}" is not a CIDR`);
    },
  );
});

describe('a URL, when it is saved', () => {
  it.each([
    ['https://hooks.example.com/a?b=c', 'https://hooks.example.com/a?b=c'],
    ['HTTP://EXAMPLE.com:80', 'http://example.com/'],
    ['https://example.com.:8443/x', 'https://example.com.:8443/x'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['http://my_service:8080/hook', 'http://my_service:8080/hook'],
    ['http://134744072/', 'http://8.8.8.8/'],
  ])('%s is accepted as %s', (url, normal) => {
    expect(strict.checkUrl(url)).toEqual({ kind: 'accepted', url: normal });
  });

  it.each([
    ['', 'not_a_url'],
    ['/relative', 'not_a_url'],
    ['http://', 'not_a_url'],
    ['http://1.2.3.4.5/', 'not_a_url'],
    ['http://[fe80::1%25eth0]/', 'not_a_url'],
    ['http://exa mple.com/', 'not_a_url'],
    ['http://example.com:70000/', 'not_a_url'],
    ['ftp://example.com/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['gopher://127.0.0.1/', 'scheme'],
    ['https://user:secret@example.com/', 'credentials'],
    ['https://user@example.com/', 'credentials'],
    ['http://example.com@127.0.0.1/', 'credentials'],
    ['https://example.com/#part', 'fragment'],
    ['https://example.com/#', 'fragment'],
    ['https://example.com:0/', 'port'],
    ['http://example..com/', 'host'],
    ['http://example.com../', 'host'],
    ['http://-example.com/', 'host'],
    [`http://${'a'.repeat(64)}.com/`, 'host'],
    [`http://${'a.'.repeat(127)}com/`, 'host'],
    ['http://exam!ple.com/', 'host'],
    ['http://localhost/', 'forbidden_address'],
    ['http://LOCALHOST.:3000/', 'forbidden_address'],
    ['http://api.localhost/', 'forbidden_address'],
    ['http://localhost.localdomain/', 'forbidden_address'],
    ['http://ip6-localhost/', 'forbidden_address'],
    ['http://2130706433/', 'forbidden_address'],
    ['http://0x7f.1/', 'forbidden_address'],
    ['http://0177.0.0.01/', 'forbidden_address'],
    ['http://127.1/', 'forbidden_address'],
    ['http://0/', 'forbidden_address'],
    ['http://127。0。0。1/', 'forbidden_address'],
    ['http:\\\\127.0.0.1\\@example.com/', 'forbidden_address'],
    ['http:127.0.0.1/', 'forbidden_address'],
    ['http://1\t27.0.0.1/', 'forbidden_address'],
    ['http://[::1]/', 'forbidden_address'],
    ['http://[::]/', 'forbidden_address'],
    ['http://[::ffff:7f00:1]/', 'forbidden_address'],
    ['http://169.254.169.254/latest/meta-data/', 'forbidden_address'],
    ['http://[fd00:ec2::254]/', 'forbidden_address'],
  ])('%j is refused: %s', (url, reason) => {
    expect(strict.checkUrl(url)).toEqual({ kind: 'refused', reason });
  });

  it('opens localhost only where loopback is open', () => {
    for (const url of [
      'http://localhost:3000/',
      'http://127.0.0.1:3000/',
      'http://[::1]:3000/',
      'http://0x7f.1:3000/',
    ]) {
      expect(local.checkUrl(url).kind, url).toBe('accepted');
    }
  });

  it('judges an IPv4 literal alike in every notation (N10)', () => {
    fc.assert(
      fc.property(ipv4, fc.constantFrom(...Object.entries(notations)), (ip, [, write]) => {
        const expected = strict.judge(dotted(ip)).kind === 'allowed';
        expect(strict.checkUrl(`http://${write(ip)}:8080/x`).kind === 'accepted').toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('judges forbidden IPv4 literals in every notation', () => {
    const inside = fc.tuple(fc.constantFrom(0, 10, 127, 224, 255), byte, byte, byte);
    fc.assert(
      fc.property(inside, fc.constantFrom(...Object.values(notations)), (ip, write) => {
        expect(strict.checkUrl(`https://${write(ip)}/`)).toEqual({
          kind: 'refused',
          reason: 'forbidden_address',
        });
      }),
    );
  });

  it('judges an IPv6 literal as the address itself', () => {
    const ipv6 = fc.tuple(
      fc.constantFrom(0, 0x64, 0x2001, 0x2002, 0x2a00, 0xfc00, 0xfe80, 0xff02),
      ...Array<typeof group>(7).fill(group),
    );
    fc.assert(
      fc.property(ipv6, fc.boolean(), (parts, upper) => {
        const text = parts.map((part) => part.toString(16)).join(':');
        const expected = strict.judge(text).kind === 'allowed';
        const url = `http://[${upper ? text.toUpperCase() : text}]/`;
        expect(strict.checkUrl(url).kind === 'accepted').toBe(expected);
      }),
    );
  });

  it('answers any text without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `http://${text}`),
        ),
        (text) => {
          const verdict = strict.checkUrl(text);
          if (verdict.kind === 'accepted') expect(strict.checkUrl(verdict.url)).toEqual(verdict);
        },
      ),
    );
  });
});

describe('a lookup, when connecting', () => {
  it('hands on what it judged, in both shapes that a socket asks for', () => {
    const addresses = ['93.184.216.34', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'];
    expect(lookUp(answering(addresses), {})).toEqual({ error: null, address: addresses[0], family: 4 });
    expect(lookUp(answering(addresses), { family: 6 })).toEqual({
      error: null,
      address: addresses[1],
      family: 6,
    });
    expect(lookUp(answering(addresses), { all: true })).toEqual({
      error: null,
      address: [
        { address: addresses[0], family: 4 },
        { address: addresses[1], family: 6 },
      ],
      family: undefined,
    });
  });

  it.each([
    ['first', ['10.0.0.1', '93.184.216.34']],
    ['last', ['93.184.216.34', '10.0.0.1']],
    ['of the family not asked for', ['93.184.216.34', 'fe80::1']],
    ['embedded', ['93.184.216.34', '::ffff:127.0.0.1']],
    ['not an address at all', ['93.184.216.34', 'example.com']],
  ])('refuses the whole answer when a forbidden address is %s (N10)', (_where, addresses) => {
    for (const options of [{ all: true }, {}, { family: 4 }]) {
      const { error, address } = lookUp(answering(addresses), options);
      expect(error).toBeInstanceOf(AddressForbidden);
      expect(error?.message).toBe('The address is not allowed');
      expect(address).toBe('');
    }
  });

  it('resolves once, so a name that changes its answer gains nothing (N10)', () => {
    const rebinding = answering(['93.184.216.34'], ['127.0.0.1']);
    expect(lookUp(rebinding, { all: true }).address).toEqual([{ address: '93.184.216.34', family: 4 }]);
    expect(rebinding.asked).toBe(1);
    expect(lookUp(rebinding, { all: true }).error).toBeInstanceOf(AddressForbidden);
  });

  it('lets through what the operator opened', () => {
    expect(lookUp(answering(['10.1.2.3']), {}, ['10.0.0.0/8']).address).toBe('10.1.2.3');
  });

  it("passes the resolver's error on, and calls an empty answer not found", () => {
    const failing: Resolve = (_hostname, callback) =>
      callback(Object.assign(new Error('no'), { code: 'EAI_AGAIN' }), []);
    expect(lookUp(failing, { all: true }).error).toMatchObject({ code: 'EAI_AGAIN' });
    expect(lookUp(answering([]), { all: true }).error).toMatchObject({ code: 'ENOTFOUND' });
    expect(lookUp(answering(['93.184.216.34']), { family: 6 }).error).toMatchObject({ code: 'ENOTFOUND' });
  });

  it('uses the resolver of the system when none is given', async () => {
    const answer = await new Promise((resolve) => {
      local.lookup('localhost', { all: true }, (error, addresses) => resolve(error ?? addresses));
    });
    expect(answer).toContainEqual({ address: '127.0.0.1', family: 4 });
  });
});
