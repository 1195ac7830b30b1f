// The event types of what a signing process leaves behind: documents, stored copies, proofs and signature images.
import { topic } from './event-type.ts';

export const documentTypes = topic('document', {
  ready: ['Document ready', 'The signed documents can be downloaded now.'],
  archived: [
    'Document archived',
    'The signed documents were handed over for archiving, with what was filled in and attached.',
  ],
  requested: ['Document requested', 'A signer was asked to provide a document of their own.'],
  received: ['Document received', 'A document that was asked for has been provided.'],
});

export const storageTypes = topic('storage', {
  completed: [
    'Storage completed',
    'The results of the signing process were written to the storage that was configured.',
  ],
});

export const proofTypes = topic('proof', {
  generated: ['Proof generated', 'The evidence file that shows who signed what and when is available.'],
  failed: ['Proof failed', 'The evidence file could not be made.', 'error'],
});

export const signatureImageTypes = topic('signature_image', {
  generated: [
    'Signature image generated',
    'The picture of a signature, as it is shown on the document, is available.',
  ],
  failed: ['Signature image failed', 'The picture of a signature could not be made.', 'error'],
});
