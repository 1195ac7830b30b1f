// The event types of an envelope that came to an end, good or bad, and of what follows.
import type { Entry } from './event-type.ts';
import { happened } from './example.ts';
import { envelopeContent, error, person, reason, remainingSigners, retainUntil } from './facts.ts';
import { object, text, time } from './schema.ts';
import { account, lease, loan } from './stories/bank.ts';
import { declaration, hire, nda } from './stories/office.ts';

export const ended = {
  completed: {
    title: 'Envelope completed',
    meaning: 'Everyone has done their part and the signing process ended successfully.',
    schema: envelopeContent(
      { completedAt: time('When the last of them did.') },
      'completedAt',
      'signers',
      'documents',
    ),
    example: happened('2026-03-05T09:20:11Z', loan, {
      title: loan.envelope.title,
      status: 'completed',
      completedAt: '2026-03-05T09:20:11Z',
      signers: [
        { ...loan.ngozi, order: 1, status: 'signed', signedAt: '2026-03-04T17:41:09Z' },
        { ...loan.chidi, order: 1, status: 'signed', signedAt: '2026-03-04T19:05:33Z' },
        { ...loan.katarzyna, order: 2, status: 'signed', signedAt: '2026-03-05T09:20:11Z' },
      ],
      documents: [loan.documents.signedAgreement, loan.documents.schedule],
      createdAt: '2026-03-03T08:12:40Z',
      sentAt: '2026-03-03T08:15:02Z',
      ...loan.contract,
    }),
  },
  declined: {
    title: 'Envelope declined',
    meaning: 'The signing process ended without success because a signer refused to sign.',
    severity: 'warning',
    schema: envelopeContent(
      { declinedAt: time('When they refused.'), declinedBy: person('Who refused.'), reason },
      'declinedBy',
    ),
    example: happened('2026-02-18T19:26:54Z', hire, {
      status: 'declined',
      declinedAt: '2026-02-18T19:26:54Z',
      declinedBy: hire.priya,
      reason: 'The notice period should be one month, as Mateo and I agreed on the phone. Please correct it.',
      signers: [
        { ...hire.priya, order: 1, status: 'declined', viewedAt: '2026-02-18T19:11:40Z' },
        { ...hire.mateo, order: 2, status: 'pending' },
      ],
      sentAt: '2026-02-16T10:02:31Z',
    }),
  },
  voided: {
    title: 'Envelope voided',
    meaning: 'The sender called the signing process back before it was completed.',
    severity: 'warning',
    schema: envelopeContent({
      voidedAt: time('When it was called back.'),
      voidedBy: person('Who called it back.'),
      reason,
    }),
    example: happened('2026-05-12T15:09:33Z', nda, {
      status: 'voided',
      voidedAt: '2026-05-12T15:09:33Z',
      voidedBy: nda.wanjiru,
      reason: 'A new version follows: the list of subcontractors was missing from annex B.',
      sentAt: '2026-05-04T13:47:20Z',
    }),
  },
  expired: {
    title: 'Envelope expired',
    meaning: 'The time to sign ran out before everyone had acted.',
    severity: 'warning',
    schema: envelopeContent({ expiredAt: time('When the time ran out.'), remainingSigners }),
    example: happened('2026-04-24T15:00:00Z', lease, {
      title: lease.envelope.title,
      status: 'expired',
      expiredAt: '2026-04-24T15:00:00Z',
      remainingSigners: 1,
      signers: [
        { ...lease.tomoko, order: 1, status: 'signed', signedAt: '2026-04-07T04:18:26Z' },
        { ...lease.ahmed, order: 2, status: 'expired', viewedAt: '2026-04-20T11:52:03Z' },
      ],
      sentAt: '2026-04-06T01:20:00Z',
      expiresAt: '2026-04-24T15:00:00Z',
      ...lease.contract,
    }),
  },
  archived: {
    title: 'Envelope archived',
    meaning: 'The finished signing process was put away for the long term, or is ready to be.',
    schema: envelopeContent({
      archivedAt: time('When it was put away.'),
      archive: object('Where it was put.', {
        name: text('What the archive is called.'),
        location: text('The place in the archive.'),
        retainUntil,
      }),
      completedAt: time('When the signing process ended.'),
    }),
    example: happened('2026-01-15T02:00:41.377Z', declaration, {
      status: 'archived',
      archivedAt: '2026-01-15T02:00:41.377Z',
      archive: {
        name: 'Compliance vault',
        location: 'declarations/2026/COI-2026-0731',
        retainUntil: '2036-12-31',
      },
      documents: [declaration.document],
      completedAt: '2026-01-13T16:44:10.250Z',
    }),
  },
  deleted: {
    title: 'Envelope deleted',
    meaning: 'The signing process was removed and can no longer be opened.',
    severity: 'warning',
    schema: envelopeContent({
      deletedAt: time('When it was removed.'),
      deletedBy: person('Who removed it, when a person did.'),
      reason,
    }),
    example: happened('2026-06-30T22:15:00Z', account, {
      title: account.envelope.title,
      deletedAt: '2026-06-30T22:15:00Z',
      deletedBy: { name: 'Adaeze Nwosu', email: 'adaeze.nwosu@example.com', role: 'records manager' },
      reason: 'The customer asked for their data to be erased; the account was never opened.',
    }),
  },
  failed: {
    title: 'Envelope failed',
    meaning: 'The platform could not carry the signing process on because of an error of its own.',
    severity: 'error',
    schema: envelopeContent(
      { failedAt: time('When it failed.'), step: text('What the platform was doing.'), error },
      'error',
    ),
    example: happened('2026-02-19T08:40:12Z', hire, {
      status: 'failed',
      failedAt: '2026-02-19T08:40:12Z',
      step: 'seal documents',
      error: {
        code: 'timestamp_authority_unreachable',
        message: 'The time stamp for "Employment contract.pdf" could not be obtained within 60 seconds.',
        retryable: true,
      },
      documents: [hire.documents.contract, hire.documents.benefits],
      sentAt: '2026-02-16T10:02:31Z',
    }),
  },
  closed: {
    title: 'Envelope closed',
    meaning:
      'No further action is possible on the signing process, whatever its end was. The platform does not say how it ended.',
    schema: envelopeContent({ closedAt: time('When it was closed.') }),
    example: happened('2026-01-13T16:44:12.006Z', declaration, {
      status: 'closed',
      closedAt: '2026-01-13T16:44:12.006Z',
      createdAt: '2026-01-12T07:29:58.902Z',
      sentAt: '2026-01-12T07:30:05.640Z',
    }),
  },
} satisfies Record<string, Entry>;
