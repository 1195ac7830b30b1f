const sources = {
  title: 'Sources',
  lead: 'E-signature platforms that post their events here.',
  add: 'Add source',
  none: 'No source yet',
  noneHint: 'With a source, the events of an e-signature platform are delivered like your own.',
  platform: 'Platform',
  secret: 'Secret',
  secretHint: 'Enter the same secret in the platform: it proves that posts come from there.',
  secretKeep: 'Leave it empty to keep the present one.',
  proof: 'Proof',
  proofNone: 'None',
  proofSender: 'Proves the sender',
  proofBody: 'Proves sender and body',
  url: 'Inbound URL',
  urlTitle: 'Inbound URL of {{name}}',
  guide:
    'In {{platform}}, under Settings › Webhooks, enter this URL and the same secret, and choose the events.',
  rotate: 'New inbound URL',
  rotateTitle: 'Give {{name}} a new inbound URL?',
  rotateHint: 'The present URL stops working at once. Enter the new one in the platform without delay.',
  edit: 'Edit {{name}}',
  deleteTitle: 'Delete {{name}}?',
  deleteHint: 'Its inbound URL stops working at once. Events that it sent before stay.',
  deleted: '{{name}} was deleted',
};

const keys = {
  title: 'API keys',
  lead: 'With a key, a program sends events or manages webhooks in this environment.',
  add: 'Make key',
  none: 'No keys in {{environment}} yet',
  noneHint: 'A program needs a key to send events.',
  nameHint: 'What uses it.',
  key: 'Key',
  madeTitle: 'Key for {{name}}',
  scopes: 'Scopes',
  scope: {
    'events:write': 'Send events',
    'events:read': 'Read events and deliveries',
    'webhooks:write': 'Manage webhooks',
    'webhooks:read': 'Read webhooks',
    'sources:write': 'Manage sources',
    'sources:read': 'Read sources',
  },
  revoke: 'Revoke',
  revokeNamed: 'Revoke the key {{name}}',
  revokeHint: 'Whatever uses it is refused from now on. This cannot be taken back.',
  revoked: '{{name}} was revoked',
};

const settings = {
  title: 'Settings',
  tile: {
    webhook: 'Webhook',
    sources: 'Sources',
    keys: 'API keys',
    directory: 'Directory',
    applications: 'Applications',
    organization: 'Organization',
  },
  hint: {
    webhook: 'Who is told what, and how.',
    sources: 'E-signature platforms that post their events here.',
    keys: 'For programs that use the API.',
    directory: 'Departments, source systems, business units and templates.',
    applications: 'Each with its four environments.',
    organization: 'Its name.',
  },
};

const organizations = {
  title: 'Organizations',
  lead: 'All customers of this server.',
  add: 'Add organization',
  addHint: 'Its applications come next.',
};

const organization = { title: 'Organization settings', name: 'Name' };

const applications = {
  title: 'Applications',
  lead: 'Webhooks and events live in an application, apart in each of its environments.',
  none: 'No application yet',
  environments: 'Environments',
  idHint: 'Begins with appId_. Empty: one is made.',
  added: '{{name}} was added',
};

const directory = {
  title: 'Directory',
  lead: 'The names that envelopes, events and webhooks of this organization refer to.',
  kind: {
    departments: 'Departments',
    'source-systems': 'Source systems',
    'business-units': 'Business units',
    templates: 'Templates',
  },
  add: {
    departments: 'Add department',
    'source-systems': 'Add source system',
    'business-units': 'Add business unit',
    templates: 'Add template',
  },
  none: {
    departments: 'No departments yet',
    'source-systems': 'No source systems yet',
    'business-units': 'No business units yet',
    templates: 'No templates yet',
  },
  hint: {
    departments: 'For example Loans, HR, Compliance.',
    'source-systems': 'The values of Request From, for example LoanManagement or HRPortal.',
    'business-units': 'With their companies, and fields that can be reported with each event.',
    templates: 'A template can be coupled with webhooks that fire only when told.',
  },
  search: 'Find a name',
  companies: 'Companies',
  companyCount_one: '{{count}} company',
  companyCount_other: '{{count}} companies',
  companyName: 'Name of company {{number}}',
  addCompany: 'Add company',
  removeCompany: 'Remove company {{number}}',
  fieldName: 'Name of field {{number}}',
  fieldNameExample: 'costCenter',
  fieldValue: 'Value of field {{number}}',
  addField: 'Add field',
  removeField: 'Remove field {{number}}',
  coupled: 'Coupled webhooks',
  coupledHint: 'They fire for every process made from this template.',
  webhookCount_one: '{{count}} webhook',
  webhookCount_other: '{{count}} webhooks',
  editNamed: 'Edit {{name}}',
  deleteNamed: 'Delete {{name}}',
  deleteHint: 'This cannot be taken back. It is refused while webhooks filter by it.',
  deleted: '{{name}} was deleted',
};

export default { sources, keys, settings, organizations, organization, applications, directory };
