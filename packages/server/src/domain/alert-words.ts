// What people read about a failing webhook: how the last attempt ended, and what to look at first. Pure.
import { STATUS_CODES } from 'node:http';
import type { AlertKind, AlertStage, LastFailure } from './alert.ts';

/** How an attempt ended, as the rest of a sentence: "the receiver answered 503 Service Unavailable". */
export function outcomeWords({ status, error }: LastFailure): string {
  if (status === null) return error === null ? 'there was no answer' : lowerFirst(error.message);
  return `the receiver answered ${statusWords(status)}${error === null ? '' : `, and ${lowerFirst(error.message)}`}`;
}

function statusWords(status: number): string {
  const words = STATUS_CODES[status];
  return words === undefined ? String(status) : `${status} ${words}`;
}

/** Abbreviations keep their capitals. */
const lowerFirst = (text: string) =>
  /^[A-Z][a-z]/.test(text) && !text.startsWith('Signpost') ? text[0]?.toLowerCase() + text.slice(1) : text;

const adviceByError: Readonly<Record<string, string>> = {
  dns: 'Check the host name in the URL of the webhook, and that it is still registered.',
  blocked:
    'The URL leads to an address that this server may not send to. Enter another one, or have the operator allow its network.',
  connect: 'Check that the receiver runs, and that its port is open to this server.',
  tls: 'Check the certificate of the receiver: its end, its host name, and that the whole chain is sent.',
  timeout: 'The receiver is too slow. It should answer first and do its work afterwards.',
  reset: 'The receiver breaks off connections. Look into its log, and into that of the proxy in front of it.',
  protocol: 'What comes back is not HTTP. Check the port in the URL, and what listens there.',
};

const adviceByStatus: Readonly<Record<number, string>> = {
  401: 'The receiver asks for credentials. Check the authentication of the webhook, and the secret that the receiver verifies with.',
  403: 'The receiver refuses access. Check the authentication of the webhook, the secret that the receiver verifies with, and its lists of allowed addresses.',
  404: 'There is nothing at this URL. Check its path.',
  405: 'The receiver takes no POST at this URL. Check its path.',
  410: 'The receiver says that it wants no more events at this URL. If it moved, enter its new URL and enable the webhook.',
  413: 'The receiver does not take a body of this size. Raise its limit, or let the webhook send the status alone.',
  415: 'The receiver does not take this content type. Choose another one for the webhook.',
  429: 'The receiver asks for fewer requests. Give the webhook a limit for each second.',
};

/** What to look at first. */
export function adviceFor(failure: LastFailure | null): string {
  if (failure === null) return 'Look at the last attempts of the webhook, and test it.';
  if (failure.status === null) {
    return adviceByError[failure.error?.kind ?? ''] ?? 'Check that the receiver runs and can be reached.';
  }
  const { status } = failure;
  const known = adviceByStatus[status];
  if (known !== undefined) return known;
  if (status >= 500) return 'The receiver fails inside. Look into its log at the time of the last attempt.';
  if (status >= 400) return 'The receiver refuses what it gets. Look at its answer, and into its log.';
  if (status >= 300) return 'The receiver redirects, which is not followed. Enter the URL that it leads to.';
  return 'The receiver answers, but not with what this webhook counts as success. Compare its answer with the rule for success.';
}

/** What is wrong, in one line. */
export function problemOf({ kind, stage, lastFailure }: AlertSummary): string {
  if (stage === 'recovered') return kind === 'gone' ? 'The receiver was gone' : 'Deliveries failed';
  if (kind === 'gone') return 'Disabled: the receiver answered 410 Gone';
  const last = lastFailure === null ? '' : `: ${outcomeWords(lastFailure)}`;
  if (kind === 'failure_rate') return `Many deliveries fail${last}`;
  return stage === 'disabled' ? `Disabled after failing for too long${last}` : `Deliveries fail${last}`;
}

interface AlertSummary {
  readonly kind: AlertKind;
  readonly stage: AlertStage;
  readonly lastFailure: LastFailure | null;
}
