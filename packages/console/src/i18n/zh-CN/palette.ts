const palette = {
  field: '页面、Webhook 或任意 ID',
  goals: '前往',
  byId: '前往 ID 为 {{id}} 的内容',
  kind: { page: '页面', webhook: 'Webhook', id: 'ID' },
  keys: {
    title: '按键',
    on: '单键操作',
    onHint: '关闭后，只有 Ctrl-K、Enter 和 Esc 有效。',
    palette: '搜索与跳转',
    sheet: '这些按键',
    search: '在列表中搜索',
    webhooks: 'Webhook',
    events: '事件历史',
    replays: '重放',
    alerts: '告警',
    health: '投递健康',
    move: '下一行和上一行',
    open: '打开该行',
    page: '打开其页面',
    select: '选择该行',
    resend: '询问后重新发送',
    tail: '事件历史的实时跟踪',
    close: '关闭',
  },
};

export default { palette };
