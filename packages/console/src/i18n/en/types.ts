const types = {
  workersAlive: 'Processes at work',
  byType: 'By event type',
  type: 'Event type',
  allTypes: 'All event types',
  wholeTopic: 'All of {{topic}}',
  noSuchType: 'No event type is called that.',
  typesSince: 'Counted by event type since',
  untyped_one: '{{number}} attempt before that is not in this table',
  untyped_other: '{{number}} attempts before that are not in this table',
};

export default { types };
