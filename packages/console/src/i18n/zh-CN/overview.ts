const overview = {
  lead: '{{environment}}环境的投递情况。',
  toAlert: '该怎么办',
  attention: '需要处理',
  failuresInARow_other: '连续 {{count}} 次失败',
  failures: '最近的失败',
  allFailures: '所有失败',
  noFailures: '没有失败的投递',
  lastDelivery: '最近投递：',
  overlapEnds: '其旧密钥停止签名：',
  expires: '其客户端证书到期：',
  expired: '其客户端证书已过期：',
  authorityExpires: '它信任的颁发机构证书到期：',
  authorityExpired: '它信任的颁发机构证书已过期：',
};

const checklist = {
  title: '开始使用',
  dismiss: '收起开始步骤',
  bringBack: '显示开始步骤',
  webhook: '添加 Webhook',
  inbox: '使用测试收件箱',
  inboxHint: '还没有接收端？本服务器的测试收件箱会显示将要收到的内容。',
  watch: '它发送的内容显示在',
  test: '发送测试',
  toTest: '测试“{{name}}”',
  event: '发送第一个事件',
  keyHint: '命令从环境变量中取密钥。创建一个：',
  verify: '验证签名',
  verifyHint: '每个请求都有签名。请让接收方检查签名，并以 2xx 应答。',
  showCode: '显示代码',
  language: '代码语言',
  done: '已完成',
  open: '待完成',
};

export default { overview, checklist };
