// The address guard: which addresses Signpost may connect to on behalf of a tenant (SSRF).
// Promises: a name is resolved once and refused whole if any of its addresses is forbidden; the socket gets only
// addresses that were judged, so nothing can change between check and connect; cloud metadata is never reachable.
// Must not: resolve anything when a URL is saved, or say in an error what a name resolved to.
import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

type IPv4 = ipaddr.IPv4;
type IPv6 = ipaddr.IPv6;
type Range = readonly [IPv4 | IPv6, number];

export interface AddressPolicy {
  /** CIDRs (or single addresses) that the operator opens although they are forbidden by default. */
  readonly allow: readonly string[];
  readonly allowLoopback: boolean;
}

type AddressVerdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'forbidden'; readonly reason: 'not_an_address' | 'metadata' | 'range' };

type UrlRefusal = 'not_a_url' | 'scheme' | 'credentials' | 'fragment' | 'host' | 'port' | 'forbidden_address';

type UrlVerdict =
  /** `url` is the normal form: what will be requested, whatever notation was typed. */
  | { readonly kind: 'accepted'; readonly url: string }
  | { readonly kind: 'refused'; readonly reason: UrlRefusal };

export interface Guard {
  judge(ip: string): AddressVerdict;
  /** For save time: looks at the text alone, a name that resolves badly is refused when connecting. */
  checkUrl(url: string): UrlVerdict;
  /** The `lookup` option of `net.connect` and `tls.connect`. Literal addresses never get here: judge them. */
  readonly lookup: LookupFunction;
}

/** Answers every address of a name, in the resolver's order. */
export type Resolve = (
  hostname: string,
  callback: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

/** The text says nothing about the address, because a tenant reads it. */
export class AddressForbidden extends Error {
  readonly code = 'ERR_ADDRESS_FORBIDDEN';
  constructor() {
    super('The address is not allowed');
  }
}

const range = (cidr: string): Range =>
  ipaddr.isValidCIDR(cidr) ? ipaddr.parseCIDR(cidr) : [ipaddr.parse(cidr), isIP(cidr) === 4 ? 32 : 128];

/** IANA special-purpose registries, without what is judged by its embedded IPv4 address. */
const forbiddenRanges = [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24',
  '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
  // Only 2000::/3 is global unicast. Outside of it lie ::1, discard (100::), SRv6 (5f00::), fc00::/7, fe80::, fec0::, ff00::.
  '::/3 2001::/23 2001:db8::/32 3fff::/20 4000::/2 8000::/1',
].flatMap((line) => line.split(' ').map(range));

const loopbackRanges = ['127.0.0.0/8', '::1/128'].map(range);

/** Services that hand a machine's credentials to whoever asks: AWS, GCP, Azure, Oracle, DigitalOcean, Alibaba. */
const metadataRanges = [
  '169.254.169.254 169.254.170.2 169.254.170.23 100.100.100.200 168.63.129.16',
  'fd00:ec2::254 fd00:ec2::23 fd20:ce::254',
].flatMap((line) => line.split(' ').map(range));

const lastFour = [12, 13, 14, 15];
const teredo = range('2001::/32');
const ipv4Compatible = range('::/96');
const localNat64 = range('64:ff9b:1::/48');

/** IPv6 that stands for an IPv4 destination: mapped, SIIT, NAT64 (well known and local), 6to4. */
const embeddings = [
  { within: range('::ffff:0:0/96'), at: lastFour },
  { within: range('::ffff:0:0:0/96'), at: lastFour },
  { within: range('64:ff9b::/96'), at: lastFour },
  { within: localNat64, at: lastFour },
  { within: range('2002::/16'), at: [2, 3, 4, 5] },
];

/** RFC 6052 lets a local NAT64 prefix be shorter than /96; then the IPv4 address sits further left. */
const shorterNat64 = [
  [6, 7, 9, 10],
  [7, 9, 10, 11],
  [9, 10, 11, 12],
];

const allowed: AddressVerdict = { kind: 'allowed' };
const forbidden = (reason: 'not_an_address' | 'metadata' | 'range'): AddressVerdict => ({
  kind: 'forbidden',
  reason,
});

const isIn = (address: IPv4 | IPv6, ranges: readonly Range[]): boolean =>
  ranges.some(([base, bits]) => base.kind() === address.kind() && address.match(base, bits));

function pick(bytes: readonly number[], at: readonly number[]): IPv4 {
  return new ipaddr.IPv4(at.map((index) => bytes[index] ?? 0));
}

/** The IPv4 destinations that an IPv6 address stands for; empty for an address in its own right. */
function destinationsOf(address: IPv6): IPv4[] {
  const bytes = address.toByteArray();
  const found = embeddings.filter(({ within }) => isIn(address, [within])).map(({ at }) => pick(bytes, at));
  if (!isIn(address, [localNat64])) return found;
  // Under a /96 the bytes further left are mostly zero and mean nothing.
  const zeroNetwork = range('0.0.0.0/8');
  return [...found, ...shorterNat64.map((at) => pick(bytes, at)).filter((ip) => !isIn(ip, [zeroNetwork]))];
}

/** ISATAP carries an IPv4 tunnel end in the host part, under any prefix. */
function isatapOf(address: IPv6): IPv4[] {
  const bytes = address.toByteArray();
  const marker = bytes.slice(8, 12).join('.');
  return marker === '0.0.94.254' || marker === '2.0.94.254' ? [pick(bytes, lastFour)] : [];
}

/** Forms that are forbidden anyway, opened only by an allow-list: looked into for metadata addresses alone. */
function buriedIn(address: IPv6): IPv4[] {
  const bytes = address.toByteArray();
  if (isIn(address, [ipv4Compatible])) return [pick(bytes, lastFour)];
  if (!isIn(address, [teredo])) return [];
  const inverted = bytes.map((byte) => byte ^ 0xff);
  return [pick(bytes, [4, 5, 6, 7]), pick(inverted, lastFour)];
}

const isIPv6 = (address: IPv4 | IPv6): address is IPv6 => address.kind() === 'ipv6';

function judge(address: IPv4 | IPv6, open: readonly Range[]): AddressVerdict {
  const destinations = isIPv6(address) ? destinationsOf(address) : [];
  const tunnels = isIPv6(address) ? isatapOf(address) : [];
  const buried = isIPv6(address) ? buriedIn(address) : [];
  const everyForm = [address, ...destinations, ...tunnels, ...buried];
  if (everyForm.some((form) => isIn(form, metadataRanges))) return forbidden('metadata');
  const openInside = (form: IPv4) => judge(form, open).kind === 'allowed';
  if (destinations.length > 0) return destinations.every(openInside) ? allowed : forbidden('range');
  if (isIn(address, open)) return allowed;
  if (!tunnels.every(openInside)) return forbidden('range');
  return isIn(address, forbiddenRanges) ? forbidden('range') : allowed;
}

/** Strict about notation, unlike a URL: `127.1` is no address here. A zone (`fe80::1%eth0`) does not change the verdict. */
function judgeText(ip: string, open: readonly Range[]): AddressVerdict {
  return isIP(ip) === 0 ? forbidden('not_an_address') : judge(ipaddr.parse(ip.split('%')[0] ?? ''), open);
}

const loopbackName = /(^|\.)(localhost|localhost\.localdomain|ip6-localhost|ip6-loopback)$/;
const label = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;
const hostCharsMax = 253;

function checkHost(hostname: string, open: readonly Range[]): UrlRefusal | null {
  const host = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  const literal = loopbackName.test(host) ? '127.0.0.1' : host;
  if (isIP(literal) !== 0) return judgeText(literal, open).kind === 'allowed' ? null : 'forbidden_address';
  return host.length <= hostCharsMax && host.split('.').every((part) => label.test(part)) ? null : 'host';
}

/** The WHATWG parser has already turned decimal, octal, hex, short and full-width forms into plain addresses. */
function refusalOf(url: URL, text: string, open: readonly Range[]): UrlRefusal | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'scheme';
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (text.includes('#')) return 'fragment';
  if (url.port === '0') return 'port';
  return checkHost(url.hostname, open);
}

