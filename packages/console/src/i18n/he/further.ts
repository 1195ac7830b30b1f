const further = {
  searching: 'מחפשים רחוק יותר…',
  lookedTo: 'נבדק עד',
  nothing: 'לא נמצא דבר עד כה',
  stop: 'עצירה',
  goOn: 'חיפוש רחוק יותר',
  found_one: 'נמצא עוד אחד.',
  found_two: 'נמצאו עוד שניים.',
  found_other: 'נמצאו עוד {{count}}.',
};

export default { further };
