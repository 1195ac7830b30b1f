// The event types of how it ended for a signer: signed, done, refused, handed over, or in vain.
import type { Entry } from './event-type.ts';
import { acted } from './example.ts';
import {
  authentication,
  channel,
  documents,
  error,
  person,
  reason,
  remainingSigners,
  signatureMethod,
  signerContent,
} from './facts.ts';
import { count, flag, id, mail, object, text, time } from './schema.ts';
import { account, lease, loan } from './stories/bank.ts';
import { declaration, hire, nda } from './stories/office.ts';
import { laptop, phone } from './stories/props.ts';

export const deciding = {
  signed: {
    title: 'Signer signed',
    meaning: 'A signer gave their signature. Others may still have to act.',
    schema: signerContent(
      {
        signatureId: id('The id of the signature.'),
        signatureMethod,
        signedAt: time('When they signed.'),
        documents: documents('What they signed.'),
        remainingSigners,
        certificate: object('The certificate behind the signature, when there is one.', {
          subject: text('Whom it was issued to.'),
          issuer: text('Who issued it.'),
          serialNumber: text('Its serial number, in hexadecimal.'),
        }),
      },
      'signatureMethod',
      'signedAt',
    ),
    example: acted('2026-01-13T09:12:37.482Z', declaration, declaration.yael, {
      signatureId: '69eb3c7a9d524ac2a350f7ff',
      signatureMethod: 'ADVANCED_STD',
      signedAt: '2026-01-13T09:12:37.482Z',
      documents: [declaration.document],
      envelopeStatus: 'sent',
      remainingSigners: 1,
      sentAt: '2026-01-12T07:30:05.640Z',
      expiresAt: '2026-01-31T23:00:00.000Z',
      certificate: {
        subject: 'CN=Yael Ben-David, O=XYZ Bank plc',
        issuer: 'CN=Example Trust Services CA 3',
        serialNumber: '4b1f09c2d7',
      },
      client: laptop,
    }),
  },
  completed: {
    title: 'Signer completed',
    meaning:
      'A recipient finished what was asked of them, whether that was to sign, to approve or only to read.',
    schema: signerContent({
      task: text('What was asked of them: sign, approve, read or fill_in.'),
      completedAt: time('When they finished.'),
      comment: text('What they remarked.'),
      remainingSigners,
    }),
    example: acted('2026-02-20T08:55:03Z', hire, hire.mateo, {
      task: 'approve',
      completedAt: '2026-02-20T08:55:03Z',
      comment: 'Salary band checked.',
      remainingSigners: 0,
      client: laptop,
    }),
  },
  declined: {
    title: 'Signer declined',
    meaning: 'A signer refused to sign. What follows for the envelope is told by its own event.',
    severity: 'warning',
    schema: signerContent({ declinedAt: time('When they refused.'), reason }, 'declinedAt'),
    example: acted('2026-03-04T20:30:45Z', loan, loan.chidi, {
      declinedAt: '2026-03-04T20:30:45Z',
      reason: 'We were offered a lower fixed rate elsewhere and will not take this loan. Sorry!',
      envelopeStatus: 'declined',
      sentAt: '2026-03-03T08:15:02Z',
      expiresAt: '2026-03-17T23:59:59Z',
      client: phone,
    }),
  },
  reassigned: {
    title: 'Signer reassigned',
    meaning: 'The task of a signer was handed over to another person.',
    schema: signerContent(
      {
        from: person('Who was to sign before.'),
        to: person('Who is to sign now.'),
        reassignedAt: time('When it was handed over.'),
        reassignedBy: person('Who handed it over.'),
        reason,
      },
      'to',
    ),
    example: acted('2026-05-06T22:41:19Z', nda, nda.leilani, {
      from: nda.leilani,
      to: { name: 'Tevita Fonua', email: 'tevita.fonua@example.org', role: 'supplier' },
      reassignedAt: '2026-05-06T22:41:19Z',
      reassignedBy: nda.leilani,
      reason: 'I am on leave until June; Tevita may sign for the company.',
    }),
  },
  expired: {
    title: 'Signer expired',
    meaning: 'The time given to one signer ran out before they acted.',
    severity: 'warning',
    schema: signerContent({
      invitedAt: time('When they were first invited.'),

      expiredAt: time('When the time ran out.'),
      remindersSent: count('How often they had been reminded.'),
    }),
    example: acted('2026-04-24T15:00:00Z', lease, lease.ahmed, {
      expiredAt: '2026-04-24T15:00:00Z',
      invitedAt: '2026-04-07T04:18:30Z',
      expiresAt: '2026-04-24T15:00:00Z',
      remindersSent: 3,
    }),
  },
  bounced: {
    title: 'Signer bounced',
    meaning: 'The invitation could not reach a signer, for example because the mailbox refused it.',
    severity: 'warning',
    schema: signerContent({
      bouncedAt: time('When it came back.'),
      channel,
      address: mail('The address that refused it.'),
      reason: text('What the other side answered.'),
      permanent: flag('Whether it is of no use to try again.'),
    }),
    example: acted('2026-02-16T10:04:09Z', hire, hire.priya, {
      bouncedAt: '2026-02-16T10:04:09Z',
      channel: 'email',
      address: 'priya.ragunathan@example.com',
      reason: '550 5.1.1 No such user here. Check the spelling of the address.',
      permanent: true,
    }),
  },
  failed: {
    title: 'Signer failed',
    meaning: 'A signature was attempted and could not be made because of a technical error.',
    severity: 'error',
    schema: signerContent(
      {
        signatureId: id('The id of the attempt.'),
        signatureMethod,
        failedAt: time('When it failed.'),
        error,
      },
      'error',
    ),
    example: acted('2026-03-04T17:39:50Z', loan, loan.ngozi, {
      signatureId: '30d646c8-e1cc-407f-8a27-0857c70d4b61',
      signatureMethod: 'qualified',
      failedAt: '2026-03-04T17:39:50Z',
      error: {
        code: 'certificate_not_issued',
        message: 'The trust service did not issue a certificate in time. The signer can try again.',
        retryable: true,
      },
      client: laptop,
    }),
  },
  auth_failed: {
    title: 'Signer authentication failed',
    meaning: 'A signer tried to prove who they are and did not succeed.',
    severity: 'error',
    schema: signerContent({
      ...authentication,
      failedAt: time('When they did not succeed.'),
      attemptsLeft: count('How often they may still try.'),
      reason,
    }),
    example: acted('2026-05-20T12:01:55.730Z', account, account.siobhan, {
      failedAt: '2026-05-20T12:01:55.730Z',
      method: 'sms_code',
      attempts: 3,
      attemptsLeft: 2,
      reason: 'The code had expired.',
      session: account.clientSession,
      client: phone,
    }),
  },
} satisfies Record<string, Entry>;
