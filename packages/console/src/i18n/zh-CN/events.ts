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

const event = {
  severity: { info: '信息', warning: '警告', error: '错误' },
  received: '收到时间',
  envelope: '信封',
};

export default { delivery, attempt, exchange, event };
