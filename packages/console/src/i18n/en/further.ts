const further = {
  searching: 'Looking further back…',
  lookedTo: 'Looked back to',
  nothing: 'Nothing found so far',
  stop: 'Stop',
  goOn: 'Look further back',
  found_one: '{{count}} more found.',
  found_other: '{{count}} more found.',
};

export default { further };
