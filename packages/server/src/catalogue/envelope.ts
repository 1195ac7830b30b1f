// The event types of the envelope itself: the life of one signing process from draft to archive.
import { ended } from './envelope-ended.ts';
import { underway } from './envelope-underway.ts';
import { describeTopic } from './event-type.ts';

export const envelopeTopic = describeTopic(
  {
    topic: 'envelope',
    title: 'Envelopes',
    meaning: 'The signing process as a whole, from draft to archive.',
  },
  { ...underway, ...ended },
);
