// Hands mails to the operator's mail server. Promises: every sending ends within its time with one result, which says in
// words what went wrong, with the mail server's own answer. It has no queue: whoever sends decides what a failure means.
import nodemailer from 'nodemailer';
import { systemClock } from '../lib/clock.ts';

export interface Mail {
  readonly to: string | readonly string[];
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

export type Sending =
  /** With the mail server's own words. */
  | { readonly kind: 'sent'; readonly answer: string }
  /** `problem` is for an administrator. `passing`: the same mail may well be taken later. */
  | { readonly kind: 'failed'; readonly problem: string; readonly passing: boolean };

export interface Mailer {
  send(mail: Mail): Promise<Sending>;
}

export interface MailerOptions {
  /** `smtp://user:password@host:587` with STARTTLS when it is offered, or `smtps://` with TLS from the start. */
  readonly smtpUrl: string;
  /** An address, also as `Name <address>`. */
  readonly from: string;
  readonly timeoutMs: number;
}

/** @throws when the URL cannot be read */
export function createMailer({ smtpUrl, from, timeoutMs }: MailerOptions): Mailer {
  const transport = nodemailer.createTransport(
    {
      url: smtpUrl,
      connectionTimeout: timeoutMs / 2,
      greetingTimeout: timeoutMs / 2,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs / 2,
      // A mail is made of what is given here; nothing in it may make the server read files or URLs.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return {
    async send({ to, subject, text, html }) {
      // As objects, so that no address is taken apart into several.
      const recipients = [to].flat().map((address) => ({ name: '', address }));
      const line = subject.replace(/\s+/g, ' ').trim();
      const mail = { to: recipients, subject: line, text, ...(html !== undefined && { html }) };
      const sending: Promise<Sending> = transport
        .sendMail(mail)
        .then(({ response }) => ({ kind: 'sent', answer: response }), failed);
      return withinTime(sending, timeoutMs);
    },
  };
}

async function withinTime(sending: Promise<Sending>, timeoutMs: number): Promise<Sending> {
  const late = Promise.withResolvers<Sending>();
  const cancel = systemClock.after(timeoutMs, () =>
    late.resolve({
      kind: 'failed',
      problem: `the mail server did not take the mail within ${timeoutMs / 1000} seconds`,
      passing: true,
    }),
  );
  return Promise.race([sending, late.promise]).finally(cancel);
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

function failed(error: SmtpError): Sending {
  const { responseCode } = error;
  const passing = responseCode === undefined ? error.code !== 'EENVELOPE' : responseCode < 500;
  return { kind: 'failed', problem: problemOf(error), passing };
}

function problemOf({ code = '', response, message }: SmtpError): string {
  switch (code) {
    case 'EAUTH':
      return `the mail server refuses the user name or password of SMTP_URL: ${response ?? message}`;
    case 'EENVELOPE':
      return `the mail server refuses the address: ${response ?? message}`;
    case 'ECONNECTION':
    case 'EDNS':
    case 'ESOCKET':
      return `the mail server of SMTP_URL cannot be reached: ${message}`;
    case 'ETIMEDOUT':
      return 'the mail server of SMTP_URL does not answer';
    case 'ETLS':
      return `no secure connection to the mail server of SMTP_URL: ${message}`;
    default:
      return response === undefined ? message : `the mail server answered: ${response}`;
  }
}
