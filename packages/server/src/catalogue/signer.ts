// The event types of people and their visits: signers, signing sessions, and the forms filled in within them.
import { topic } from './event-type.ts';

export const signerTypes = topic('signer', {
  created: ['Signer created', 'A person was registered as a signer.'],
  updated: [
    'Signer updated',
    'The details of a signer changed, for example the name, the e-mail address or a proven claim.',
  ],
  notified: ['Signer notified', 'A signer was told, by mail or message, that a signature is wanted.'],
  authenticated: [
    'Signer authenticated',
    'A signer proved who they are in the way that the envelope asks for.',
  ],
  viewed: ['Signer viewed', 'A signer opened the documents.'],
  started: ['Signer started', 'A signer began to fill in or sign, beyond only looking.'],
  signed: ['Signer signed', 'A signer gave their signature. Others may still have to act.'],
  completed: [
    'Signer completed',
    'A recipient finished what was asked of them, whether that was to sign, to approve or only to read.',
  ],
  declined: [
    'Signer declined',
    'A signer refused to sign. What follows for the envelope is told by its own event.',
    'warning',
  ],
  reassigned: ['Signer reassigned', 'The task of a signer was handed over to another person.'],
  expired: ['Signer expired', 'The time given to one signer ran out before they acted.', 'warning'],
  bounced: [
    'Signer bounced',
    'The invitation could not reach a signer, for example because the mailbox refused it.',
    'warning',
  ],
  failed: [
    'Signer failed',
    'A signature was attempted and could not be made because of a technical error.',
    'error',
  ],
  auth_failed: [
    'Signer authentication failed',
    'A signer tried to prove who they are and did not succeed.',
    'error',
  ],
});

export const sessionTypes = topic('session', {
  created: ['Session created', 'A visit was prepared for a signer, with its own link, and not opened yet.'],
  started: ['Session started', 'A signer entered the signing session.'],
  updated: ['Session updated', 'The state of a signing session changed.'],
  loaded: ['Session loaded', 'The signing page was fully shown in the browser of the signer.'],
  expired: ['Session expired', 'The signing session ran out of time before it was finished.', 'warning'],
  deleted: ['Session deleted', 'The signing session was removed and its link no longer works.'],
});

export const formTypes = topic('form', {
  field_changed: [
    'Form field changed',
    'A signer changed a field of a form. A callout may answer with values for other fields.',
  ],
  submitted: ['Form submitted', 'A signer sent off the filled-in form.'],
});
