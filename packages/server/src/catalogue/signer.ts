// The event types of the people who sign, from their invitation to their signature or refusal.
import { describeTopic } from './event-type.ts';
import { arriving } from './signer-arriving.ts';
import { deciding } from './signer-deciding.ts';

export const signerTopic = describeTopic(
  {
    topic: 'signer',
    title: 'Signers',
    meaning: 'The people who take part in a signing process, and what they do in it.',
  },
  { ...arriving, ...deciding },
);
