const palette = {
  field: 'A page, a webhook, or any id',
  goals: 'Where to',
  byId: 'Go to what has the id {{id}}',
  kind: { page: 'Page', webhook: 'Webhook', id: 'Id' },
  keys: {
    title: 'Keys',
    on: 'Single keys',
    onHint: 'Off, only Ctrl-K, Enter and Esc do something.',
    palette: 'Search and jump',
    sheet: 'These keys',
    search: 'Search in the list',
    webhooks: 'Webhooks',
    events: 'Event history',
    replays: 'Replays',
    alerts: 'Alerts',
    health: 'Delivery health',
    move: 'Next and previous row',
    open: 'Open the row',
    page: 'Open its page',
    select: 'Choose the row',
    resend: 'Send it again, after asking',
    tail: 'Live tail of the event history',
    close: 'Close',
  },
};

export default { palette };
