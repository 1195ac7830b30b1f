const types = {
  workersAlive: 'תהליכים פעילים',
  byType: 'לפי סוג אירוע',
  type: 'סוג אירוע',
  allTypes: 'כל סוגי האירועים',
  wholeTopic: 'כל הנושא {{topic}}',
  noSuchType: 'אין סוג אירוע בשם הזה.',
  typesSince: 'נספר לפי סוג אירוע מאז',
  untyped_one: 'ניסיון אחד שקדם לכך אינו בטבלה',
  untyped_two: '{{number}} ניסיונות שקדמו לכך אינם בטבלה',
  untyped_other: '{{number}} ניסיונות שקדמו לכך אינם בטבלה',
};

export default { types };
