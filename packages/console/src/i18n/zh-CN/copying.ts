const copying = {
  action: '从{{environment}}环境复制',
  title: '把 Webhook 复制到{{environment}}环境',
  lead: '副本具有相同的设置和各自的密钥，在您启用之前保持停用。',
  sameUrl: '它们指向相同的地址。启用之前，请填写{{environment}}环境的地址。',
  from: '来源环境',
  choose: '要复制的 Webhook',
  nothing: '{{environment}}环境中没有 Webhook。',
  copy_other: '复制 {{count}} 个 Webhook',
  doneTitle: '已复制到{{environment}}环境',
  secrets: '每个副本都有自己的密钥，仅在此时显示。',
  publicKey: '公钥',
  stored: '我已妥善保存',
  noAuth: '其认证信息未被复制：启用之前请填写。',
  failed: '“{{name}}”未能复制',
};

export default { copying };
