// The event types of the evidence about signatures: proof files, and the pictures that stand on the documents.
import { describeTopic } from './event-type.ts';
import { acted, happened } from './example.ts';
import { error, request, signer } from './facts.ts';
import { content, count, id, list, object, sha256, text, time, url } from './schema.ts';
import { loan } from './stories/bank.ts';
import { declaration, hire } from './stories/office.ts';

const documentId = id('The id of the document on the platform.');
const documentExternalId = id('The id of the document in the system that asked for the signature.');
const proofs = 'https://proof.example.com';

export const proofTopic = describeTopic(
  { topic: 'proof', title: 'Proofs', meaning: 'The evidence files that show who signed what and when.' },
  {
    generated: {
      title: 'Proof generated',
      meaning: 'The evidence file that shows who signed what and when is available.',
      schema: content(
        {
          ...request,
          documents: list(
            'The documents, each with its own proof.',
            object('One document.', {
              documentId,
              documentExternalId,
              name: text('The file name.'),
              contentType: text('The media type, for example application/pdf.'),
              documentProofToken: text('What to show to fetch the proof. To be kept secret.'),
              documentProofUrl: url('Where the proof of this document can be fetched.'),
            }),
          ),
          signatureProofToken: text('What to show to fetch the proof of all. To be kept secret.'),
          signatureProofUrl: url('Where the proof of the whole signing process can be fetched.'),
          generatedAt: time('When the proof was made.'),
        },
        ['signatureRequestId', 'documents'],
      ),
      example: happened('2026-01-13T16:44:31.680Z', declaration, {
        documents: [
          {
            documentId: declaration.document.id,
            name: declaration.document.name,
            contentType: declaration.document.contentType,
            documentProofToken: 'example-document-proof-token',
            documentProofUrl: `${proofs}/documents/${declaration.document.id}`,
          },
        ],
        signatureProofToken: 'example-signature-proof-token',
        signatureProofUrl: `${proofs}/signature-requests/${declaration.envelope.id}`,
        generatedAt: '2026-01-13T16:44:31.680Z',
      }),
    },
    failed: {
      title: 'Proof failed',
      meaning: 'The evidence file could not be made.',
      severity: 'error',
      schema: content(
        { ...request, documentId, documentExternalId, failedAt: time('When it failed.'), error },
        ['signatureRequestId', 'error'],
      ),
      example: happened('2026-03-05T09:25:40Z', loan, {
        documentId: loan.documents.signedAgreement.id,
        failedAt: '2026-03-05T09:25:40Z',
        error: {
          code: 'audit_trail_incomplete',
          message:
            'The record of how Chidi Okafor was identified has not arrived from the identity provider.',
          retryable: true,
        },
      }),
    },
  },
);

const image = {
  ...request,
  ...signer,
  documentId,
  documentExternalId,
};

export const signatureImageTopic = describeTopic(
  {
    topic: 'signature_image',
    title: 'Signature images',
    meaning: 'The pictures of signatures as they stand on documents.',
  },
  {
    generated: {
      title: 'Signature image generated',
      meaning: 'The picture of a signature, as it is shown on the document, is available.',
      schema: content(
        {
          ...image,
          image: object('The picture.', {
            url: url('Where it can be fetched.'),
            contentType: text('The media type, for example image/png.'),
            width: count('The width in pixels.'),
            height: count('The height in pixels.'),
            sha256: sha256('The SHA-256 of the file, in hexadecimal.'),
          }),
          generatedAt: time('When it was made.'),
        },
        ['signatureRequestId', 'signerId'],
      ),
      example: acted('2026-01-13T09:12:39.004Z', declaration, declaration.yael, {
        documentId: declaration.document.id,
        image: {
          url: `https://esign.example.com/signature-images/${declaration.yael.id}`,
          contentType: 'image/png',
          width: 640,
          height: 214,
          sha256: '07d90e7d79d39a0ae8a2460bc835022fdd715ac15e2015b33c9ec4a927ae3b54',
        },
        generatedAt: '2026-01-13T09:12:39.004Z',
      }),
    },
    failed: {
      title: 'Signature image failed',
      meaning: 'The picture of a signature could not be made.',
      severity: 'error',
      schema: content({ ...image, failedAt: time('When it failed.'), error }, [
        'signatureRequestId',
        'signerId',
        'error',
      ]),
      example: acted('2026-02-20T08:55:01Z', hire, hire.priya, {
        documentId: hire.documents.contract.id,
        failedAt: '2026-02-20T08:55:01Z',
        error: {
          code: 'drawing_empty',
          message: 'The drawn signature has no visible strokes; the typed name stands in its place.',
          retryable: false,
        },
      }),
    },
  },
);
