const nav = {
  label: '主导航',
  skip: '跳到正文',
  open: '打开导航',
  close: '关闭导航',
  home: 'Signpost：首页',
  account: '我的账户',
  person: '我的菜单',
  server: '服务器',
  organization: '组织',
  overview: '概览',
  webhooks: 'Webhook',
  inboxes: '测试收件箱',
  history: '事件历史',
  find: '搜索与跳转',
  replays: '重放',
  alerts: '告警',
  openAlerts_other: '{{count}} 条未处理告警',
  health: '投递健康',
  catalogue: '事件目录',
  unmatched: '未匹配的事件',
  sources: '来源',
  keys: 'API 密钥',
  settings: '设置',
  directory: '组织目录',
  applications: '应用',
  organizationSettings: '组织设置',
  members: '成员',
  signOn: '单点登录',
  audit: '审计日志',
  alertRules: '告警规则',
  aboutServer: '服务器',
  organizations: '所有组织',
};

const place = {
  switch: '切换组织或应用',
  search: '查找应用',
  choose: '按组织列出的应用',
  applications: '应用',
  none: '选择应用',
  organizationSettings: '组织设置…',
};

const environment = {
  switch: '{{name}}环境。切换',
  short: { DEVELOPMENT: 'DEV', TEST: 'TEST', STAGING: 'STAGE', PRODUCTION: 'PROD' },
  name: { DEVELOPMENT: '开发', TEST: '测试', STAGING: '预发布', PRODUCTION: '生产' },
};

const preferences = {
  language: '语言',
  scheme: '配色',
  schemes: { auto: '跟随设备', light: '浅色', dark: '深色' },
  times: '时间显示',
  timeStyles: { relative: '多久以前', local: '日期，本地时间', utc: '日期，UTC' },
};

const session = {
  title: '登录',
  key: '密钥',
  keyHint: '服务器的根密钥，或某个应用的密钥。',
  showKey: '显示或隐藏输入内容',
  signIn: '登录',
  signOut: '退出登录',
  ended: '您已退出登录，请重新登录以继续。',
  signedInWithKey: '已用密钥登录，关闭此标签页后失效。',
};

const home = {
  title: '欢迎',
  noOrganization: '还没有组织',
  noOrganizationHint: '组织即一个客户，有自己的应用、Webhook 和成员。',
  addOrganization: '添加组织',
  noApplication: '{{organization}} 还没有应用',
  noApplicationHint: 'Webhook 和事件属于某个应用，在各个环境中彼此独立。',
  addApplication: '添加应用',
};

const readersOnly = {
  title: '您在此处只能查看，不能更改',
  closed: '您的角色无法打开此页面',
  developer: '此环境的开发者和管理员可以更改。如需权限，请联系管理员。',
  admin: '组织的管理员可以更改。如需权限，请联系其中一位。',
  super_admin: '超级管理员可以更改，请联系其中一位。',
  operator: '只有此服务器的运营者可以打开。',
};

const notFound = {
  title: '这里什么都没有',
  hint: '地址有误，或内容已不存在。',
  home: '前往首页',
};

const crash = {
  title: '无法显示此页面',
  hint: '控制台内部出错。请重新加载页面；若仍出现，请告知服务器的管理者。',
  reload: '重新加载',
};

const code = {
  layOut: '排版显示',
  wrap: '自动换行',
  copy: '复制：{{label}}',
  empty: '空',
  tree: '树状',
  search: '搜索',
  found: '第 {{number}} 处，共 {{count}} 处',
  previous: '上一处',
  next: '下一处',
  members_other: '{{count}} 项',
  more_other: '再显示 {{count}} 项',
};

const errors = {
  unreachable: {
    message: '无法连接到服务器。',
    remedy: '请检查网络。刚才发送的内容可能已到达，再次发送前请先查看。',
  },
  unreadable: {
    message: '应答并非来自 Signpost。',
    remedy: '浏览器与服务器之间的某个环节代为应答。请重试，或联系网络管理者。',
  },
  unexpected: { message: '控制台内部出错。', remedy: '请重新加载页面后再试。' },
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
