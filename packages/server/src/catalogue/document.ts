// The event types of the files that a signing process leaves behind: documents to fetch, to archive, to store.
import { describeTopic } from './event-type.ts';
import { acted, happened } from './example.ts';
import {
  client,
  document,
  documents,
  formFields,
  person,
  request,
  retainUntil,
  session,
  signer,
} from './facts.ts';
import { content, count, id, list, object, sha256, text, time } from './schema.ts';
import { account, lease, loan } from './stories/bank.ts';
import { declaration } from './stories/office.ts';
import { phone } from './stories/props.ts';

const requestId = id('The id of the wish for a document.');

export const documentTopic = describeTopic(
  {
    topic: 'document',
    title: 'Documents',
    meaning: 'Files that can be fetched, go to an archive, or are asked of signers.',
  },
  {
    ready: {
      title: 'Document ready',
      meaning: 'The signed documents can be downloaded now.',
      schema: content(
        {
          ...request,
          documents: documents('The files, each with its address.'),
          readyAt: time('From when they can be downloaded.'),
          availableUntil: time('Until when the addresses work.'),
        },
        ['documents'],
      ),
      example: happened('2026-03-05T09:20:19Z', loan, {
        documents: [
          {
            ...loan.documents.signedAgreement,
            url: `https://esign.example.com/files/${loan.documents.signedAgreement.id}`,
          },
          {
            ...loan.documents.schedule,
            url: `https://esign.example.com/files/${loan.documents.schedule.id}`,
          },
        ],
        readyAt: '2026-03-05T09:20:19Z',
        availableUntil: '2026-06-03T09:20:19Z',
      }),
    },
    archived: {
      title: 'Document archived',
      meaning: 'The signed documents were handed over for archiving, with what was filled in and attached.',
      schema: content(
        {
          ...request,
          archivedAt: time('When they were handed over.'),
          sessions: list(
            'The sessions of the process, in the order in which they took place.',
            object('One session with all that came of it.', {
              ...session.properties,
              author: person('Who started it.'),
              signer: person('Who signed in it.'),
              submittedAt: time('When it was finished.'),
              client,
              documents: documents('The signed documents.'),
              formData: formFields('What was filled in.'),
              attachments: documents('What the signer attached.'),
            }),
          ),
        },
        ['sessions'],
      ),
      example: happened('2026-05-21T08:30:16.549Z', account, {
        archivedAt: '2026-05-21T08:30:16.549Z',
        sessions: [
          {
            ...account.clientSession,
            author: { name: account.mai.name, email: account.mai.email },
            signer: account.siobhan,
            submittedAt: '2026-05-20T12:21:40.688Z',
            client: phone,
            documents: [account.application],
            formData: [
              { id: 'company_number', type: 'text', value: '000314-X' },
              { id: 'company_name', type: 'text', value: 'Ní Bhriain Ceramics' },
              { id: 'overdraft', type: 'number', value: 5000 },
            ],
            attachments: [account.passport],
          },
          {
            ...account.adviserSession,
            author: { name: account.mai.name, email: account.mai.email },
            signer: account.mai,
            submittedAt: '2026-05-21T08:30:11.020Z',
            documents: [account.approval],
            formData: [{ id: 'risk_class', type: 'select', value: 'B' }],
            attachments: [],
          },
        ],
      }),
    },
    requested: {
      title: 'Document requested',
      meaning: 'A signer was asked to provide a document of their own.',
      schema: content(
        {
          ...request,
          ...signer,
          requestId,
          name: text('What is asked for, as the signer reads it.'),
          description: text('What it has to show.'),
          contentTypes: list('The media types that are taken.', text('One of them.')),
          requestedAt: time('When it was asked for.'),
          dueAt: time('By when it is wanted.'),
        },
        ['name'],
      ),
      example: acted('2026-03-03T09:02:14Z', loan, loan.ngozi, {
        requestId: '71834808-0d45-4b3e-b8d6-8f3ba640f4ee',
        name: 'Last three payslips',
        description: 'December 2025 to February 2026, as one file. Your employer’s name has to be readable.',
        contentTypes: ['application/pdf', 'image/jpeg'],
        requestedAt: '2026-03-03T09:02:14Z',
        dueAt: '2026-03-10T18:00:00Z',
      }),
    },
    received: {
      title: 'Document received',
      meaning: 'A document that was asked for has been provided.',
      schema: content(
        {
          ...request,
          ...signer,
          requestId,
          document: document('What was provided.'),
          receivedAt: time('When it was provided.'),
        },
        ['document'],
      ),
      example: acted('2026-04-20T11:58:12Z', lease, lease.ahmed, {
        requestId: '1954820337716428877',
        document: {
          id: '1954820337716428901',
          name: 'IMG_2071.jpg',
          contentType: 'image/jpeg',
          size: 2_318_904,
          sha256: 'f62bfbfff511e5864d60380a3b22aa6170ce788a8e35d3eb9724ac63294e3a6b',
        },
        receivedAt: '2026-04-20T11:58:12Z',
      }),
    },
  },
);

export const storageTopic = describeTopic(
  { topic: 'storage', title: 'Storage', meaning: 'Copies that the platform writes to a place of yours.' },
  {
    completed: {
      title: 'Storage completed',
      meaning: 'The results of the signing process were written to the storage that was configured.',
      schema: content(
        {
          ...request,
          storage: object('Where it was written.', {
            name: text('What the storage is called in the settings.'),
            kind: text('The kind of storage: s3, azure_blob, sftp, sharepoint or folder.'),
            location: text('The bucket, site or folder.'),
            retainUntil,
          }),
          files: list(
            'What was written.',
            object('One of the files.', {
              path: text('The path below the location.'),
              size: count('The size of the file in bytes.'),
              sha256: sha256('The SHA-256 of the file, in hexadecimal.'),
            }),
          ),
          storedAt: time('When the last file was written.'),
        },
        ['files'],
      ),
      example: happened('2026-01-13T16:45:02.914Z', declaration, {
        storage: {
          name: 'Records of Group Compliance',
          kind: 's3',
          location: 'xyz-compliance-records',
          retainUntil: '2036-12-31',
        },
        files: [
          {
            path: '2026/COI-2026-0731/declaration.pdf',
            size: declaration.document.size,
            sha256: declaration.document.sha256,
          },
          {
            path: '2026/COI-2026-0731/proof.pdf',
            size: 64_208,
            sha256: '565d44c28c9bfbdc255b199ca423ca8767a867a52af8d64c168ec7c25028d60c',
          },
        ],
        storedAt: '2026-01-13T16:45:02.914Z',
      }),
    },
  },
);