function checkUrl(text: string, open: readonly Range[]): UrlVerdict {
  const url = URL.parse(text);
  if (url === null) return { kind: 'refused', reason: 'not_a_url' };
  const reason = refusalOf(url, text, open);
  return reason === null ? { kind: 'accepted', url: url.href } : { kind: 'refused', reason };
}

const resolveBySystem: Resolve = (hostname, callback) =>
  systemLookup(hostname, { all: true, verbatim: true }, callback);

const families: Readonly<Record<string, number>> = { '4': 4, '6': 6, IPv4: 4, IPv6: 6 };

function notFound(hostname: string): Error {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND', hostname });
}

/** The whole answer is judged before it is narrowed to the wanted family. */
function guardedLookup(open: readonly Range[], resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      if (error !== null) return callback(error, '', 0);
      const bad = addresses.some(({ address }) => judgeText(address, open).kind === 'forbidden');
      if (bad) return callback(new AddressForbidden(), '', 0);
      const family = families[String(options.family)];
      const usable = addresses.filter((answer) => family === undefined || answer.family === family);
      const [first] = usable;
      if (first === undefined) return callback(notFound(hostname), '', 0);
      return options.all === true ? callback(null, usable) : callback(null, first.address, first.family);
    });
  };
}

/** Compiles the policy once. Throws, naming the CIDR, on one that cannot be read: a fault of the configuration. */
export function createGuard(policy: AddressPolicy, resolve: Resolve = resolveBySystem): Guard {
  const opened = policy.allow.map((cidr) => {
    if (!ipaddr.isValidCIDR(cidr) && isIP(cidr) === 0) throw new Error(`"${cidr}" is not a CIDR`);
    return range(cidr);
  });
  const open = policy.allowLoopback ? [...opened, ...loopbackRanges] : opened;
  return {
    judge: (ip) => judgeText(ip, open),
    checkUrl: (url) => checkUrl(url, open),
    lookup: guardedLookup(open, resolve),
  };
}
