// The facts that many event types share, each described once. Names follow what receivers of e-signature events expect:
// a signing process is the signature request, and times end in `At`.
import {
  amount,
  content,
  count,
  day,
  flag,
  id,
  idOrNumber,
  ipAddress,
  labels,
  list,
  mail,
  object,
  type Properties,
  type Schema,
  sha256,
  text,
  time,
  url,
  value,
} from './schema.ts';

/** Which signing process it is about. */
export const request: Properties = {
  signatureRequestId: id('The id of the signing process on its platform.'),
  signatureRequestExternalId: id('The id of the signing process in the system that asked for it.'),
};

/** Who acted or was acted on. */
export const signer: Properties = {
  signerId: id('The id of the signer on the platform.'),
  signerExternalId: id('The id of the signer in the system that asked for the signature.'),
};

export const personFacts: Properties = {
  id: id('Their id on the platform.'),
  externalId: id('Their id in the system that asked for the signature.'),
  name: text('The full name, as they write it.'),
  email: mail('The e-mail address.'),
  role: text('What they are in the signing process, for example borrower or witness.'),
};

export const person = (description: string): Schema => object(description, personFacts);

const signers = list(
  'Everyone who takes part, in the order in which they were asked.',
  object('One of those who take part.', {
    ...personFacts,
    order: count('The place in the signing order. Those with the same number may sign at the same time.'),
    status: text('Where they stand: pending, sent, viewed, signed, approved, declined or expired.'),
    sentAt: time('When they were invited.'),
    viewedAt: time('When they first opened the documents.'),
    signedAt: time('When they signed.'),
  }),
);

const documentFacts: Properties = {
  id: id('The id of the document on the platform.'),
  name: text('The file name.'),
  contentType: text('The media type, for example application/pdf.'),
  size: count('The size of the file in bytes.'),
  sha256: sha256('The SHA-256 of the file, in hexadecimal, to check a download against.'),
  pages: count('The number of pages.'),
  url: url('Where the file can be fetched, for those who may.'),
};

export const document = (description: string): Schema => object(description, documentFacts);
export const documents = (description: string): Schema => list(description, document('One document.'));

/** The commercial side of a contract, for reports about it. */
export const contract: Properties = {
  total: amount('What the contract is worth, in its currency.'),
  currency: text('The currency of all amounts, by its ISO 4217 code.'),
  customer: person('The customer of the contract.'),
  checkout: object('What the customer was asked to review and pay.', {
    reference: id('The reference that the customer sees.'),
    customer: person('The customer as named in the checkout.'),
    beneficiary: person('Who benefits from the contract when that is not the customer.'),
    payment: object('What is paid now.', {
      method: text('How it is paid: direct_debit, card, transfer or none.'),
      status: text('Where the payment stands: pending, authorized, paid or failed.'),
      amount: amount('The amount that is paid now.'),
    }),
    billing: object('How the contract is known to billing.', {
      externalIds: labels('Ids in billing systems, by the name of the system.'),
    }),
    reporting: labels('Further facts for reports, under names of your own choice.'),
  }),
};

/** What every event of an envelope may tell. */
const envelope: Properties = {
  ...request,
  title: text('What the signing process is called.'),
  status: text('Where it stands, for example draft, sent, completed, declined, voided or expired.'),
  sender: person('Who sent it, or prepared it to be sent.'),
  signers,
  documents: documents('The documents to sign, or the signed ones once everybody has signed.'),
  createdAt: time('When the signing process was created.'),
  sentAt: time('When the first signers were invited.'),
  expiresAt: time('Until when it can be signed.'),
  ...contract,
};

export const client = object('The device with which it was done, as the platform saw it.', {
  ip: ipAddress('The address that the request came from.'),
  userAgent: text('The browser, as it names itself.'),
});

export const session = object('The visit in which it happened.', {
  id: id('The id of the session.'),
  reference: id('What the sessions of one business process have in common.'),
  processId: id('The id of the business process.'),
  processNumber: count('The number of the business process, as people see it.'),
  transactionNumber: count('The number of this session, as people see it.'),
  recipient: object('The place in the process that the session is for.', {
    id: idOrNumber('The id of the place in the process.'),
    name: text('What the place is called, for example client.'),
  }),
  labels: labels('Values that were given when the session was created, by their names.'),
});

/** What every event of a signer within an envelope may tell. */
const signerInEnvelope: Properties = {
  ...request,
  ...signer,
  envelopeStatus: text('Where the signing process stands by then.'),
  sentAt: time('When the first signers were invited.'),
  expiresAt: time('Until when it can be signed.'),
  session,
  client,
};

export const envelopeContent = (own: Properties, ...required: readonly string[]): Schema =>
  content({ ...envelope, ...own }, ['signatureRequestId', ...required]);

export const signerContent = (own: Properties, ...required: readonly string[]): Schema =>
  content({ ...signerInEnvelope, ...own }, ['signatureRequestId', 'signerId', ...required]);

export const formFields = (description: string): Schema => list(description, formField('One field.'));

export const formField = (description: string): Schema =>
  object(
    description,
    {
      id: id('The id of the field in the form.'),
      type: text('The kind of field: text, number, date, select, checkbox or file.'),
      value: value('What stands in the field.'),
    },
    ['id', 'value'],
  );

export const changes = list(
  'What is different now.',
  object('One change.', {
    field: text('What changed.'),
    from: value('What it was before.'),
    to: value('What it is now.'),
  }),
);

export const error = object(
  'What went wrong.',
  {
    code: text('A fixed word for programs to go by.'),
    message: text('The same for people.'),
    retryable: flag('Whether it is worth trying again.'),
  },
  ['message'],
);

export const authentication: Properties = {
  method: text('How, for example sms_code, email_link, id_document or bank_login.'),
  attempts: count('Which attempt it was, counted from 1.'),
};

export const channel = text('The way it was sent: email, sms or whatsapp.');
export const signatureMethod = text('The kind of signature, in the words of the platform.');
export const remainingSigners = count('How many others still have to act. None are left when it is 0.');
export const reason = text('Why, in the words of whoever did it.');
export const retainUntil = day('Until when it has to be kept.');
