const types = {
  workersAlive: '运行中的进程',
  byType: '按事件类型',
  type: '事件类型',
  allTypes: '所有事件类型',
  wholeTopic: '{{topic}} 的全部类型',
  noSuchType: '没有这个名称的事件类型。',
  typesSince: '按事件类型统计始于',
  untyped_other: '此前的 {{number}} 次尝试不在此表中',
};

export default { types };
