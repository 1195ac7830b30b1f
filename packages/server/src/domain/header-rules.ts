// What a header of one's own may be: names that HTTP and Signpost set themselves are refused by name.
import { limit } from './limits.ts';
import { invalid, type Problem } from './problems.ts';

/** Header names that Signpost or HTTP itself sets; a webhook may not set them. */
export const reservedHeaders: readonly string[] = [
  'host',
  'connection',
  'content-length',
  'content-type',
  'transfer-encoding',
  'keep-alive',
  'proxy-connection',
  'proxy-authorization',
  'te',
  'trailer',
  'upgrade',
  'expect',
  'http2-settings',
  'accept-encoding',
  'webhook-id',
  'webhook-timestamp',
  'webhook-signature',
];

const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/;
/** Printable ASCII and tabs: what every HTTP server takes. */
const headerValue = /^[\t\x20-\x7e]*$/;

export function headerProblems(headers: Readonly<Record<string, string>>): readonly Problem[] {
  const entries = Object.entries(headers);
  const max = limit('webhook_headers_max');
  if (entries.length > max) return [invalid('delivery.headers', `must have at most ${max} headers`)];
  const problems = entries.flatMap(([name, value]) => {
    const reason = headerProblem(name, value);
    return reason === null ? [] : [invalid(`delivery.headers.${name}`, reason)];
  });
  const names = entries.map(([name]) => name.toLowerCase());
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated) problems.push(invalid(`delivery.headers.${repeated}`, 'is there twice, written differently'));
  return problems;
}

/** Why a header cannot be set, in words; null when it can. */
export function headerProblem(name: string, value: string): string | null {
  if (!headerName.test(name)) return 'is not a header name';
  if (reservedHeaders.includes(name.toLowerCase()))
    return 'is set by Signpost or by HTTP itself and cannot be chosen';
  if (!headerValue.test(value)) return 'has characters that a header cannot carry';
  if (value.length > limit('header_value_characters_max')) {
    return `must have at most ${limit('header_value_characters_max')} characters`;
  }
  return null;
}

const credentialHeaders: readonly string[] = ['authorization', 'proxy-authorization', 'cookie'];

/** What is kept or shown of a request must not let anybody in. @param others small letters; of a receiver's own */
export function withoutCredentials(
  headers: readonly (readonly [string, string])[],
  others: readonly string[] = [],
): readonly (readonly [string, string])[] {
  const secret = new Set([...credentialHeaders, ...others]);
  return headers.map(([name, value]) => [name, secret.has(name.toLowerCase()) ? '[redacted]' : value]);
}
