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

export default { overview, checklist };
