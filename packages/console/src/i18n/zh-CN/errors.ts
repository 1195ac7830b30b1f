// What the server says in English, by its error codes. A code that is missing here is shown in the server's own words.
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
  unauthenticated: { message: '请求没有携带有效密钥。', remedy: '请使用根密钥，或该应用与环境的密钥登录。' },
  missing_field: { message: '字段 {{path}} 必填。', remedy: '请填写该字段。' },
  unknown_field: { message: '没有字段 {{path}}。', remedy: '请删除该字段或更正其名称。' },
  invalid_field: { message: '{{path}}：{{reason}}。', remedy: '请更正该值后重新提交。' },
  url_refused: {
    message: '无法使用此 URL：{{reason}}。',
    remedy: '请填写本服务器可以访问的 http 或 https 地址。',
  },
  unknown_event_type: { message: '没有事件类型“{{type}}”。', remedy: '请使用事件目录中的类型。' },
  unknown_directory_name: {
    message: '组织目录中没有“{{name}}”。',
    remedy: '请使用目录中的名称，或先在目录中添加。',
  },
  not_found: { message: '这里没有此 ID 的对象。', remedy: '请检查 ID、应用和环境。' },
  already_exists: { message: '已存在相同的对象。', remedy: '请换一个名称，或使用已有的。' },
  in_use: {
    message: '正被以下对象使用：{{usedBy}}。',
    remedy: '请先从这些 Webhook 的筛选条件中移除，再删除。',
  },
  confirmation_required: { message: '删除需要输入准确的名称确认。', remedy: '请按显示的名称输入。' },
  delivery_in_progress: {
    message: '此投递正在尝试发送。',
    remedy: '请等待其记录完成，如仍有需要再重新发送。',
  },
  delivery_not_sendable: { message: '无法发送此投递。', remedy: '请启用该 Webhook；若已删除，请重新创建。' },
  scope_missing: { message: '密钥缺少权限 {{scope}}。', remedy: '请使用具有该权限的密钥。' },
  root_key_required: { message: '只有根密钥可以执行此操作。', remedy: '请使用根密钥登录。' },
  limit_reached: { message: '已达到上限 {{limit}}。', remedy: '请删除不再使用的内容。' },
  overloaded: { message: '服务器负载过高。', remedy: '请稍后重试；没有保存任何内容。' },
  store_unavailable: { message: '无法访问数据库，请求未被确认。', remedy: '请稍后重试。' },
  internal: { message: '服务器内部出错。', remedy: '请重试；若仍出现，请在服务器日志中查找请求 ID。' },
};

export default { errors };
