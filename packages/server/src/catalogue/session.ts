// The event types of visits: signing sessions, and the forms filled in within them.
import { describeTopic } from './event-type.ts';
import { acted } from './example.ts';
import { channel, client, formField, formFields, reason, request, session, signer } from './facts.ts';
import { content, flag, type Properties, text, time } from './schema.ts';
import { account, lease } from './stories/bank.ts';
import { declaration, hire } from './stories/office.ts';
import { laptop, phone } from './stories/props.ts';

const about = (own: Properties) =>
  content({ ...request, ...signer, session, client, ...own }, ['signatureRequestId', 'session']);

export const sessionTopic = describeTopic(
  {
    topic: 'session',
    title: 'Signing sessions',
    meaning: 'The visits in which people sign. A process of several steps has several sessions.',
  },
  {
    created: {
      title: 'Session created',
      meaning: 'A visit was prepared for a signer, with its own link, and not opened yet.',
      schema: about({
        createdAt: time('When it was prepared.'),
        expiresAt: time('Until when it can be entered.'),
        channel,
      }),
      example: acted('2026-05-20T12:44:10.902Z', account, account.mai, {
        createdAt: '2026-05-20T12:44:10.902Z',
        expiresAt: '2026-05-27T12:44:10.902Z',
        channel: 'email',
        session: account.adviserSession,
      }),
    },
    started: {
      title: 'Session started',
      meaning: 'A signer entered the signing session.',
      schema: about({ startedAt: time('When they entered.') }),
      example: acted('2026-01-13T09:10:02.771Z', declaration, declaration.yael, {
        startedAt: '2026-01-13T09:10:02.771Z',
        session: { id: '69991556b3deb237133f3a2e' },
        client: laptop,
      }),
    },
    updated: {
      title: 'Session updated',
      meaning: 'The state of a signing session changed.',
      schema: about({
        updatedAt: time('When it changed.'),
        status: text('Its state now, for example started, documents_read, authenticated or signed.'),
        previousStatus: text('Its state before.'),
      }),
      example: acted('2026-01-13T09:11:48.095Z', declaration, declaration.yael, {
        updatedAt: '2026-01-13T09:11:48.095Z',
        status: 'authenticated',
        previousStatus: 'documents_read',
        session: { id: '69991556b3deb237133f3a2e' },
      }),
    },
    loaded: {
      title: 'Session loaded',
      meaning: 'The signing page was fully shown in the browser of the signer.',
      schema: about({
        loadedAt: time('When it was shown.'),
        language: text('The language of the page, as a BCP 47 tag.'),
      }),
      example: acted('2026-05-20T12:03:29.455Z', account, account.siobhan, {
        loadedAt: '2026-05-20T12:03:29.455Z',
        language: 'en-IE',
        session: account.clientSession,
        client: phone,
      }),
    },
    expired: {
      title: 'Session expired',
      meaning: 'The signing session ran out of time before it was finished.',
      severity: 'warning',
      schema: about({
        expiredAt: time('When the time ran out.'),
        createdAt: time('When it was prepared.'),
        opened: flag('Whether it had ever been entered.'),
      }),
      example: acted('2026-04-14T04:18:30Z', lease, lease.ahmed, {
        expiredAt: '2026-04-14T04:18:30Z',
        createdAt: '2026-04-07T04:18:30Z',
        opened: false,
        session: lease.guarantorSession,
      }),
    },
    deleted: {
      title: 'Session deleted',
      meaning: 'The signing session was removed and its link no longer works.',
      schema: about({
        deletedAt: time('When it was removed.'),
        createdAt: time('When it was prepared.'),
        reason,
      }),
      example: acted('2026-06-19T00:05:00.014Z', account, account.siobhan, {
        deletedAt: '2026-06-19T00:05:00.014Z',
        createdAt: '2026-05-20T11:58:41.360Z',
        reason: 'Thirty days after it was submitted, as the retention rule of the process says.',
        session: account.clientSession,
      }),
    },
  },
);

export const formTopic = describeTopic(
  { topic: 'form', title: 'Forms', meaning: 'What signers fill in while they are at it.' },
  {
    field_changed: {
      title: 'Form field changed',
      meaning: 'A signer changed a field of a form. A callout may answer with values for other fields.',
      schema: content(
        {
          ...request,
          ...signer,
          session,
          client,
          change: formField('The field that was changed, with its new value.'),
          fields: formFields('The fields that help to find an answer, as they stand now.'),
          changedAt: time('When it was changed.'),
        },
        ['change', 'fields'],
      ),
      example: acted('2026-05-20T12:06:13.207Z', account, account.siobhan, {
        change: { id: 'company_number', type: 'text', value: '000314-X' },
        fields: [
          { id: 'company_number', type: 'text', value: '000314-X' },
          { id: 'company_name', type: 'text', value: '' },
          { id: 'country', type: 'select', value: 'IE' },
          { id: 'sole_trader', type: 'checkbox', value: false },
        ],
        changedAt: '2026-05-20T12:06:13.207Z',
        session: account.clientSession,
        client: phone,
      }),
    },
    submitted: {
      title: 'Form submitted',
      meaning: 'A signer sent off the filled-in form.',
      schema: about({
        fields: formFields('What was filled in.'),
        submittedAt: time('When it was sent off.'),
      }),
      example: acted('2026-02-20T08:54:58Z', hire, hire.priya, {
        fields: [
          { id: 'start_date', type: 'date', value: '2026-04-01' },
          { id: 'weekly_hours', type: 'number', value: 37.5 },
          { id: 'emergency_contact', type: 'text', value: 'Arjun Raghunathan, +1-202-555-0166' },
          { id: 'pension_opt_in', type: 'checkbox', value: true },
        ],
        submittedAt: '2026-02-20T08:54:58Z',
        session: {
          id: 'sess_20418',
          reference: hire.envelope.externalId,
          processNumber: 64,
          transactionNumber: 91,
          recipient: { id: 1, name: 'employee' },
        },
        client: laptop,
      }),
    },
  },
);
