const nav = {
  label: 'Main navigation',
  skip: 'Skip to content',
  open: 'Open the navigation',
  close: 'Close the navigation',
  home: 'Signpost: start page',
  account: 'Your account',
  person: 'Your menu',
  server: 'Server',
  organization: 'Organization',
  overview: 'Overview',
  webhooks: 'Webhooks',
  inboxes: 'Test inboxes',
  history: 'Event history',
  find: 'Search and jump',
  replays: 'Replays',
  alerts: 'Alerts',
  openAlerts_one: '{{count}} open alert',
  openAlerts_other: '{{count}} open alerts',
  health: 'Delivery health',
  catalogue: 'Event catalogue',
  unmatched: 'Unmatched events',
  sources: 'Sources',
  keys: 'API keys',
  settings: 'Settings',
  directory: 'Directory',
  applications: 'Applications',
  organizationSettings: 'Organization settings',
  members: 'Members',
  signOn: 'Single sign-on',
  audit: 'Audit log',
  alertRules: 'Alert rules',
  aboutServer: 'Server',
  organizations: 'Organizations',
};

const place = {
  switch: 'Switch organization or application',
  search: 'Find an application',
  choose: 'Applications by organization',
  applications: 'Applications',
  none: 'Choose an application',
  organizationSettings: 'Organization settings…',
};

const environment = {
  switch: 'Environment {{name}}. Switch',
  short: { DEVELOPMENT: 'DEV', TEST: 'TEST', STAGING: 'STAGE', PRODUCTION: 'PROD' },
  name: { DEVELOPMENT: 'Development', TEST: 'Test', STAGING: 'Staging', PRODUCTION: 'Production' },
};

const preferences = {
  language: 'Language',
  scheme: 'Colours',
  schemes: { auto: 'As the device', light: 'Light', dark: 'Dark' },
  times: 'Times',
  timeStyles: { relative: 'How long ago', local: 'Date, local time', utc: 'Date, UTC' },
};

const session = {
  title: 'Sign in',
  key: 'Key',
  keyHint: 'The root key of the server, or a key of an application.',
  showKey: 'Show or hide what was typed',
  signIn: 'Sign in',
  signOut: 'Sign out',
  ended: 'You were signed out. Sign in to continue.',
  signedInWithKey: 'Signed in with a key, until this tab is closed.',
};

const home = {
  title: 'Welcome',
  noOrganization: 'No organization yet',
  noOrganizationHint: 'An organization is a customer, with its own applications, webhooks and people.',
  addOrganization: 'Add an organization',
  noApplication: '{{organization}} has no application yet',
  noApplicationHint: 'Webhooks and events live in an application, apart in each of its environments.',
  addApplication: 'Add an application',
};

const readersOnly = {
  title: 'You may read here, but not change',
  closed: 'Your role does not open this page',
  developer:
    'Developers and administrators of this environment may. Ask an administrator if you should be one of them.',
  admin: 'Administrators of the organization may. Ask one of them if you should be one too.',
  super_admin: 'Super admins may. Ask one of them.',
  operator: 'Whoever runs this server may.',
};

const notFound = {
  title: 'There is nothing here',
  hint: 'The address is wrong, or what was here is gone.',
  home: 'Go to the start page',
};

const crash = {
  title: 'This page could not be shown',
  hint: 'Something failed inside the console. Reload the page; if it stays, tell whoever runs this server.',
  reload: 'Reload',
};

const code = {
  layOut: 'Lay out',
  wrap: 'Wrap lines',
  copy: 'Copy: {{label}}',
  empty: 'empty',
  tree: 'Tree',
  search: 'Search',
  found: '{{number}} of {{count}}',
  previous: 'Previous place',
  next: 'Next place',
  members_one: '{{count}} member',
  members_other: '{{count}} members',
  more_one: 'Show {{count}} more',
  more_other: 'Show {{count}} more',
};

const errors = {
  unreachable: {
    message: 'The server cannot be reached.',
    remedy: 'Check the connection. What was sent may have arrived: look before you send it again.',
  },
  unreadable: {
    message: 'The answer did not come from Signpost.',
    remedy:
      'Something between the browser and the server answered. Try again, or ask whoever runs the network.',
  },
  unexpected: { message: 'Something failed inside the console.', remedy: 'Reload the page and try again.' },
};

export default {
  nav,
  place,
  environment,
  preferences,
  session,
  home,
  readersOnly,
  notFound,
  crash,
  code,
  errors,
};
