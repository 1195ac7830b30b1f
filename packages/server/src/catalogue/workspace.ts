// The event types beside single signing processes: set-up that many envelopes share, bulk sending, and Signpost's own news.
import { topic } from './event-type.ts';

export const profileTypes = topic('profile', {
  created: ['Profile created', 'A signature profile, which says how people have to sign, was created.'],
  updated: [
    'Profile updated',
    'A signature profile was changed. Envelopes that started before keep their rules.',
  ],
  archived: ['Profile archived', 'A signature profile was put away and cannot be used for new envelopes.'],
});

export const templateTypes = topic('template', {
  created: ['Template created', 'A template for envelopes was created.'],
  updated: ['Template updated', 'A template was changed.'],
  deleted: ['Template deleted', 'A template was removed.'],
  used: ['Template used', 'An envelope was made from a template.'],
});

export const applicationTypes = topic('application', {
  settings_updated: [
    'Application settings updated',
    'The settings of the application changed on the platform.',
  ],
  membership_updated: [
    'Application membership updated',
    'Someone joined or left the application, or has another role in it.',
  ],
  archived: [
    'Application archived',
    'The application was put away on the platform and takes no new envelopes.',
  ],
});

export const bulkTypes = topic('bulk', {
  started: ['Bulk started', 'A bulk operation, such as sending one document to many people, has begun.'],
  completed: [
    'Bulk completed',
    'A bulk operation has worked through all its rows. Single rows may have failed.',
  ],
});

export const webhookTypes = topic('webhook', {
  failing: [
    'Webhook failing',
    'Deliveries to a webhook keep failing; it will be disabled if that goes on.',
    'warning',
  ],
  disabled: [
    'Webhook disabled',
    'A webhook was switched off because its receiver failed for too long or asked for it.',
    'error',
  ],
  recovered: ['Webhook recovered', 'A webhook that was failing has accepted a delivery again.'],
  test: [
    'Webhook test',
    'Somebody pressed the test button, here or on the platform. Nothing happened in a signing process.',
  ],
});

export const platformTypes = topic('platform', {
  unmapped: [
    'Unmapped platform event',
    'The platform sent an event that this catalogue has no type for. It is passed on under its original name.',
    'warning',
  ],
});
