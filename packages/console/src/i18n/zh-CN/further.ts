const further = {
  searching: '正在继续向前查找…',
  lookedTo: '已查找至',
  nothing: '目前没有找到任何内容',
  stop: '停止',
  goOn: '继续向前查找',
  found_other: '又找到 {{count}} 条。',
};

export default { further };
