const copying = {
  action: 'Copy from {{environment}}',
  title: 'Copy webhooks into {{environment}}',
  lead: 'The copies have the same settings, and secret keys of their own. They are disabled until you enable them.',
  sameUrl: 'They lead to the same addresses. Enter those of {{environment}} before you enable them.',
  from: 'From',
  choose: 'Webhooks to copy',
  nothing: 'There are no webhooks in {{environment}}.',
  copy_one: 'Copy {{count}} webhook',
  copy_other: 'Copy {{count}} webhooks',
  doneTitle: 'Copied into {{environment}}',
  secrets: 'Each copy has a secret key of its own. They are shown only now.',
  publicKey: 'Public key',
  stored: 'I have stored them',
  noAuth: 'Its credentials were not copied: enter them before you enable it.',
  failed: '“{{name}}” was not copied',
};

export default { copying };
