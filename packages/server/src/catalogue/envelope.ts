// The event types of the envelope itself: the life of one signing process from draft to archive.
import { topic } from './event-type.ts';

export const envelopeTypes = topic('envelope', {
  created: [
    'Envelope created',
    'A new signing process exists, usually still as a draft that nobody was asked to sign.',
  ],
  updated: [
    'Envelope updated',
    'Something about the signing process changed: its title, documents, signers or settings.',
  ],
  published: [
    'Envelope published',
    'The preparation is finished and the signing process is ready to start. Invitations have not gone out yet.',
  ],
  sent: ['Envelope sent', 'The signing process started and its first signers were invited.'],
  delivered: ['Envelope delivered', 'The invitation has reached every signer it was meant for.'],
  resent: [
    'Envelope resent',
    'Signers who had not acted yet were invited again or reminded. It can fire many times for one envelope.',
    'warning',
  ],
  completed: [
    'Envelope completed',
    'Everyone has done their part and the signing process ended successfully.',
  ],
  declined: [
    'Envelope declined',
    'The signing process ended without success because a signer refused to sign.',
    'warning',
  ],
  voided: [
    'Envelope voided',
    'The sender called the signing process back before it was completed.',
    'warning',
  ],
  expired: ['Envelope expired', 'The time to sign ran out before everyone had acted.', 'warning'],
  archived: [
    'Envelope archived',
    'The finished signing process was put away for the long term, or is ready to be.',
  ],
  deleted: ['Envelope deleted', 'The signing process was removed and can no longer be opened.', 'warning'],
  failed: [
    'Envelope failed',
    'The platform could not carry the signing process on because of an error of its own.',
    'error',
  ],
  closed: [
    'Envelope closed',
    'No further action is possible on the signing process, whatever its end was. The platform does not say how it ended.',
  ],
});
