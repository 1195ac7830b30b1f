// Why a request failed, in words for whoever runs the receiver. The texts name no address: a tenant reads them,
// and must not learn what a name resolved to inside the operator's network.
import { isTlsError, type Phase } from './connections.ts';

export type SendErrorKind =
  /** No access token could be got. */
  'auth' | 'dns' | 'blocked' | 'connect' | 'tls' | 'timeout' | 'reset' | 'protocol' | 'aborted';

export interface SendFailure {
  readonly error: SendErrorKind;
  readonly message: string;
}

type Code = string | undefined;

const connectWords: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Connection refused',
  ECONNRESET: 'The connection was reset while it was being established',
  EHOSTUNREACH: 'The receiver cannot be reached: no route to the host',
  ENETUNREACH: 'The receiver cannot be reached: no route to its network',
  ETIMEDOUT: 'The receiver cannot be reached: it does not react to connections',
  EMFILE: 'Signpost has no file descriptor left for another connection',
  ENFILE: 'Signpost has no file descriptor left for another connection',
};

const tlsWords: Readonly<Record<string, string>> = {
  CERT_NOT_YET_VALID: 'The certificate is not valid yet',
  CERT_REVOKED: 'The certificate was revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate comes from an authority that is not trusted',
  UNABLE_TO_GET_ISSUER_CERT: 'The certificate chain is incomplete',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'The certificate chain is incomplete or its authority is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate chain is incomplete or its authority is not trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another host',
  ERR_SSL_WRONG_VERSION_NUMBER: 'The receiver does not speak TLS on this port',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'The receiver does not speak TLS on this port',
  ECONNRESET: 'The receiver closed the connection during the TLS handshake',
};

/** Alerts that the receiver sends, without the version of TLS that begins their codes. */
const alertWords: Readonly<Record<string, string>> = {
  CERTIFICATE_REQUIRED: 'The receiver asks for a client certificate',
  HANDSHAKE_FAILURE:
    'The receiver broke the TLS handshake off: nothing in common, or it asks for a client certificate',
  UNKNOWN_CA: 'The receiver does not know the authority of the client certificate',
  CERTIFICATE_EXPIRED: 'The receiver finds the client certificate expired',
  CERTIFICATE_REVOKED: 'The receiver finds the client certificate revoked',
  UNSUPPORTED_CERTIFICATE: 'The receiver takes no client certificate of this kind',
  BAD_CERTIFICATE: 'The receiver does not accept the client certificate',
  CERTIFICATE_UNKNOWN: 'The receiver does not accept the client certificate',
  ACCESS_DENIED: 'The receiver does not let this client certificate in',
};

/** The peer went away; the last two are how a parser says that the end came too early. */
const goneCodes: ReadonlySet<Code> = new Set([
  'UND_ERR_SOCKET',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'HPE_INVALID_EOF_STATE',
]);

const codeOf = (error: Error): Code =>
  'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** undici says so with the code of a closed socket: `100 Continue`, an upgrade, or bytes that nobody asked for. */
const isBadResponse = (error: Error) => error.message === 'bad response' || error.message === 'bad upgrade';

/** The peer closed or reset the connection, as opposed to answering wrongly. */
export const isGone = (error: Error): boolean => goneCodes.has(codeOf(error)) && !isBadResponse(error);

function dnsFailure(code: Code): SendFailure {
  if (code === 'EAI_AGAIN') {
    return { error: 'dns', message: 'The name could not be resolved: the name server did not answer' };
  }
  return { error: 'dns', message: 'The name could not be resolved' };
}

const inBrackets = (code: Code) => (code === undefined ? '' : ` (${code})`);

function tlsFailure(error: Error, code: Code): SendFailure {
  if (code === 'CERT_HAS_EXPIRED') {
    const expiredOn = 'expiredOn' in error ? error.expiredOn : null;
    const message =
      typeof expiredOn === 'string'
        ? `The certificate expired on ${expiredOn}`
        : 'A certificate of the chain has expired';
    return { error: 'tls', message };
  }
  const alert = alertWords[code?.replace(/^.*_ALERT_/, '') ?? ''];
  const message = tlsWords[code ?? ''] ?? alert ?? `The TLS handshake failed${inBrackets(code)}`;
  return { error: 'tls', message };
}

function answerFailure(error: Error, phase: Phase, responseStarted: boolean): SendFailure {
  const code = codeOf(error);
  // With TLS 1.3 the handshake is over for one side before the other has looked at the client certificate.
  if (isTlsError(error)) return tlsFailure(error, code);
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    return { error: 'protocol', message: 'The response has more header bytes than are read' };
  }
  // undici reports a parser's error inside headers under this code, once it has seen a length.
  const isHeaderError = phase === 'headers' && code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH';
  if (!isGone(error) || isHeaderError) {
    return { error: 'protocol', message: `The response is not valid HTTP/1.1${inBrackets(code)}` };
  }
  const when = responseStarted ? 'in the middle of its response' : 'without a response';
  return { error: 'reset', message: `The receiver closed the connection ${when}` };
}

export function describeFailure(error: Error, phase: Phase, responseStarted: boolean): SendFailure {
  const code = codeOf(error);
  if (code === 'UND_ERR_DESTROYED') return { error: 'aborted', message: 'Signpost is stopping' };
  if (code === 'UND_ERR_INVALID_ARG') {
    return { error: 'protocol', message: `The request is not valid HTTP: ${error.message}` };
  }
  if (code === 'ERR_ADDRESS_FORBIDDEN') return { error: 'blocked', message: 'The address is not allowed' };
  switch (phase) {
    case 'dns':
      return dnsFailure(code);
    case 'queue':
    case 'connect':
      return {
        error: 'connect',
        message: connectWords[code ?? ''] ?? `The connection could not be established${inBrackets(code)}`,
      };
    case 'tls':
      return tlsFailure(error, code);
    case 'headers':
    case 'body':
      return answerFailure(error, phase, responseStarted);
  }
}

const timeoutWords: Readonly<Record<Phase, string>> = {
  queue: 'all connections to the receiver were busy',
  dns: 'the name was not resolved in time',
  connect: 'no connection was established',
  tls: 'the TLS handshake did not finish',
  headers: 'the receiver did not answer',
  body: 'the response did not end',
};

export const describeTimeout = (phase: Phase, limitMs: number): SendFailure => ({
  error: 'timeout',
  message: `Nothing final within ${limitMs / 1000} s: ${timeoutWords[phase]}`,
});
