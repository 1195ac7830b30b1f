// The event types that are Signpost's own news: how webhooks are doing, and what a platform sent that has no name here.
import { describeTopic } from './event-type.ts';
import { outside } from './example.ts';
import { person } from './facts.ts';
import { content, count, id, object, type Properties, text, time, url, value } from './schema.ts';
import { loan } from './stories/bank.ts';
import { hire, nda } from './stories/office.ts';

const webhook = (own: Properties) =>
  content(
    {
      webhookId: id('The id of the webhook.'),
      webhookName: text('What the webhook is called.'),
      url: url('Where it delivers to.'),
      ...own,
    },
    ['webhookId', 'webhookName'],
  );

const trouble: Properties = {
  since: time('When the first of the failures in a row happened, or since when they were counted.'),
  consecutiveFailures: count('How many attempts failed in a row.'),
  failedAttempts: count('How many attempts failed, where others succeeded.'),
  attempts: count('Among how many attempts these were.'),
  pendingDeliveries: count('How many deliveries wait for a retry.'),
  advice: text('What to look at first.'),
  lastResponse: object('The last answer of the receiver. It is missing when there was none.', {
    status: count('The HTTP status.'),
    statusText: text('The words for the status.'),
    body: text('The beginning of the body.'),
    durationMs: count('How many milliseconds it took.'),
    receivedAt: time('When it came.'),
  }),
  lastError: object('Why there was no answer.', {
    kind: text(
      'The kind of failure: dns, connect, tls, timeout, reset, protocol, or blocked for an address that is not allowed.',
    ),
    message: text('The same for people.'),
  }),
};

export const webhookTopic = describeTopic(
  {
    topic: 'webhook',
    title: 'Webhooks',
    meaning: 'How the webhooks themselves are doing. Another webhook can take it in, to raise the alarm.',
  },
  {
    failing: {
      title: 'Webhook failing',
      meaning:
        'Deliveries to a webhook keep failing; it will be disabled if that goes on. Sent again shortly before that.',
      severity: 'warning',
      schema: webhook({
        ...trouble,
        detectedAt: time('When the limit for an alert was reached.'),
        disableAt: time('When it will be disabled if nothing changes.'),
      }),
      example: outside(
        '2026-03-05T11:02:44.190Z',
        { department: loan.routing.department, requestFrom: loan.routing.requestFrom },
        {
          webhookId: '019c95c7-cb6f-708e-bc27-392a36745b95',
          webhookName: 'Loan updates',
          url: 'https://lms.example.com/api/loan-updates',
          since: '2026-03-05T10:21:07.552Z',
          consecutiveFailures: 5,
          pendingDeliveries: 38,
          advice: 'The receiver asks for credentials. Check the user name and password of the webhook.',
          lastResponse: {
            status: 401,
            statusText: 'Unauthorized',
            body: '{"message":"Password expired on 2026-03-05"}',
            durationMs: 84,
            receivedAt: '2026-03-05T11:02:44.190Z',
          },
          detectedAt: '2026-03-05T11:02:44.190Z',
          disableAt: '2026-03-10T10:21:07.552Z',
        },
      ),
    },
    disabled: {
      title: 'Webhook disabled',
      meaning: 'A webhook was switched off because its receiver failed for too long or asked for it.',
      severity: 'error',
      schema: webhook({
        ...trouble,
        reason: text('Why: failing, when it failed for too long, or gone, when the receiver answered 410.'),
        disabledAt: time('When it was switched off.'),
      }),
      example: outside(
        '2026-04-19T03:12:00.078Z',
        { department: hire.routing.department, requestFrom: hire.routing.requestFrom },
        {
          webhookId: '019cad55-8217-7010-b036-c5808a89f848',
          webhookName: 'HR portal, signed contracts',
          url: 'https://hr.example.com/hooks/contracts',
          reason: 'failing',
          since: '2026-04-14T03:12:00.011Z',
          consecutiveFailures: 212,
          pendingDeliveries: 96,
          advice: 'The certificate of the receiver ran out on 13 April. Renew it, then test the webhook.',
          lastError: { kind: 'tls', message: 'certificate has expired' },
          disabledAt: '2026-04-19T03:12:00.078Z',
        },
      ),
    },
    recovered: {
      title: 'Webhook recovered',
      meaning: 'A webhook that was failing has accepted a delivery again, or was enabled again.',
      schema: webhook({
        since: time('When the first of the failures in a row had happened.'),
        recoveredAt: time('When the delivery was accepted, or the webhook enabled.'),
        recoveredBy: text('What ended the failures: delivery, or enabled.'),
        failedAttempts: count('How many attempts had failed in between.'),
        attempts: count('Among how many, where others succeeded.'),
        pendingDeliveries: count('How many deliveries still wait for a retry.'),
        failedDeliveries: count('How many deliveries were given up and can be recovered by hand.'),
      }),
      example: outside(
        '2026-03-05T13:40:19.633Z',
        { department: loan.routing.department, requestFrom: loan.routing.requestFrom },
        {
          webhookId: '019c95c7-cb6f-708e-bc27-392a36745b95',
          webhookName: 'Loan updates',
          url: 'https://lms.example.com/api/loan-updates',
          since: '2026-03-05T10:21:07.552Z',
          recoveredAt: '2026-03-05T13:40:19.633Z',
          recoveredBy: 'delivery',
          failedAttempts: 61,
          pendingDeliveries: 37,
          failedDeliveries: 0,
        },
      ),
    },
    test: {
      title: 'Webhook test',
      meaning:
        'Somebody pressed the test button, here or on the platform. Nothing happened in a signing process.',
      schema: content({
        webhookId: id('The id of the webhook, when the button was pressed here.'),
        webhookName: text('What the webhook is called.'),
        message: text('A text for whoever reads the test.'),
        sentAt: time('When the button was pressed.'),
        sentBy: person('Who pressed it.'),
      }),
      example: outside(
        '2026-03-01T09:00:12.345Z',
        {},
        {
          webhookId: '019cbc05-5459-79ca-ad60-dc0b1f5da9aa',
          webhookName: 'Fleet contracts',
          message: 'This is a test from Signpost. If you can read it, the webhook works.',
          sentAt: '2026-03-01T09:00:12.345Z',
          sentBy: { name: 'Rashid Karimov', email: 'rashid.karimov@example.com' },
        },
      ),
    },
  },
);

export const platformTopic = describeTopic(
  {
    topic: 'platform',
    title: 'Platforms',
    meaning: 'What an e-signature platform sent and this catalogue has no word for.',
  },
  {
    unmapped: {
      title: 'Unmapped platform event',
      meaning:
        'The platform sent an event that this catalogue has no type for. It is passed on under its original name.',
      severity: 'warning',
      schema: content({
        platform: text('The platform, for example yousign.'),
        name: text('What the platform calls the event.'),
        id: id('The id that the platform gave the event.'),
        sentAt: time('When the platform sent it.'),
        data: value('What the platform says about it, in its own shape.'),
      }),
      example: outside('2026-05-05T08:14:59Z', nda.routing, {
        platform: 'yousign',
        name: 'signer.identification_blocked',
        id: '1b986c26-a121-4236-803a-cdf7805e92a0',
        sentAt: '2026-05-05T08:14:59Z',
        data: {
          signature_request: { id: nda.envelope.id, name: nda.envelope.title, status: 'ongoing' },
          signer: { id: nda.leilani.id, status: 'notified' },
        },
      }),
    },
  },
);
