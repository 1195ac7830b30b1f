// What Documenso posts while documents are signed: complete snapshots, as its newer versions send them, for a few invented
// people. Every run makes its own ids and times, so that a second run on the same data is news and not a repetition.

/** One post of Documenso's webhook. */
export interface DocumensoPost {
  readonly event: string;
  readonly payload: DocumensoPayload;
  /** When it was posted; a retry has another one. */
  readonly createdAt: string;
  readonly webhookEndpoint: string;
}

/** The part of the payload that the demo reads; the rest only travels along. */
interface DocumensoPayload {
  readonly envelopeId: string;
  readonly title: string;
  readonly [field: string]: unknown;
}

interface Person {
  readonly name: string;
  readonly email: string;
}

interface Recipient extends Person {
  readStatus: 'NOT_OPENED' | 'OPENED';
  signingStatus: 'NOT_SIGNED' | 'SIGNED' | 'REJECTED';
  sendStatus: 'NOT_SENT' | 'SENT';
  signedAt: string | null;
  rejectionReason: string | null;
}

type Status = 'DRAFT' | 'PENDING' | 'COMPLETED' | 'REJECTED' | 'CANCELLED';

interface Snapshot {
  readonly envelopeId: string;
  readonly number: number;
  readonly title: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly status: Status;
  readonly ended: boolean;
  readonly recipients: readonly Recipient[];
}

/** The event type that each Documenso event stands for. */
const meanings: Readonly<Record<string, string>> = {
  DOCUMENT_CREATED: 'envelope.created',
  DOCUMENT_SENT: 'envelope.sent',
  DOCUMENT_OPENED: 'signer.viewed',
  DOCUMENT_SIGNED: 'signer.signed',
  DOCUMENT_RECIPIENT_COMPLETED: 'signer.completed',
  DOCUMENT_COMPLETED: 'envelope.completed',
  DOCUMENT_REJECTED: 'envelope.declined',
  DOCUMENT_CANCELLED: 'envelope.voided',
  DOCUMENT_REMINDER_SENT: 'envelope.resent',
  RECIPIENT_EXPIRED: 'signer.expired',
  TEMPLATE_CREATED: 'template.created',
  TEMPLATE_UPDATED: 'template.updated',
  TEMPLATE_DELETED: 'template.deleted',
  TEMPLATE_USED: 'template.used',
};

export function typeOfPost({ event }: DocumensoPost): string {
  return meanings[event] ?? 'platform.unmapped';
}

/** Documenso's events have no id: the same event of the same envelope at the same moment is the same. */
export function keyOfPost({ event, payload, createdAt }: DocumensoPost): string {
  return [event, payload.envelopeId, createdAt].join(' ');
}

export function isDocumensoPost(value: unknown): value is DocumensoPost {
  return (
    typeof value === 'object' &&
    value !== null &&
    'event' in value &&
    'payload' in value &&
    'createdAt' in value
  );
}

export type DocumensoOffice = ReturnType<typeof openOffice>;

/**
 * A Documenso whose documents live through two hours before `now`, one minute per step.
 * @param run makes ids differ from those of every other run
 */
export function openOffice(run: string, now: number) {
  let minutes = 0;
  let documents = 0;
  const moment = () => new Date(now - 7_200_000 + minutes++ * 60_000).toISOString();

  return {
    draft: (title: string, people: readonly Person[]) => {
      documents += 1;
      return startDocument({
        envelopeId: `envelope_${run}${documents}`,
        number: documents,
        title,
        people,
        moment,
      });
    },
  };
}

interface Draft {
  readonly envelopeId: string;
  readonly number: number;
  readonly title: string;
  readonly people: readonly Person[];
  /** The next moment of the office's clock. */
  readonly moment: () => string;
}

