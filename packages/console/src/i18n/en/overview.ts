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
  overlapEnds: 'Its old secret stops signing:',
  expires: 'Its client certificate expires:',
  expired: 'Its client certificate expired:',
  authorityExpires: 'An authority that it trusts expires:',
  authorityExpired: 'An authority that it trusts expired:',
};

const checklist = {
  title: 'Getting started',
  dismiss: 'Put the first steps away',
  bringBack: 'Show the first steps',
  webhook: 'Add a webhook',
  inbox: 'With a test inbox',
  inboxHint: 'No receiver yet? A test inbox of this server shows what would arrive.',
  watch: 'What it sends is shown in',
  test: 'Send a test',
  toTest: 'Test “{{name}}”',
  event: 'Send the first event',
  keyHint: 'The command takes a key from the environment. Make one:',
  verify: 'Verify the signature',
  verifyHint: 'Every request is signed. Let your receiver check that, and answer 2xx.',
  showCode: 'Show the code',
  language: 'Language of the code',
  done: 'Done',
  open: 'To do',
};

export default { overview, checklist };
