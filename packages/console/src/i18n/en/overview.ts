const overview = {
  lead: 'How deliveries fare in {{environment}}.',
  toAlert: 'What to do about it',
  attention: 'Needs attention',
  failuresInARow_one: '{{count}} failure in a row',
  failuresInARow_other: '{{count}} failures in a row',
  failures: 'Latest failures',
  allFailures: 'All failures',
  noFailures: 'No failed deliveries',
  lastDelivery: 'Last delivery:',
};

const checklist = {
  title: 'Getting started',
  webhook: 'Add a webhook',
  event: 'Send the first event',
  reference: 'How to send events',
  delivery: 'See it delivered',
  done: 'Done',
  open: 'To do',
};

export default { overview, checklist };
