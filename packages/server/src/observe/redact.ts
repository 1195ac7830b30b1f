// Takes secrets out of whatever is about to be logged: by the names of fields at any depth, by the forms in which secrets are
// written, and the server's own secrets by what they are, in whatever text they turn up. The last line of defence: whoever
// logs should not hand over a secret to begin with.

const censor = '[redacted]';
/** What stands deeper is no use to a reader of a log. */
const depthMax = 8;

/** Fields that hold a secret, whatever stands before or after: `clientSecret`, `sealed_totp`, `set-cookie`, `rootKey`. */
const secretNames =
  /secret|token|password|passphrase|authorization|cookie|credential|signature|sealed|totp|otpauth|privatekey|connectionstring|databaseurl|smtpurl|(^|root|master|api|private)[-_]?key$/i;

/** How secrets are written, with what of it may stay. */
const secretForms: readonly (readonly [RegExp, string])[] = [
  // Keys of the API, signing secrets and root keys that Signpost makes.
  [/\b(skv2_[a-z]+_[A-Za-z0-9-]+_)[A-Za-z0-9-]+/g, `$1${censor}`],
  [/\b(whsec_|whsk_|root_)[A-Za-z0-9+/=_-]{8,}/g, `$1${censor}`],
  [/\b(Bearer|Basic)\s+[A-Za-z0-9+/=._~-]{6,}/gi, `$1 ${censor}`],
  // Tokens of Signpost and others that are signed JSON.
  [/\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*)?/g, censor],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g, censor],
  // The user information of a URL, the secret path of a source, and the token of a link.
  [/\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@]{1,500}@/gi, `$1${censor}@`],
  [/(\/in(?:box)?\/)[^\s/?"']+/g, `$1${censor}`],
  [/(\/(?:setup|invitation|reset|email)#)\w+/g, `$1${censor}`],
];

/** @param secrets of the server itself, for example the password of its database */
export function createRedactor(secrets: readonly string[] = []): <T>(value: T) => T {
  // The longest first: one may be the beginning of another.
  const forms = [...new Set(secrets.filter((secret) => secret.length >= 4).flatMap(writtenForms))].toSorted(
    (one, other) => other.length - one.length,
  );

  function text(value: string): string {
    const known = forms.reduce((rest, form) => rest.replaceAll(form, censor), value);
    return secretForms.reduce((rest, [form, replacement]) => rest.replace(form, replacement), known);
  }

  function inside(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return text(value);
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    return depth < depthMax ? insideObject(value, depth + 1) : '…';
  }

  function insideObject(value: object, depth: number): unknown {
    if (value instanceof Uint8Array) return `${value.length} bytes`;
    if (value instanceof Map || value instanceof Set) return inside([...value], depth);
    if (Array.isArray(value)) return value.map((item) => inside(item, depth));
    const fields = Object.entries(value instanceof Error ? asFields(value) : value).map(([name, field]) => [
      name,
      secretNames.test(name) && mayHold(field) ? censor : inside(field, depth),
    ]);
    return Object.fromEntries(fields);
  }

  return (value) => inside(value, 0) as typeof value;
}

/** Whether there is one, and of what kind of thing there are how many, is no secret. */
const mayHold = (field: unknown) =>
  typeof field === 'string' || (typeof field === 'object' && field !== null);

const asFields = (error: Error) => ({
  ...error,
  name: error.name,
  message: error.message,
  stack: error.stack,
  ...(error.cause !== undefined && { cause: error.cause }),
});

/** As it is, as URLs have it, and as bytes are written. */
function writtenForms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [secret, encodeURIComponent(secret), bytes.toString('base64url'), bytes.toString('base64')];
}
