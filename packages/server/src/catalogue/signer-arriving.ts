// The event types of a signer before the signature: registered, invited, identified, reading.
import type { Entry } from './event-type.ts';
import { acted, knew } from './example.ts';
import {
  authentication,
  changes,
  channel,
  contract,
  documents,
  personFacts,
  signer,
  signerContent,
} from './facts.ts';
import { content, count, flag, list, object, text, time } from './schema.ts';
import { account, lease, loan } from './stories/bank.ts';
import { declaration, hire } from './stories/office.ts';
import { laptop, phone } from './stories/props.ts';

const claims = list(
  'What is known about the person, and how well.',
  object('One claim.', {
    name: text('What is claimed, for example firstName, email or birthDate.'),
    proven: flag('Whether it was checked.'),
    method: text('How it was checked.'),
  }),
);

export const arriving = {
  created: {
    title: 'Signer created',
    meaning: 'A person was registered as a signer.',
    schema: content({ ...signer, ...personFacts, claims, createdAt: time('When they were registered.') }, [
      'signerId',
    ]),
    example: knew('2026-01-12T07:29:55.310Z', declaration.yael, declaration.routing, {
      name: declaration.yael.name,
      email: declaration.yael.email,
      claims: [
        { name: 'firstName', proven: false },
        { name: 'lastName', proven: false },
        { name: 'email', proven: true, method: 'company directory' },
      ],
      createdAt: '2026-01-12T07:29:55.310Z',
    }),
  },
  updated: {
    title: 'Signer updated',
    meaning: 'The details of a signer changed, for example the name, the e-mail address or a proven claim.',
    schema: content({ ...signer, ...personFacts, claims, changes, updatedAt: time('When they changed.') }, [
      'signerId',
    ]),
    example: knew('2026-03-04T17:32:18Z', loan.ngozi, loan.routing, {
      claims: [
        { name: 'birthDate', proven: true, method: 'id_document' },
        { name: 'phoneNumber', proven: true, method: 'sms_code' },
      ],
      changes: [{ field: 'phoneNumber', from: '+1-202-555-0119', to: '+1-202-555-0143' }],
      updatedAt: '2026-03-04T17:32:18Z',
    }),
  },
  notified: {
    title: 'Signer notified',
    meaning: 'A signer was told, by mail or message, that a signature is wanted.',
    schema: signerContent({
      notifiedAt: time('When the message went out.'),
      channel,
      address: text('Where it went: an e-mail address or a telephone number.'),
      message: text('What was written to them.'),
      language: text('The language of the message, as a BCP 47 tag.'),
    }),
    example: acted('2026-04-06T01:20:00Z', lease, lease.tomoko, {
      notifiedAt: '2026-04-06T01:20:00Z',
      channel: 'sms',
      address: '+1-202-555-0187',
      message: 'XYZ Leasing: 車両リース契約書に署名してください。 https://sign.example.com/s/Pq7LdT1mZs',
      language: 'ja',
      expiresAt: '2026-04-10T15:00:00Z',
    }),
  },
  authenticated: {
    title: 'Signer authenticated',
    meaning: 'A signer proved who they are in the way that the envelope asks for.',
    schema: signerContent({
      ...authentication,
      authenticatedAt: time('When they proved it.'),
      assurance: text('How sure it makes, in the words of eIDAS: low, substantial or high.'),
    }),
    example: acted('2026-05-20T12:03:26.118Z', account, account.siobhan, {
      authenticatedAt: '2026-05-20T12:03:26.118Z',
      method: 'sms_code',
      attempts: 1,
      assurance: 'substantial',
      session: account.clientSession,
      client: phone,
    }),
  },
  viewed: {
    title: 'Signer viewed',
    meaning: 'A signer opened the documents.',
    schema: signerContent({
      viewedAt: time('When they opened them.'),
      documents: documents('What they opened.'),
      ...contract,
    }),
    example: acted('2026-04-07T04:02:51Z', lease, lease.tomoko, {
      viewedAt: '2026-04-07T04:02:51Z',
      documents: [lease.document],
      session: lease.lesseeSession,
      client: laptop,
      ...lease.contract,
    }),
  },
  started: {
    title: 'Signer started',
    meaning: 'A signer began to fill in or sign, beyond only looking.',
    schema: signerContent({
      startedAt: time('When they began.'),
      fieldsFilled: count('How many fields were filled in by then.'),
      fieldsRequired: count('How many have to be.'),
    }),
    example: acted('2026-02-18T19:14:22Z', hire, hire.priya, {
      startedAt: '2026-02-18T19:14:22Z',
      fieldsFilled: 1,
      fieldsRequired: 7,
      client: phone,
    }),
  },
} satisfies Record<string, Entry>;
