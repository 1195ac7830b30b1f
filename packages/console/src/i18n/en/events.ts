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
    subject: 'Envelope',
  },
  resend: 'Resend',
  retryNow: 'Send now',
  resent: 'It is being sent again',
  cancel: 'Cancel',
  cancelled: 'It is not sent any more',
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
    auth: 'No access token',
    answer: 'Answer not as agreed',
    retention: 'Removed by age',
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

const event = {
  severity: { info: 'Info', warning: 'Warning', error: 'Error' },
  received: 'Received',
  envelope: 'Envelope',
};

export default { delivery, attempt, exchange, event };
