// A real SMTP server in the test process: takes mails, or refuses them as told, and lets tests wait for what arrives.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Whole, as it came. */
  readonly source: string;
  readonly subject: string;
  /** Decoded. */
  readonly text: string;
  readonly html: string;
  /** The first link in the text. */
  readonly link: string;
}

export interface MailServer {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** The next mail to an address that `next` has not given out yet. */
  next(to: string): Promise<ReceivedMail>;
  /** What is answered from now on: to the recipient, or to the mail as a whole. */
  refuse(
    what: { readonly at: 'recipient' | 'data'; readonly code: number; readonly text: string } | null,
  ): void;
  stop(): Promise<void>;
}

const deadlineMs = 5_000;

export interface MailServerOptions {
  readonly user?: string;
  readonly password?: string;
}

export async function startMailServer({ user, password }: MailServerOptions = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const given = new Set<ReceivedMail>();
  const waiting = new Set<() => void>();
  let refusal: Parameters<MailServer['refuse']>[0] = null;
  const refusing = (at: 'recipient' | 'data') =>
    refusal?.at === at ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null;
  const server = new SMTPServer({
    authOptional: user === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, done) =>
      auth.username === user && auth.password === password
        ? done(null, { user })
        : done(new Error('Authentication credentials invalid')),
    onRcptTo: (_address, _session, done) => done(refusing('recipient')),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refused = refusing('data');
        if (refused) return done(refused);
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        mails.push(parse(mailFrom === false ? '' : mailFrom.address, to, Buffer.concat(chunks).toString()));
        done();
        for (const wake of waiting) wake();
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const credentials = user === undefined ? '' : `${user}:${encodeURIComponent(password ?? '')}@`;

  const take = (to: string) => {
    const found = mails.find((mail) => mail.to.includes(to) && !given.has(mail));
    if (found) given.add(found);
    return found;
  };

  return {
    url: `smtp://${credentials}127.0.0.1:${port}`,
    mails,
    next: (to) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`No mail to ${to} came within ${deadlineMs} ms.`));
        }, deadlineMs);
        const look = () => {
          const mail = take(to);
          if (!mail) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(mail);
        };
        waiting.add(look);
        look();
      }),
    refuse: (what) => {
      refusal = what;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function parse(from: string, to: readonly string[], source: string): ReceivedMail {
  const text = part(source, 'text/plain');
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(source)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? '';
  return {
    from,
    to,
    source,
    subject,
    text,
    html: part(source, 'text/html'),
    link: /https?:\/\/\S+/.exec(text)?.[0] ?? '',
  };
}

/** One part of a mail as nodemailer writes it. */
function part(source: string, type: string): string {
  const at = source.indexOf(`Content-Type: ${type}`);
  if (at < 0) return '';
  const [head = '', ...rest] = source.slice(at).split('\r\n\r\n');
  const body = rest.join('\r\n\r\n').split(/\r\n--/)[0] ?? '';
  if (/quoted-printable/i.test(head)) {
    const bytes = body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString();
  }
  return /base64/i.test(head) ? Buffer.from(body, 'base64').toString() : body;
}
