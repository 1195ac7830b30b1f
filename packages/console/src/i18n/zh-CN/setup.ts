const sources = {
  title: '来源',
  lead: '把事件发送到这里的电子签名平台。',
  add: '添加来源',
  none: '还没有来源',
  noneHint: '有了来源，电子签名平台的事件会像您自己的事件一样投递。',
  platform: '平台',
  secret: '密钥',
  secretHint: '请在平台中填写相同的密钥：它证明请求来自该平台。',
  secretKeep: '留空则保持不变。',
  proof: '证明',
  proofNone: '无',
  proofSender: '证明发送方',
  proofBody: '证明发送方和正文',
  url: '接收 URL',
  urlTitle: '{{name}} 的接收 URL',
  guide: '请在 {{platform}} 的 Settings › Webhooks 中填写此 URL 和相同的密钥，并选择事件。',
  rotate: '新的接收 URL',
  rotateTitle: '为 {{name}} 生成新的接收 URL？',
  rotateHint: '当前 URL 将立即失效，请尽快在平台中填写新的 URL。',
  edit: '编辑 {{name}}',
  deleteTitle: '删除 {{name}}？',
  deleteHint: '其接收 URL 将立即失效。此前发送的事件会保留。',
  deleted: '{{name}} 已删除',
};

const keys = {
  title: 'API 密钥',
  lead: '程序用密钥在此环境中发送事件或管理 Webhook。',
  add: '创建密钥',
  none: '{{environment}}环境中还没有密钥',
  noneHint: '程序需要密钥才能发送事件。',
  nameHint: '由什么使用。',
  key: '密钥',
  madeTitle: '{{name}} 的密钥',
  scopes: '权限',
  scope: {
    'events:write': '发送事件',
    'events:read': '读取事件和投递',
    'webhooks:write': '管理 Webhook',
    'webhooks:read': '读取 Webhook',
    'sources:write': '管理来源',
    'sources:read': '读取来源',
  },
  revoke: '吊销',
  revokeNamed: '吊销密钥 {{name}}',
  revokeHint: '从现在起使用它的程序会被拒绝。此操作无法撤销。',
  revoked: '{{name}} 已吊销',
};

const settings = {
  title: '设置',
  tile: {
    webhook: 'Webhook',
    sources: '来源',
    keys: 'API 密钥',
    directory: '组织目录',
    applications: '应用',
    organization: '组织',
  },
  hint: {
    webhook: '向谁通知什么、如何通知。',
    sources: '把事件发送到这里的电子签名平台。',
    keys: '供使用 API 的程序使用。',
    directory: '部门、来源系统、业务单元和模板。',
    applications: '每个应用有四个环境。',
    organization: '组织的名称。',
  },
};

const organizations = {
  title: '所有组织',
  lead: '此服务器的所有客户。',
  add: '添加组织',
  addHint: '接下来添加其应用。',
};

const organization = { title: '组织设置', name: '名称' };

const applications = {
  title: '应用',
  lead: 'Webhook 和事件属于某个应用，在各个环境中彼此独立。',
  none: '还没有应用',
  environments: '环境',
  idHint: '以 appId_ 开头。留空：自动生成。',
  added: '{{name}} 已添加',
};

const directory = {
  title: '组织目录',
  lead: '此组织的信封、事件和 Webhook 所引用的名称。',
  kind: {
    departments: '部门',
    'source-systems': '来源系统',
    'business-units': '业务单元',
    templates: '模板',
  },
  add: {
    departments: '添加部门',
    'source-systems': '添加来源系统',
    'business-units': '添加业务单元',
    templates: '添加模板',
  },
  none: {
    departments: '还没有部门',
    'source-systems': '还没有来源系统',
    'business-units': '还没有业务单元',
    templates: '还没有模板',
  },
  hint: {
    departments: '例如贷款、人力资源、合规。',
    'source-systems': 'Request From 的取值，例如 LoanManagement 或 HRPortal。',
    'business-units': '包含其公司，以及可随每个事件报告的字段。',
    templates: '模板可以与仅按指示触发的 Webhook 关联。',
  },
  search: '查找名称',
  companies: '公司',
  companyCount_other: '{{count}} 家公司',
  companyName: '公司 {{number}} 的名称',
  addCompany: '添加公司',
  removeCompany: '移除公司 {{number}}',
  fieldName: '字段 {{number}} 的名称',
  fieldNameExample: 'costCenter',
  fieldValue: '字段 {{number}} 的值',
  addField: '添加字段',
  removeField: '移除字段 {{number}}',
  coupled: '关联的 Webhook',
  coupledHint: '对由此模板创建的每个流程触发。',
  webhookCount_other: '{{count}} 个 Webhook',
  editNamed: '编辑 {{name}}',
  deleteNamed: '删除 {{name}}',
  deleteHint: '此操作无法撤销。仍有 Webhook 按它筛选时会被拒绝。',
  deleted: '{{name}} 已删除',
};

export default { sources, keys, settings, organizations, organization, applications, directory };
