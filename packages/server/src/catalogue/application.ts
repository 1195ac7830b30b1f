// The event types of accounts on the platform, and of sending in bulk.
import { describeTopic } from './event-type.ts';
import { outside } from './example.ts';
import { changes, person } from './facts.ts';
import { content, count, flag, id, list, object, type Properties, text, time } from './schema.ts';
import { declaration } from './stories/office.ts';

const application = (own: Properties) =>
  content({ applicationId: id('The id of the application on the platform.'), ...own }, ['applicationId']);

const loanApp = { appId: 'app_loan_core' };
const admin = { id: 'usr_204', name: 'Zainab Bello', email: 'zainab.bello@example.com', role: 'admin' };

export const applicationTopic = describeTopic(
  {
    topic: 'application',
    title: 'Applications',
    meaning: 'The accounts on the platform under which envelopes are sent.',
  },
  {
    settings_updated: {
      title: 'Application settings updated',
      meaning: 'The settings of the application changed on the platform.',
      schema: application({
        changes,
        updatedAt: time('When they changed.'),
        updatedBy: person('Who changed them.'),
      }),
      example: outside('2026-02-10T11:33:54.206Z', loanApp, {
        applicationId: 'loan-core',
        changes: [
          { field: 'defaultExpiryDays', from: 30, to: 14 },
          { field: 'reminders.everyDays', from: null, to: 3 },
        ],
        updatedAt: '2026-02-10T11:33:54.206Z',
        updatedBy: admin,
      }),
    },
    membership_updated: {
      title: 'Application membership updated',
      meaning: 'Someone joined or left the application, or has another role in it.',
      schema: application({
        userId: id('The id of the member on the platform.'),
        member: person('The member.'),
        change: text('What changed: joined, left or role_changed.'),
        previousRole: text('The role before.'),
        newRole: text('The role now.'),
        updatedAt: time('When it changed.'),
        updatedBy: person('Who changed it.'),
      }),
      example: outside('2026-02-11T08:20:31.940Z', loanApp, {
        applicationId: 'loan-core',
        userId: 'usr_377',
        member: { id: 'usr_377', name: 'Batbayar Ganbold', email: 'batbayar.ganbold@example.com' },
        change: 'role_changed',
        previousRole: 'viewer',
        newRole: 'developer',
        updatedAt: '2026-02-11T08:20:31.940Z',
        updatedBy: admin,
      }),
    },
    archived: {
      title: 'Application archived',
      meaning: 'The application was put away on the platform and takes no new envelopes.',
      schema: application({
        archivedAt: time('When it was put away.'),
        archivedBy: person('Who put it away.'),
        openEnvelopes: count('How many envelopes are still open and will run to their end.'),
      }),
      example: outside(
        '2026-08-31T17:00:00.000Z',
        { appId: 'app_loan_pilot' },
        {
          applicationId: 'loan-pilot',
          archivedAt: '2026-08-31T17:00:00.000Z',
          archivedBy: admin,
          openEnvelopes: 4,
        },
      ),
    },
  },
);

const bulk = (own: Properties) =>
  content(
    {
      bulkId: id('The id of the bulk operation on the platform.'),
      name: text('What the bulk operation is called.'),
      rows: count('How many rows it has, each for one envelope.'),
      startedAt: time('When it began.'),
      startedBy: person('Who started it.'),
      ...own,
    },
    ['bulkId'],
  );

const yearly = {
  bulkId: '5d956fa3-4a9c-4ab5-bac1-7c8ca26acf2e',
  name: 'Conflict of interest declarations 2026',
  rows: 1284,
  startedAt: '2026-01-12T07:29:40.000Z',
};
const { template: _each, ...complianceRouting } = declaration.routing;

export const bulkTopic = describeTopic(
  {
    topic: 'bulk',
    title: 'Bulk operations',
    meaning: 'One document to many people, each in an envelope of their own.',
  },
  {
    started: {
      title: 'Bulk started',
      meaning: 'A bulk operation, such as sending one document to many people, has begun.',
      schema: bulk({ templateId: id('The id of the template that the envelopes are made from.') }),
      example: outside('2026-01-12T07:29:40.000Z', complianceRouting, {
        ...yearly,
        templateId: '69c5ee6edfbfbcb7c04213a7',
        startedBy: { name: declaration.lars.name, email: declaration.lars.email },
      }),
    },
    completed: {
      title: 'Bulk completed',
      meaning: 'A bulk operation has worked through all its rows. Single rows may have failed.',
      schema: bulk({
        completedAt: time('When the last row was done.'),
        succeeded: count('How many rows became envelopes.'),
        failed: count('How many did not.'),
        failures: list(
          'The rows that failed, or the first of them.',
          object('One failed row.', {
            row: count('The number of the row, from 1.'),
            message: text('What is wrong with it.'),
          }),
        ),
        resumable: flag('Whether the failed rows can be sent again on their own.'),
      }),
      example: outside('2026-01-12T07:52:16.441Z', complianceRouting, {
        ...yearly,
        completedAt: '2026-01-12T07:52:16.441Z',
        succeeded: 1282,
        failed: 2,
        failures: [
          { row: 318, message: 'The e-mail address "hr@" is not complete.' },
          { row: 907, message: 'Thandiwe Mokoena appears twice; the first row was sent.' },
        ],
        resumable: true,
      }),
    },
  },
);
