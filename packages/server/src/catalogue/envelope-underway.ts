// The event types of an envelope on its way: from the draft until people sign.
import type { Entry } from './event-type.ts';
import { happened } from './example.ts';
import { changes, channel, envelopeContent, person } from './facts.ts';
import { count, flag, id, list, object, text, time } from './schema.ts';
import { lease, loan } from './stories/bank.ts';
import { declaration, hire, nda } from './stories/office.ts';

const reached = (description: string) =>
  list(
    description,
    object('One of them.', {
      signerId: id('The id of the signer on the platform.'),
      channel,
      at: time('When it reached them.'),
    }),
  );

export const underway = {
  created: {
    title: 'Envelope created',
    meaning: 'A new signing process exists, usually still as a draft that nobody was asked to sign.',
    schema: envelopeContent({}),
    example: happened('2026-03-03T08:12:40Z', loan, {
      title: loan.envelope.title,
      status: 'draft',
      sender: loan.katarzyna,
      signers: [
        { ...loan.ngozi, order: 1, status: 'pending' },
        { ...loan.chidi, order: 1, status: 'pending' },
        { ...loan.katarzyna, order: 2, status: 'pending' },
      ],
      documents: [loan.documents.agreement, loan.documents.schedule],
      createdAt: '2026-03-03T08:12:40Z',
      ...loan.contract,
    }),
  },
  updated: {
    title: 'Envelope updated',
    meaning: 'Something about the signing process changed: its title, documents, signers or settings.',
    schema: envelopeContent({
      updatedAt: time('When it was changed.'),
      updatedBy: person('Who changed it.'),
      changes,
    }),
    example: happened('2026-04-09T02:31:15Z', lease, {
      status: 'sent',
      updatedAt: '2026-04-09T02:31:15Z',
      updatedBy: { name: 'Rashid Karimov', email: 'rashid.karimov@example.com' },
      changes: [
        { field: 'expiresAt', from: '2026-04-10T15:00:00Z', to: '2026-04-24T15:00:00Z' },
        { field: 'vehicles', from: 5, to: 6 },
      ],
      createdAt: '2026-04-06T01:04:52Z',
      sentAt: '2026-04-06T01:20:00Z',
      expiresAt: '2026-04-24T15:00:00Z',
      ...lease.contract,
    }),
  },
  published: {
    title: 'Envelope published',
    meaning:
      'The preparation is finished and the signing process is ready to start. Invitations have not gone out yet.',
    schema: envelopeContent({
      publishedAt: time('When the preparation ended.'),
      publishedBy: person('Who ended it.'),
    }),
    example: happened('2026-01-12T07:30:04.118Z', declaration, {
      title: declaration.envelope.title,
      status: 'ready',
      publishedAt: '2026-01-12T07:30:04.118Z',
      publishedBy: declaration.lars,
      signers: [
        { ...declaration.yael, order: 1, status: 'pending' },
        { ...declaration.lars, order: 2, status: 'pending' },
      ],
      documents: [declaration.document],
      createdAt: '2026-01-12T07:29:58.902Z',
    }),
  },
  sent: {
    title: 'Envelope sent',
    meaning: 'The signing process started and its first signers were invited.',
    schema: envelopeContent({ message: text('What the sender wrote to the signers.') }, 'sentAt'),
    example: happened('2026-03-03T08:15:02Z', loan, {
      title: loan.envelope.title,
      status: 'sent',
      message: 'Please read the repayment schedule before you sign. Call me with any question.',
      sender: loan.katarzyna,
      signers: [
        { ...loan.ngozi, order: 1, status: 'sent', sentAt: '2026-03-03T08:15:02Z' },
        { ...loan.chidi, order: 1, status: 'sent', sentAt: '2026-03-03T08:15:02Z' },
        { ...loan.katarzyna, order: 2, status: 'pending' },
      ],
      documents: [loan.documents.agreement, loan.documents.schedule],
      createdAt: '2026-03-03T08:12:40Z',
      sentAt: '2026-03-03T08:15:02Z',
      expiresAt: '2026-03-17T23:59:59Z',
      ...loan.contract,
    }),
  },
  delivered: {
    title: 'Envelope delivered',
    meaning: 'The invitation has reached every signer it was meant for.',
    schema: envelopeContent({
      deliveredAt: time('When it had reached the last of them.'),
      recipients: reached('Those whom it reached.'),
    }),
    example: happened('2026-02-16T10:02:47Z', hire, {
      status: 'delivered',
      deliveredAt: '2026-02-16T10:02:47Z',
      recipients: [{ signerId: hire.priya.id, channel: 'email', at: '2026-02-16T10:02:47Z' }],
      sentAt: '2026-02-16T10:02:31Z',
      expiresAt: '2026-03-02T18:00:00Z',
    }),
  },
  resent: {
    title: 'Envelope resent',
    meaning:
      'Signers who had not acted yet were invited again or reminded. It can fire many times for one envelope.',
    severity: 'warning',
    schema: envelopeContent({
      resentAt: time('When the reminder went out.'),
      resentBy: person('Who sent it again, when a person did.'),
      automatic: flag('Whether the platform sent it by itself.'),
      reminderNumber: count('Which reminder it is, counted from 1.'),
      recipients: reached('Those who were reminded.'),
      message: text('What was written to them.'),
    }),
    example: happened('2026-05-11T06:00:08Z', nda, {
      status: 'sent',
      resentAt: '2026-05-11T06:00:08Z',
      automatic: true,
      reminderNumber: 2,
      recipients: [{ signerId: nda.leilani.id, channel: 'email', at: '2026-05-11T06:00:08Z' }],
      message: 'A friendly reminder: the agreement still waits for your signature.',
      sentAt: '2026-05-04T13:47:20Z',
      expiresAt: '2026-05-18T21:59:59Z',
    }),
  },
} satisfies Record<string, Entry>;
