const delivery = {
  status: {
    succeeded: 'Passed',
    failed: 'Failed',
    retrying: 'Retrying',
    pending: 'Pending',
    held: 'Held',
    cancelled: 'Cancelled',
  },
  column: {
    status: 'Status',
    event: 'Event',
    webhook: 'Webhook',
    outcome: 'Result',
    attempts: 'Attempts',
    next: 'Next attempt',
  },
  resend: 'Resend',
  retryNow: 'Send now',
  resent: 'It is being sent again',
  noResend: {
    deleted: 'It cannot be sent again: its webhook was deleted',
    disabled: 'It cannot be sent again while its webhook is disabled',
  },
};

const attempt = {
  http: 'HTTP {{status}}',
  notYet: 'No attempt yet',
  error: {
    dns: 'Name not resolved',
    blocked: 'Address not allowed',
    connect: 'No connection',
    tls: 'TLS failed',
    timeout: 'Timed out',
    reset: 'Connection lost',
    protocol: 'Answer not HTTP',
    aborted: 'Interrupted',
  },
  trigger: { auto: 'automatic', manual: 'by hand' },
};

const exchange = {
  request: 'Request',
  response: 'Response',
  requestHeaders: 'Request headers',
  responseHeaders: 'Response headers',
  body: 'Body',
  base64: 'Body, in base64 because it is no text',
  copyCurl: 'Copy as cURL',
  noHeaders: 'No headers',
  noResponse: 'There was no response.',
  truncated: 'The response was longer. Only this part was read and kept.',
};

const history = {
  select: 'Choose the delivery of event {{id}}',
  chosen_one: '{{count}} chosen',
  chosen_other: '{{count}} chosen',
  chosenLabel: 'Chosen deliveries',
  chooseNone: 'Choose none',
  copyIds: 'Copy event ids',
  resent_one: '{{count}} delivery is being sent again',
  resent_other: '{{count}} deliveries are being sent again',
  title: 'Event history',
  lead: 'Every delivery of every webhook: what was sent, and what was answered.',
  refresh: 'Refresh',
  columns: 'Columns',
  type: 'Event type',
  eventId: 'Event id',
  range: 'Any time',
  ranges: {
    '15m': 'Last 15 minutes',
    '1h': 'Last hour',
    '24h': 'Last 24 hours',
    '7d': 'Last 7 days',
    '30d': 'Last 30 days',
  },
  none: 'Nothing was delivered yet',
  noneHint: 'Deliveries appear here as soon as an event comes in that a webhook wants.',
  noMatch: 'No delivery matches the filters',
  noMatchHint: 'Choose a longer time, or leave out the type.',
};

const event = {
  severity: { info: 'Info', warning: 'Warning', error: 'Error' },
  tab: { attempts: 'Deliveries', content: 'Content', explain: 'Why' },
  copyLink: 'Copy link',
  occurred: 'Happened',
  received: 'Received',
  envelope: 'Envelope',
  externalId: 'External id',
  title: 'Title',
  source: 'Came from',
  fromSource: 'A source',
  routing: 'Routing',
  signer: 'Signer',
  platform: 'Platform',
  content: 'Content, byte for byte',
  deliveries: 'Deliveries',
  noDeliveries: 'No webhook got this event.',
  showAttempts_one: '{{count}} attempt',
  showAttempts_other: '{{count}} attempts',
  attempt: 'Attempt {{number}}',
  noAttempt: 'There was no attempt yet.',
  nextAttempt: 'Next attempt',
  timeline: 'Attempts, newest first',
};

const explain = {
  decided: 'As it was decided',
  now: 'As it would be decided now',
  same: 'As it was decided, and would be decided now',
  matched: 'Matched',
  notMatched: 'Not matched',
  noWebhooks: 'There are no webhooks.',
  missing_one: 'One webhook would get this event now and has not got it.',
  missing_other: '{{count}} webhooks would get this event now and have not got it.',
  route: 'Route again',
  routed_one: 'The event goes to {{count}} more webhook',
  routed_other: 'The event goes to {{count}} more webhooks',
};

const unmatched = {
  title: 'Unmatched events',
  lead: 'Events that no webhook wanted. They are kept, and can be routed again after a webhook was added or changed.',
  search: 'Event id or envelope id',
  none: 'Every event found a webhook',
  noneHint: 'Events that match no webhook are listed here.',
  noMatch: 'No event matches the filters',
};

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

export default { delivery, attempt, exchange, history, event, explain, unmatched, overview, checklist };
