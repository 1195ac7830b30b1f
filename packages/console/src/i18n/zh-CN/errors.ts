// What the server says in English, by its error codes. It comes just after the first page, and until then the server's own
// words are shown. Every code has its words (held by a test).
const errors = {
  unauthenticated: {
    message: '请求没有携带有效密钥，且无人登录。',
    remedy: '请使用账户、根密钥，或该应用与环境的密钥登录。',
  },
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
  delivery_not_sendable: { message: '无法发送此投递。', remedy: '请启用该 Webhook，或发送到其他 Webhook。' },
  scope_missing: { message: '密钥缺少权限 {{scope}}。', remedy: '请使用具有该权限的密钥。' },
  root_key_required: { message: '只有根密钥可以执行此操作。', remedy: '请使用根密钥登录。' },
  too_many_tails: {
    message: '已打开 {{limit}} 个实时跟踪。',
    remedy: '请关闭不再查看的跟踪，然后重新打开。',
  },
  no_inbox_in_production: {
    message: 'PRODUCTION 环境没有测试收件箱。',
    remedy: '请在其他环境中创建，真实事件请发送到您自己的接收端。',
  },
  no_edited_copy_in_production: {
    message: '在 PRODUCTION 环境中，不会以其他内容发送真实事件的副本。',
    remedy: '请按原样发送副本，或用此内容发送示例；也可在其他环境中编辑副本。',
  },
  limit_reached: { message: '已达到上限 {{limit}}。', remedy: '请删除不再使用的内容。' },
  overloaded: { message: '服务器负载过高。', remedy: '请稍后重试；没有保存任何内容。' },
  store_unavailable: { message: '无法访问数据库，请求未被确认。', remedy: '请稍后重试。' },
  internal: { message: '服务器内部出错。', remedy: '请重试；若仍出现，请在服务器日志中查找请求 ID。' },
  malformed_request: {
    message: '这不是可读取的 HTTP 请求。',
    remedy: '请在时限内发送标头完整的 HTTP/1.1 请求。',
  },
  headers_too_large: {
    message: '标头超过 {{limit}} 字节。',
    remedy: '请减少或缩短标头。',
  },
  too_many_headers: {
    message: '请求有 {{count}} 个标头；最多允许 {{limit}} 个。',
    remedy: '请减少标头。',
  },
  json_too_deep: {
    message: 'JSON 中对象和数组的嵌套超过 {{limit}} 层。',
    remedy: '请减少嵌套层数，或将较深的部分放入文本。',
  },
  request_timeout: {
    message: '请求耗时过长：标头须在 {{headersLimit}} 秒内到达，整个请求须在 {{limit}} 秒内完成。',
    remedy: '请一次发送完整请求。',
  },
  unsupported_encoding: {
    message: '此处不接受内容编码“{{encoding}}”。',
    remedy: '请发送未压缩的正文。',
  },
  invalid_json: {
    message: '正文不是有效的 JSON：{{reason}}。',
    remedy: '请发送一个 UTF-8 编码的 JSON 值，并带上 Content-Type: application/json。',
  },
  not_utf8: {
    message: '正文不是有效的 UTF-8。',
    remedy: '请用 UTF-8 编码后重新发送。',
  },
  unstorable_text: {
    message: '文本中有无法保存的字符：U+0000。',
    remedy: '请去掉该字符。',
  },
  invalid_cursor: {
    message: '此游标不是本列表给出的。',
    remedy: '请从头打开列表。',
  },
  unknown_platform: {
    message: '没有平台“{{platform}}”的来源。',
    remedy: '请使用列表中的平台。',
  },
  unknown_dialect: {
    message: '没有格式“{{dialect}}”。',
    remedy: '请使用列表中的格式。',
  },
  source_unreadable: {
    message: '收到的内容并非该平台所发送的格式：{{reason}}。',
    remedy: '请确认平台向此 URL 发送 JSON，且途中没有改动正文。',
  },
  sign_in_refused: {
    message: '邮箱地址或密码错误。',
    remedy: '请检查两者，或申请设置新密码的链接。',
  },
  sign_in_first: {
    message: '{{email}} 已有账户。',
    remedy: '请用该账户登录，然后重新打开邀请。',
  },
  source_proof_refused: {
    message: '收到的内容不能证明来自该平台：{{reason}}。',
    remedy: '请在平台和此来源中填写相同的密钥。',
  },
  plan_excludes_webhooks: {
    message: '该组织的方案“{{plan}}”不包含 Webhook。',
    remedy: '请将方案改为 professional。在此之前事件会被保存，等待其 Webhook 的投递会被暂缓。',
  },
  two_factor_required: {
    message: '此组织要求其成员使用两步验证登录。',
    remedy: '请在您的账户中开启两步验证，然后再回来。',
  },
  role_missing: {
    message: '此操作需要角色 {{needs}}。',
    remedy: '请让组织管理员代为操作，或授予您该角色。',
  },
  session_required: {
    message: '只有登录的人员才能执行此操作。',
    remedy: '请用账户登录；密钥不代表个人。',
  },
  csrf_refused: {
    message: '请求不能证明来自控制台：{{reason}}。',
    remedy: '请在本服务器的地址打开控制台后重试。',
  },
  code_refused: {
    message: '验证码错误，或已被使用。',
    remedy: '请输入身份验证器当前显示的验证码，或恢复码。',
  },
  password_refused: {
    message: '密码错误。',
    remedy: '请输入您的当前密码。',
  },
  needs_password_session: {
    message: '通过身份提供方登录的会话无法执行此操作。',
    remedy: '请使用邮箱和密码登录。',
  },
  invitation_of_another: {
    message: '此邀请发给 {{email}}。',
    remedy: '请退出登录，然后重新打开邀请。',
  },
  person_of_others: {
    message: '此人还属于其他组织。',
    remedy: '请联系服务器的超级管理员。',
  },
  link_invalid: {
    message: '此链接无效：已被使用、已过期，或从未存在。',
    remedy: '请索取新的链接。',
  },
  not_in_catalogue: {
    message: '目录中没有{{what}}“{{name}}”。',
    remedy: '请使用目录中的名称。',
  },
  unknown_environment: {
    message: '没有环境“{{environment}}”。',
    remedy: '请使用 DEVELOPMENT、TEST、STAGING 或 PRODUCTION。',
  },
  route_not_found: {
    message: '没有路由 {{method}} {{path}}。',
    remedy: '本服务器的路由见 /api/v1/reference。',
  },
  already_set_up: {
    message: '此服务器已完成设置。',
    remedy: '请登录，或请他人邀请您。',
  },
  last_super_admin: {
    message: '这是最后一位超级管理员。',
    remedy: '请先将其他人设为超级管理员。',
  },
  mail_not_configured: {
    message: '此服务器不发送邮件。',
    remedy: '请服务器运营者设置 SMTP_URL。如需新密码，请向管理员索取链接。',
  },
  webhook_enabled: {
    message: '该 Webhook 已启用；此组织只允许在停用时更改和删除。',
    remedy: '请停用该 Webhook 后重试，之后再启用。',
  },
  routing_required: {
    message: 'Webhook“{{default}}”是唯一未指定部门或 Request From 的；其他 Webhook 必须指定其一。',
    remedy: '请在路由中指定部门或 Request From，或更改那个 Webhook。',
  },
  event_conflict: {
    message: 'ID 或 Idempotency-Key 为 {{id}} 的事件此前已以不同正文被接受。',
    remedy: '请用新的 ID 发送新事件；重复发送时正文必须相同。',
  },
  alert_resolved: {
    message: '此告警已解决。',
    remedy: '无需处理；如问题重现，会有新的告警。',
  },
  precondition_failed: {
    message: '读取之后，{{what}}已被更改。',
    remedy: '请重新读取，在最新内容上再作更改。',
  },
  body_too_large: {
    message: '正文超过 {{limit}} 字节。',
    remedy: '请减少单次发送的内容；大型文档请以链接传递。',
  },
  batch_too_large: {
    message: '数组中有 {{count}} 个事件，最多允许 {{limit}} 个。',
    remedy: '请拆分数组。',
  },
  unsupported_media_type: {
    message: '此处不接受内容类型“{{contentType}}”。',
    remedy: '请发送 Content-Type: application/json。',
  },
  sign_in_locked: {
    message: '错误次数过多。',
    remedy: '请稍候再试。',
  },
  rate_limited: {
    message: '请求过于频繁。',
    remedy: '请稍候再试。',
  },
  delivery_ended: {
    message: '投递已结束；只有等待中的投递才能取消。',
    remedy: '除非重新发送，否则不会再发送任何内容。',
  },
  credentials_required: {
    message: '必须重新填写密钥 {{path}}，因为 {{because}} 指向的服务器与之前不同。',
    remedy: '请重新填写该密钥。已保存的密钥绝不会发送到保存者未选择的地址。',
  },
  export_too_large: {
    message: '条目超过 {{limit}} 条。',
    remedy: '请用时间或其他筛选条件缩小范围，分批导出。',
  },
  too_many_attempts: {
    message: '来自此地址的错误尝试过多。',
    remedy: '请稍候再试。',
  },
  replay_ended: {
    message: '此次重放已结束。',
    remedy: '请为剩余的内容新建一次重放。',
  },
};

export default { errors };
