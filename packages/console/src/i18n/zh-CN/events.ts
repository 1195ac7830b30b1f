const delivery = {
  status: {
    succeeded: '通过',
    failed: '失败',
    retrying: '重试中',
    pending: '等待中',
    held: '保留',
    cancelled: '已取消',
  },
  column: {
    status: '状态',
    event: '事件',
    webhook: 'Webhook',
    outcome: '结果',
    attempts: '尝试次数',
    next: '下次尝试',
    subject: '信封',
  },
  resend: '重新发送',
  retryNow: '立即发送',
  resent: '正在重新发送',
  cancel: '取消',
  cancelled: '不再发送',
  noResend: {
    deleted: '无法重新发送：其 Webhook 已删除',
    disabled: '其 Webhook 停用期间无法重新发送',
  },
};

const attempt = {
  http: 'HTTP {{status}}',
  notYet: '尚未尝试',
  error: {
    dns: '域名无法解析',
    blocked: '地址不被允许',
    connect: '无法连接',
    tls: 'TLS 失败',
    timeout: '超时',
    reset: '连接中断',
    protocol: '应答不是 HTTP',
    aborted: '已中断',
    auth: '没有访问令牌',
    answer: '应答不符合约定',
    retention: '因过期被移除',
  },
  trigger: { auto: '自动', manual: '手动' },
};

const exchange = {
  request: '请求',
  response: '应答',
  requestHeaders: '请求标头',
  responseHeaders: '应答标头',
  body: '正文',
  base64: '正文，因不是文本而以 base64 显示',
  copyCurl: '复制为 cURL',
  noHeaders: '没有标头',
  noResponse: '没有应答。',
  truncated: '应答更长，仅读取并保留了这一部分。',
};

const history = {
  select: '选择事件 {{id}} 的投递',
  chosen_other: '已选 {{count}} 个',
  chosenLabel: '已选的投递',
  chooseNone: '取消选择',
  copyIds: '复制事件 ID',
  resent_other: '正在重新发送 {{count}} 个投递',
  title: '事件历史',
  lead: '每个 Webhook 的每次投递：发送了什么，得到了什么应答。',
  refresh: '刷新',
  columns: '列',
  type: '事件类型',
  about: '约 {{count}}',
  search: '任意 ID：事件、信封、投递',
  result: '结果',
  results: { http: '应答', error: '没有有效的应答' },
  severity: '严重程度',
  attempts: '尝试次数',
  least: '{{count}} 次或更多',
  envelope: '信封 ID',
  span: '{{from}} 至 {{to}}',
  since: '自 {{from}} 起',
  until: '至 {{to}}',
  removeSpan: '恢复为任意时间',
  nothingYet: '回溯未找到任何内容，直到',
  further: '继续向前查找',
  range: '任意时间',
  ranges: {
    '15m': '最近 15 分钟',
    '1h': '最近 1 小时',
    '24h': '最近 24 小时',
    '7d': '最近 7 天',
    '30d': '最近 30 天',
  },
  none: '还没有投递',
  noneHint: '一旦有 Webhook 需要的事件到来，投递会显示在这里。',
  noMatch: '没有符合筛选条件的投递',
  noMatchHint: '放宽一个筛选条件。ID 必须完整。',
};

const event = {
  severity: { info: '信息', warning: '警告', error: '错误' },
  tab: { attempts: '投递', content: '内容', explain: '原因' },
  copyLink: '复制链接',
  occurred: '发生时间',
  received: '收到时间',
  envelope: '信封',
  externalId: '外部 ID',
  title: '标题',
  source: '来自',
  fromSource: '来源',
  routing: '路由',
  signer: '签署人',
  platform: '平台',
  content: '内容，逐字节原样',
  deliveries: '投递',
  noDeliveries: '没有 Webhook 收到此事件。',
  showAttempts_other: '{{count}} 次尝试',
  attempt: '第 {{number}} 次尝试',
  noAttempt: '还没有尝试。',
  nextAttempt: '下次尝试',
  timeline: '尝试记录，最新在前',
};

const explain = {
  decided: '当时的判定',
  now: '现在的判定',
  same: '当时的判定，现在也相同',
  matched: '匹配',
  notMatched: '不匹配',
  noWebhooks: '没有 Webhook。',
  missing_other: '现在有 {{count}} 个 Webhook 会收到此事件，但尚未收到。',
  route: '重新路由',
  routed_other: '事件将另外发送给 {{count}} 个 Webhook',
};

const unmatched = {
  title: '未匹配的事件',
  lead: '没有 Webhook 需要的事件。它们会保留，在添加或修改 Webhook 后可以重新路由。',
  search: '事件 ID 或信封 ID',
  none: '每个事件都找到了 Webhook',
  noneHint: '不匹配任何 Webhook 的事件会列在这里。',
  noMatch: '没有符合筛选条件的事件',
};

const overview = {
  lead: '{{environment}}环境的投递情况。',
  toAlert: '该怎么办',
  attention: '需要处理',
  failuresInARow_other: '连续 {{count}} 次失败',
  failures: '最近的失败',
  allFailures: '所有失败',
  noFailures: '没有失败的投递',
  lastDelivery: '最近投递：',
};

const checklist = {
  title: '开始使用',
  webhook: '添加 Webhook',
  event: '发送第一个事件',
  reference: '如何发送事件',
  delivery: '查看其投递',
  done: '已完成',
  open: '待完成',
};

export default { delivery, attempt, exchange, history, event, explain, unmatched, overview, checklist };