/** One document and its life. Every step answers what Documenso posts about it. */
function startDocument({ envelopeId, number, title, people, moment }: Draft) {
  const recipients = people.map(newRecipient);
  const createdAt = moment();
  let status: Status = 'DRAFT';

  function post(event: string, updatedAt: string, ended = false): DocumensoPost {
    const payload = snapshot({ envelopeId, number, title, createdAt, updatedAt, status, ended, recipients });
    return {
      event,
      payload,
      createdAt: later(updatedAt),
      webhookEndpoint: 'https://signpost.example.com/in/…',
    };
  }

  function recipient({ email }: Person): Recipient {
    const found = recipients.find((candidate) => candidate.email === email);
    if (!found) throw new Error(`${email} is no recipient of "${title}".`);
    return found;
  }

  return {
    envelopeId,
    title,
    create: () => post('DOCUMENT_CREATED', createdAt),
    send() {
      status = 'PENDING';
      for (const one of recipients) one.sendStatus = 'SENT';
      return post('DOCUMENT_SENT', moment());
    },
    open(person: Person) {
      recipient(person).readStatus = 'OPENED';
      return post('DOCUMENT_OPENED', moment());
    },
    sign(person: Person) {
      const signedAt = moment();
      Object.assign(recipient(person), { signingStatus: 'SIGNED', signedAt });
      return post('DOCUMENT_SIGNED', signedAt);
    },
    complete() {
      status = 'COMPLETED';
      return post('DOCUMENT_COMPLETED', moment(), true);
    },
    reject(person: Person, rejectionReason: string) {
      const signedAt = moment();
      Object.assign(recipient(person), { signingStatus: 'REJECTED', signedAt, rejectionReason });
      status = 'REJECTED';
      return post('DOCUMENT_REJECTED', signedAt);
    },
    cancel() {
      status = 'CANCELLED';
      return post('DOCUMENT_CANCELLED', moment(), true);
    },
  };
}

/** Documenso posts a little after the fact. */
function later(moment: string): string {
  return new Date(Date.parse(moment) + 1_250).toISOString();
}

/** What Documenso's retry posts: the same, at another time. */
export function retried(post: DocumensoPost): DocumensoPost {
  return { ...post, createdAt: new Date(Date.parse(post.createdAt) + 30_000).toISOString() };
}

function newRecipient({ name, email }: Person): Recipient {
  return {
    name,
    email,
    readStatus: 'NOT_OPENED',
    signingStatus: 'NOT_SIGNED',
    sendStatus: 'NOT_SENT',
    signedAt: null,
    rejectionReason: null,
  };
}

function snapshot({ ended, recipients, number, ...document }: Snapshot): DocumensoPayload {
  const { envelopeId, updatedAt, status } = document;
  const list = recipients.map((recipient, index) => describeRecipient(recipient, envelopeId, number, index));
  return {
    id: number,
    externalId: null,
    userId: 7,
    authOptions: null,
    formValues: null,
    visibility: 'EVERYONE',
    ...document,
    completedAt: ended ? updatedAt : null,
    deletedAt: null,
    teamId: 3,
    templateId: null,
    source: 'DOCUMENT',
    documentMeta: describeMail(number, document.title, status),
    recipients: list,
    Recipient: list,
  };
}

function describeMail(number: number, title: string, status: Status) {
  return {
    id: `doc_meta_${number}`,
    subject: `Please sign: ${title}`,
    message: status === 'DRAFT' ? null : 'Please read the document and sign it within two weeks.',
    timezone: 'Etc/UTC',
    dateFormat: 'yyyy-MM-dd hh:mm a',
    redirectUrl: null,
    signingOrder: 'SEQUENTIAL',
    language: 'en',
    distributionMethod: 'EMAIL',
    emailSettings: null,
  };
}

function describeRecipient(recipient: Recipient, envelopeId: string, number: number, index: number) {
  return {
    id: number * 10 + index,
    envelopeId,
    documentId: number,
    templateId: null,
    token: `invented-${number}-${index}`,
    documentDeletedAt: null,
    expiresAt: null,
    expirationNotifiedAt: null,
    authOptions: { accessAuth: null, actionAuth: null },
    signingOrder: index + 1,
    role: 'SIGNER',
    ...recipient,
  };
}
